import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { draftsOf, entryPath, type Outcome, readDraft, readEntry, writeEntry } from '../../src/batch/entry.ts';

// What processes that were killed leave behind; that a batch goes on with it is proved with real ones.

const folder = mkdtempSync(join(tmpdir(), 'dvcq-entry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failed = (member: string): Outcome => ({ member, cause: { vi: 'tệp rỗng', en: 'is empty' } });

/** An entry that a process was at when it was killed, and its draft. */
function begun(key: string, pid: number, outcomes: Outcome[]): { path: string; draft: string } {
  const path = entryPath(folder, key);
  const known = draftsOf(path, () => false);
  const entry = writeEntry(path, pid);
  for (const outcome of outcomes) entry.add(outcome);
  return { path, draft: draftsOf(path, () => false).find((draft) => !known.includes(draft)) ?? '' };
}

const membersIn = async (outcomes: AsyncIterable<Outcome>): Promise<string[]> => {
  const members = [];
  for await (const { member } of outcomes) members.push(member);
  return members;
};

test('the drafts of processes that are still there are theirs', () => {
  const { path, draft } = begun('aa1', 20, [failed('a.txt')]);
  const longer = begun('aa1', 21, [failed('a.txt'), failed('b.txt')]).draft;
  begun('aa12', 22, [failed('c.txt')]);
  expect(draftsOf(path, () => false)).toEqual([longer, draft]);
  expect(draftsOf(path, (pid) => pid === 21)).toEqual([draft]);
  expect(draftsOf(entryPath(folder, 'zz9'), () => false)).toEqual([]);
});

test.each<[string, Outcome, string[]]>([
  ['a member', failed('b.txt'), ['a.txt', 'b.txt', 'c.txt']],
  ['what another time may be read', { ...failed('b.txt'), transient: true } as Outcome, ['a.txt']],
  ['what is no member: the archive itself', failed(''), ['a.txt']],
])('a draft is gone on with up to the end, or to %s', async (_name, second, members) => {
  const { draft } = begun(`bb${members.length}${second.member}`, 20, [failed('a.txt'), second, failed('c.txt')]);
  expect(await membersIn(readDraft(draft))).toEqual(members);
});

test('a draft that is cut off is worth what came before', async () => {
  const { draft } = begun('cc1', 20, [failed('a.txt'), failed('b.txt')]);
  const { length } = readFileSync(draft);
  expect(gunzipSync(readFileSync(draft)).toString().split('\n')).toHaveLength(3);
  truncateSync(draft, length - 20);
  expect((await membersIn(readDraft(draft)))[0]).toBe('a.txt');
});

test('an entry that was ended leaves no draft', async () => {
  const path = entryPath(folder, 'dd1');
  const entry = writeEntry(path, 20);
  entry.add(failed('a.txt'));
  entry.end();
  expect([await membersIn(readEntry(path)), draftsOf(path, () => false)]).toEqual([['a.txt'], []]);
  mkdirSync(join(folder, 'ee'), { recursive: true });
  expect(draftsOf(entryPath(folder, 'ee1'), () => false)).toEqual([]);
});
