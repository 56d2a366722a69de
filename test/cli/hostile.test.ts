import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { hostileImages } from '../support/hostile/archives.ts';
import { hostilePdfs } from '../support/hostile/pdf.ts';

// Files made to keep a reader busy or to fill its memory: each is read, or refused in one line, within its limits.

const { run, folder } = useCommand();

/** What takes as long as it is let. */
const endless = ['forms-in-forms.pdf', 'saves-without-end.pdf', 'ten-thousand-pages.pdf'];
beforeAll(() => {
  for (const name of endless) writeFileSync(join(folder, name), hostilePdfs[name.replace('.pdf', '')]!());
  for (const [name, make] of Object.entries(hostileImages)) writeFileSync(join(folder, name), make());
});

test('what does not end is stopped, and the next file is read', () => {
  writeFileSync(join(folder, 'good.html'), '<html><body><p>Đã tiếp 12 lượt công dân.</p></body></html>');
  const { code, stdout, stderr } = run(['parse', '--json', '--timeout', '2', ...endless, 'good.html']);
  expect(stderr).toBe(endless.map((name) => `dvcq: ${name}: was not read within 2 seconds (see --timeout)\n`).join(''));
  expect(JSON.parse(stdout).figures).toHaveLength(1);
  expect(code).toBe(3);
});

test.each([
  ['huge.png', /too large/],
  ['huge.jpg', /too large/],
  ['huge.tif', /too large/],
  ['pages-in-a-circle.tif', /damaged/],
  ['ten-thousand-pages.tif', /too many pages/],
])('%s is not given to OCR', (name, cause) => {
  const { code, stdout, stderr } = run(['parse', '--json', name]);
  expect(stderr).toMatch(cause);
  expect(stderr).toMatch(/^dvcq: [^\n]+\n$/);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
});
