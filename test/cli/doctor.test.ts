import { expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';

const { run } = useCommand();

test('says what is there and what each missing piece would add, in both languages', () => {
  const { code, stdout, stderr } = run(['doctor']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^dvcq \d.*Node v\d/);
  expect(stdout).toContain('.docx .doc .rtf .odt .html .pdf');
  expect(stdout).toMatch(/^found +mammoth \d/m);
  expect(stdout).not.toMatch(/[ạ-ỹđ]/);
  expect(run(['doctor', '--lang', 'vi']).stdout).toMatch(/^có +mammoth \d/m);
});

test('names how to get what is missing', () => {
  // Without a path no program is found.
  const { code, stdout } = run(['doctor'], { env: { PATH: '/nowhere' } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^missing +Tesseract .+apt install tesseract-ocr/m);
  expect(stdout).toMatch(/^missing +LibreOffice .+apt install libreoffice/m);
});
