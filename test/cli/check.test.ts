import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/check/index.ts';
import { inputFormats } from '../../src/cli/program.ts';
import { CheckResult } from '../../src/findings.ts';
import { Report } from '../../src/schema.ts';
import { useCommand } from '../support/command.ts';
import { docxOf, pdfOf, reportText } from '../support/files.ts';

const { run, shell, folder } = useCommand();
const golden = new URL('golden/', import.meta.url).pathname;
const update = Boolean(process.env.UPDATE) && !process.env.CI;
const vietnamese = { env: { LANG: 'vi_VN.UTF-8' } };
const ESC = '\x1b[';

/** A warning in line 3, a note in line 4. */
const slips = `I. KẾT QUẢ
1. Tiếp 48 lượt công dân.
2. Đã giải quyết 47/52 vụ việc, đạt 92,38%.
3. Hòa giải thành 22.3% số vụ.
`;

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};

beforeAll(async () => {
  cpSync(join(golden, 'check.txt'), join(folder, 'check.txt'));
  put('clean.txt', reportText);
  put('slips.txt', slips);
  put('note.txt', slips.replace('92,38', '90,38'));
  put('slips.docx', await docxOf(slips));
  put('damaged.txt', Buffer.concat([Buffer.from(reportText), Buffer.from([0xe1])]));
});

const json = (args: string[], options = {}) => {
  const { code, stdout, stderr } = run(['check', '--json', ...args], options);
  return { code, stderr, result: CheckResult.parse(JSON.parse(stdout)) };
};
const ruleList = ({ files: [file] }: CheckResult) => file?.findings.map(({ rule }) => rule);

describe('exit codes', () => {
  test.each([
    ['a clean file', ['clean.txt'], 0],
    ['notes only', ['note.txt'], 0],
    ['a warning', ['slips.txt'], 1],
    ['a warning of reading', ['damaged.txt'], 1],
    ['a warning among clean files', ['clean.txt', 'slips.txt', 'note.txt'], 1],
    ['a file that is not there', ['missing.txt'], 3],
    ['an unreadable file weighs more than a warning', ['slips.txt', 'missing.txt'], 3],
    ['the rule that would warn left out', ['slips.txt', '--no-rule', 'percent-mismatch'], 0],
  ])('%s', (_, args, code) => {
    for (const format of ['pretty', 'json', 'sarif', 'github'])
      expect(run(['check', ...args, '--format', format]).code, format).toBe(code);
  });
});

describe('wrong usage', () => {
  const see = '(see: dvcq --help)';
  test.each([
    [[], `no file given; "-" is standard input ${see}`],
    [['-', '-'], `standard input "-" can be read only once ${see}`],
    [['slips.txt', '--rule', 'percent-mismach'], `unknown rule percent-mismach; did you mean percent-mismatch? ${see}`],
    [['slips.txt', '--no-rule', 'xyz'], `unknown rule xyz ${see}`],
    [['slips.txt', '--rule'], `option --rule needs a value ${see}`],
    [
      ['slips.txt', '--format', 'docx'],
      `option --format does not take docx; it takes: pretty, json, sarif, github; for the input: --input-format docx ${see}`,
    ],
    [
      ['slips.txt', '--input-format', 'xls'],
      `option --input-format does not take xls; it takes: ${inputFormats.join(', ')} ${see}`,
    ],
    [['slips.txt', '--json', '--format', 'sarif'], `--json does not go with --format sarif ${see}`],
    [['slips.txt', '--config', 'none.json'], `none.json: the configuration cannot be read (no such file) ${see}`],
    [['slips.txt', '-o', './slips.txt'], `the output file ./slips.txt is also an input file ${see}`],
  ])('%j', (args, line) => {
    expect(run(['check', ...args])).toEqual({ code: 2, stdout: '', stderr: `dvcq: ${line}\n` });
  });

  test('help names every option and exit code, in both languages', () => {
    for (const options of [{}, vietnamese]) {
      const { code, stdout } = run(['check', '--help'], options);
      expect(code).toBe(0);
      for (const flag of ['--json', '--format', '-o, --output', '--input-format', '--rule', '--no-rule', '--config'])
        expect(stdout).toContain(flag);
      expect(stdout).toMatch(/0 .+; 1 .+; 2 .+; 3 /);
      expect(stdout).toContain('dvcq-ignore');
    }
    expect(run(['check', '--help']).stdout.replace('Bằng tiếng Việt', '')).not.toMatch(/[ạ-ỹđ]/);
  });
});

describe('to read', () => {
  // `UPDATE=1 npx vitest run test/cli/check` writes what is printed now; read the diff.
  test.each(['vi', 'en'])('as golden/check.%s.out has it', (language) => {
    const { stdout } = run(['check', 'check.txt', '--lang', language]);
    if (update) writeFileSync(`${golden}check.${language}.out`, stdout);
    expect(stdout).toBe(readFileSync(`${golden}check.${language}.out`, 'utf8'));
  });

  test('a file that cannot be read is not called clean', () => {
    expect(run(['check', 'missing.txt']).stdout).toBe('1 file (1 unreadable)\n');
  });

  test('a clean file', () => {
    expect(run(['check', 'clean.txt'])).toEqual({ code: 0, stdout: '1 file: no findings\n', stderr: '' });
    expect(run(['check', 'clean.txt'], vietnamese).stdout).toBe('1 tệp: không phát hiện gì\n');
  });

  test('many files end with a summary', () => {
    const { stdout, stderr } = run(['check', 'slips.txt', 'clean.txt', 'missing.txt', 'slips.docx', 'note.txt']);
    expect(stderr).toBe('dvcq: missing.txt: no such file\n');
    expect(stdout.slice(stdout.indexOf('5 files'))).toBe(
      `5 files (2 clean, 1 unreadable): 2 warnings, 3 notes
  number-format     3  in 3 files
  percent-mismatch  2  in 2 files
`,
    );
  });

  test('is as wide as the terminal, with colours', () => {
    const { stdout } = shell("script -qec 'stty cols 60; dvcq check check.txt' /dev/null");
    const lines = stdout.replace(/\x1b\[[\d;]+m/g, '').split('\r\n');
    const plain = lines.filter((line) => line.includes(' |'));
    expect(stdout).toContain(ESC);
    expect(plain.find((line) => line.includes('92,38%'))).toMatch(/^8 \| ….+…$/);
    expect(Math.max(...plain.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test.each([
    ['a pipe', 'dvcq check slips.txt', false],
    ['FORCE_COLOR', 'FORCE_COLOR=1 dvcq check slips.txt', true],
    ['NO_COLOR', "NO_COLOR=1 script -qec 'dvcq check slips.txt' /dev/null", false],
  ])('colours: %s', (_, line, coloured) => {
    expect(shell(line).stdout.includes(ESC)).toBe(coloured);
  });

  test('--quiet shows only what makes the command fail', () => {
    const { code, stdout } = run(['check', 'slips.txt', '-q']);
    expect([code, stdout.includes('note['), stdout.includes('warning[')]).toEqual([1, false, true]);
    expect(run(['check', 'note.txt', '--quiet']).stdout).toBe('1 file: no findings\n');
  });

  test('no control characters of a document reach the terminal', () => {
    put('steering.txt', `${slips.replace('38%.', '38%. \x1b]0;x\x07')}${'- Duy trì lịch tiếp công dân.\n'.repeat(50)}`);
    const { stdout } = run(['check', 'steering.txt']);
    expect(stdout).toContain('92,38%');
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });

  test('what reading tells belongs to it, with the page where there are pages', async () => {
    expect(run(['check', 'damaged.txt']).stdout).toMatch(/^warning\[encoding-damaged\]: .+\n +--> damaged\.txt:14:1/);
    const pages = await pdfOf((page) => {
      page.text('1. Tiep nhan 10.039.3 don trong nam.', 72, 300);
      page.addPage().rect(0, 0, 600, 800).fill('grey');
      page.addPage().text('2. Hoa giai thanh 10.042.7 vu o co so.', 72, 200);
    });
    put('pages.pdf', pages);
    const { stdout } = run(['check', 'pages.pdf']);
    expect(stdout).toMatch(/--> pages\.pdf:\d+:\d+ \(section 1, page 1\)/);
    expect(stdout).toMatch(/--> pages\.pdf:\d+:\d+ \(section 2, page 3\)/);
  });
});

describe('choosing rules', () => {
  test('--rule and --no-rule, each several times', () => {
    const only = ['--rule', 'number-format', '--rule', 'numbering'];
    expect(ruleList(json(['slips.txt', ...only]).result)).toEqual(['number-format']);
    expect(ruleList(json(['slips.txt', '--no-rule', 'percent-mismatch']).result)).toEqual(['number-format']);
    expect(ruleList(json(['slips.txt', ...only, '--no-rule', 'number-format']).result)).toEqual([]);
  });

  test('rules of reading can be chosen too', () => {
    expect(json(['damaged.txt', '--no-rule', 'encoding-damaged']).code).toBe(0);
  });
});

describe('--json', () => {
  test('has files, their findings with all places, and a summary', () => {
    const { code, stderr, result } = json(['slips.txt', 'missing.txt', 'clean.txt']);
    expect([code, stderr]).toEqual([3, 'dvcq: missing.txt: no such file\n']);
    const [slip, missing, clean] = result.files;
    expect(slip).toMatchObject({ file: 'slips.txt', format: 'txt', error: null, suppressed: [] });
    expect(slip?.findings[0]).toEqual({
      rule: 'percent-mismatch',
      severity: 'warning',
      message: 'States 92,38%, but 47/52 is 90,38%.',
      span: [73, 79],
      ...{ line: 3, column: 37, endLine: 3, endColumn: 43, page: null, section: 'I.2', text: '92,38%' },
      related: [
        {
          span: [54, 67],
          message: 'computed from 47/52 vụ việc',
          ...{ line: 3, column: 18, endLine: 3, endColumn: 31, text: '47/52 vụ việc' },
        },
      ],
    });
    expect(missing).toMatchObject({ file: 'missing.txt', format: null, error: 'no such file', findings: [] });
    expect(clean?.findings).toEqual([]);
    expect(result.summary).toMatchObject({ files: 3, clean: 1, unreadable: 1, warnings: 1, infos: 1, errors: 0 });
    expect(result.summary.rules).toContainEqual({ rule: 'number-format', findings: 1, files: 1 });
  });

  test('every finding is a diagnostic of the output contract, with its text', () => {
    const { findings } = json(['check.txt']).result.files[0] as CheckResult['files'][number];
    const report = Report.parse(JSON.parse(run(['parse', 'check.txt', '--json']).stdout));
    for (const finding of findings.filter(({ rule }) => rule !== 'unused-suppression')) {
      expect(report.diagnostics).toContainEqual(
        expect.objectContaining({
          rule: finding.rule,
          message: finding.message,
          span: finding.span,
          line: finding.line,
        }),
      );
      expect(report.text?.slice(...(finding.span ?? [0, 0]))).toBe(finding.text);
    }
  });

  test('-o takes the form from the ending', () => {
    run(['check', 'slips.txt', '-o', 'out.json']);
    run(['check', 'slips.txt', '-o', 'out.sarif']);
    run(['check', 'slips.txt', '-o', 'out.txt']);
    const content = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(CheckResult.parse(JSON.parse(content('out.json'))).summary.warnings).toBe(1);
    expect(JSON.parse(content('out.sarif')).version).toBe('2.1.0');
    expect(content('out.txt')).toMatch(/^warning\[percent-mismatch\]/);
  });

  test('standard input, with a format of its own', () => {
    const { result } = json(['-', '--input-format', 'md'], { input: slips });
    expect(result.files[0]).toMatchObject({ file: '-', format: 'md', findings: [{}, {}] });
  });
});

describe('--format sarif', () => {
  const require = createRequire(import.meta.url);
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  // The OASIS schema, as Microsoft's test package ships it.
  const isSarif = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

  const sarif = (args: string[], options = {}) => {
    const log = JSON.parse(run(['check', '--format', 'sarif', ...args], options).stdout);
    expect(isSarif(log) ? null : isSarif.errors).toBeNull();
    return log.runs[0];
  };

  test('is valid, with all rules in the language asked for', () => {
    const { tool, columnKind } = sarif(['check.txt', 'clean.txt', 'damaged.txt', 'slips.docx'], vietnamese);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(tool.driver.rules[0].help.text).toBe(catalogue[0]?.reason.vi);
    expect(sarif(['clean.txt']).tool.driver.rules[0].help.text).toBe(catalogue[0]?.reason.en);
    expect(columnKind).toBe('utf16CodeUnits');
  });

  test('points at regions of the text', () => {
    const [first, second] = sarif(['slips.txt']).results;
    const { artifactLocation, region } = first.locations[0].physicalLocation;
    expect([first.ruleId, first.level, second.level]).toEqual(['percent-mismatch', 'warning', 'note']);
    expect(artifactLocation.uri).toBe('slips.txt');
    expect(region).toEqual({
      ...{ startLine: 3, startColumn: 37, endLine: 3, endColumn: 43, charOffset: 73, charLength: 6 },
      snippet: { text: '92,38%' },
    });
    expect(slips.slice(region.charOffset, region.charOffset + region.charLength)).toBe(region.snippet.text);
    expect(first.relatedLocations[0]).toMatchObject({
      message: { text: 'computed from 47/52 vụ việc' },
      physicalLocation: { region: { startLine: 3, startColumn: 18 } },
    });
  });

  test('names files as URIs, and those that cannot be read', () => {
    put('thư mục/báo cáo #1.txt', slips);
    const { artifacts, invocations } = sarif(['./thư mục/báo cáo #1.txt', join(folder, 'clean.txt'), 'missing.txt']);
    const [relative, absolute] = artifacts.map(({ location }: { location: { uri: string } }) => location.uri);
    expect(decodeURIComponent(relative)).toBe('thư mục/báo cáo #1.txt');
    expect(relative).not.toContain('#');
    expect(new URL(absolute).protocol).toBe('file:');
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'no such file' } }],
    });
  });

  test('says which findings are suppressed and why', () => {
    const { results } = sarif(['check.txt']);
    const silenced = results.filter(({ suppressions }: { suppressions: unknown[] }) => suppressions.length);
    expect(silenced).toMatchObject([
      {
        ruleId: 'date-invalid',
        suppressions: [{ kind: 'inSource', justification: 'chép đúng nguyên văn Kế hoạch của huyện' }],
      },
    ]);
  });
});

describe('--format github', () => {
  test('one command a finding, related places in the message', () => {
    expect(run(['check', 'slips.txt', '--format', 'github']).stdout.split('\n').slice(0, 2)).toEqual([
      '::warning file=slips.txt,line=3,endLine=3,col=37,endColumn=43,title=percent-mismatch::States 92,38%25, but 47/52 is 90,38%25.%0Aline 3: computed from 47/52 vụ việc',
      '::notice file=slips.txt,line=4,endLine=4,col=19,endColumn=24,title=number-format::The number "22.3" breaks the convention (the decimal mark is a comma); read as 22,3.',
    ]);
  });

  test('escapes what separates properties; names unreadable files', () => {
    put('a,b:c%.txt', slips);
    const { stdout } = run(['check', 'a,b:c%.txt', 'missing.txt', '--format', 'github']);
    expect(stdout).toContain('::warning file=a%2Cb%3Ac%25.txt,line=3');
    expect(stdout).toContain('::error file=missing.txt::no such file\n');
  });
});

describe('dvcq.config.json', () => {
  const config = (name: string, content: object | string) =>
    put(name, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const percent = { rule: 'percent-mismatch', quote: '92,38%', reason: 'theo phần mềm của tỉnh' };

  test('is found from the folder of the file upwards', () => {
    put('nested/deep/er/slips.txt', slips);
    config('nested/dvcq.config.json', { rules: { 'percent-mismatch': 'off' } });
    expect(ruleList(json(['nested/deep/er/slips.txt']).result)).toEqual(['number-format']);
    config('nested/deep/dvcq.config.json', { rules: { 'number-format': 'off' } });
    expect(ruleList(json(['nested/deep/er/slips.txt']).result)).toEqual(['percent-mismatch']);
    // The command line weighs more, and --config replaces the search.
    expect(ruleList(json(['nested/deep/er/slips.txt', '--rule', 'number-format']).result)).toEqual(['number-format']);
    const named = json(['nested/deep/er/slips.txt', '--config', 'nested/dvcq.config.json']);
    expect(ruleList(named.result)).toEqual(['number-format']);
  });

  test('may change severities, hence the exit code', () => {
    config('severe.json', { rules: { 'percent-mismatch': 'info', 'number-format': 'info' } });
    expect(json(['slips.txt', '--config', 'severe.json'])).toMatchObject({
      code: 0,
      result: { summary: { infos: 2 } },
    });
    config('severe.json', { rules: { 'number-format': 'error' } });
    expect(json(['note.txt', '--config', 'severe.json'])).toMatchObject({
      code: 1,
      result: { summary: { errors: 1 } },
    });
  });

  test.each([
    ['by name in any folder', 'slips.txt'],
    ['by path from the folder of the configuration', 'archive/2023/*.txt'],
    ['by any depth', 'archive/**'],
  ])('suppresses with a reason: %s', (_, file) => {
    put('archive/2023/slips.txt', slips);
    config('suppress.json', { suppress: [{ file, ...percent }] });
    const { code, result } = json(['archive/2023/slips.txt', '--config', 'suppress.json']);
    expect([code, ruleList(result)]).toEqual([0, ['number-format']]);
    expect(result.files[0]?.suppressed).toMatchObject([
      {
        rule: 'percent-mismatch',
        line: 3,
        suppression: { kind: 'config', reason: percent.reason, file: 'suppress.json', line: 7 },
      },
    ]);
  });

  test.each([
    ['another quotation', { quote: '91,38%' }],
    ['another file', { file: 'other.txt' }],
    ['another rule', { rule: 'numbering' }],
  ])('does not suppress %s', (_, other) => {
    config('suppress.json', { suppress: [{ file: 'slips.txt', ...percent, ...other }] });
    expect(ruleList(json(['slips.txt', '--config', 'suppress.json']).result)?.[0]).toBe('percent-mismatch');
  });

  test('a suppression that silenced nothing in its files is told, in its place', () => {
    config('suppress.json', {
      suppress: [
        { file: '*.txt', ...percent },
        { file: 'other.txt', ...percent },
      ],
    });
    const { code, result } = json(['clean.txt', 'note.txt', '--config', 'suppress.json']);
    expect(code).toBe(0);
    expect(result.files[2]).toMatchObject({
      ...{ file: 'suppress.json', format: null, error: null },
      findings: [{ rule: 'unused-suppression', severity: 'info', line: 7, text: `"${percent.reason}"` }],
    });
    expect(result.summary.files).toBe(2);
    // It is in use as soon as one of the files needs it.
    expect(json(['clean.txt', 'slips.txt', '--config', 'suppress.json']).result.files).toHaveLength(2);
    // And nobody can say so where its rule is not applied.
    const out = ['--no-rule', 'percent-mismatch', '--config', 'suppress.json'];
    expect(json(['clean.txt', ...out]).result.files).toHaveLength(1);
  });

  test.each([
    ['no JSON', '{"rules":\n}', /^dvcq: wrong\.json(?::2)?: is not valid JSON \(.+\)/],
    ['no object', [], /^dvcq: wrong\.json: /],
    ['an unknown key', { rulez: {} }, /^dvcq: wrong\.json: rulez: no such key/],
    ['an unknown severity', { rules: { numbering: 'on' } }, /^dvcq: wrong\.json: rules\.numbering: .+"off"/],
    [
      'an unknown rule',
      { rules: { numberin: 'off' } },
      /rules\.numberin: unknown rule numberin; did you mean numbering\?/,
    ],
    [
      'an unknown rule to suppress',
      { suppress: [{ file: '*', rule: 'x', reason: 'y' }] },
      /suppress\[0\]\.rule: unknown rule x/,
    ],
    ['no reason', { suppress: [{ file: '*', rule: 'numbering' }] }, /suppress\[0\]\.reason: is missing/],
    [
      'an empty reason',
      { suppress: [{ file: '*', rule: 'numbering', reason: ' ' }] },
      /suppress\[0\]\.reason: is missing/,
    ],
    ['no file', { suppress: [{ rule: 'numbering', reason: 'x' }] }, /suppress\[0\]\.file: is missing/],
  ])('wrong, with %s: exit 2, naming file and key', (_, content, line) => {
    config('wrong.json', content);
    const { code, stdout, stderr } = run(['check', 'slips.txt', '--config', 'wrong.json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('in Vietnamese', () => {
    config('wrong.json', { suppress: [{ file: '*', rule: 'numbering' }] });
    expect(run(['check', 'slips.txt', '--config', 'wrong.json'], vietnamese).stderr).toBe(
      'dvcq: wrong.json: suppress[0].reason: thiếu lý do; mục bỏ qua nào cũng phải ghi lý do (xem: dvcq --help)\n',
    );
  });
});
