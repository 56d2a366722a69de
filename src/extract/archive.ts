import type { Message } from '../source.ts';
import { listMembers, type Member } from './office/zip.ts';
import { sniff } from './sniff.ts';
import { tooLarge, UnreadableError } from './unreadable.ts';

/** A document in a file: the file itself, or a member of it where the file is an archive. */
export interface Item {
  /** Where it lies in the archive, e.g. `2023/report.docx`; empty for the file itself. A label, never a path to write. */
  member: string;
  /** Its bytes; throws an UnreadableError where they cannot be unpacked. */
  bytes(): Uint8Array;
}

export interface Limits {
  /** Largest member, unpacked, in bytes. */
  maxBytes: number;
  /** Largest sum of all members, unpacked, in bytes; {@link MAX_TOTAL} unless told. */
  maxTotal?: number;
}

/** 1 GB for the members of an archive and of those inside it together: a district's year, not a bomb. */
export const MAX_TOTAL = 2 ** 30;

/** More members than any handover of reports has; a directory that lists more is made to keep readers busy. */
const MAX_MEMBERS = 10_000;

/** Archives inside an archive are opened, those inside them are not: whoever nests deeper hides something. */
const MAX_DEPTH = 2;

const failures = {
  total: {
    vi: 'từ tệp này trở đi không đọc: tệp nén quá lớn khi giải nén',
    en: 'and what follows is not read: the archive is too large when unpacked',
  },
  members: { vi: 'có quá nhiều tệp bên trong', en: 'holds too many files' },
  nested: { vi: 'là tệp nén lồng quá một cấp', en: 'is an archive nested more than one level deep' },
  none: { vi: 'là tệp nén không có báo cáo nào bên trong', en: 'is an archive without any document' },
} satisfies Record<string, Message>;

/** What systems put beside documents: folders, resource forks of macOS, thumbnails, locks of Office. */
const BOOKKEEPING = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*|)$/i;

/**
 * The documents of a file, in the order of the archive; archives inside an archive are opened one level deep. One
 * member is in memory at a time. What cannot be unpacked fails when its bytes are asked for, so the others come out.
 */
export async function* itemsOf(file: Uint8Array, limits: Limits): AsyncGenerator<Item> {
  const budget = { left: limits.maxTotal ?? MAX_TOTAL, members: MAX_MEMBERS, perMember: limits.maxBytes };
  yield* open('', () => file, 0, budget);
}

type Budget = { left: number; members: number; perMember: number };

async function* open(member: string, read: () => Uint8Array, depth: number, budget: Budget): AsyncGenerator<Item> {
  let members: Member[];
  try {
    const bytes = read();
    if (!(await isArchive(bytes))) return yield { member, bytes: () => bytes };
    if (depth >= MAX_DEPTH) throw new UnreadableError(failures.nested);
    members = listMembers(bytes).filter(({ name }) => !BOOKKEEPING.test(labelOf(name)));
    budget.members -= members.length;
    if (budget.members < 0) throw new UnreadableError(failures.members);
    if (members.length === 0) throw new UnreadableError(failures.none);
  } catch (error) {
    return yield { member, bytes: () => fail(error) };
  }
  for (const each of members) {
    const label = [member, labelOf(each.name)].filter(Boolean).join('/');
    yield* open(label, () => unpack(each, budget), depth + 1, budget);
    // Said once instead of for every member that is left.
    if (budget.left < 0) return;
  }
}

function unpack(member: Member, budget: Budget): Uint8Array {
  if (member.size > budget.perMember) throw tooLarge(budget.perMember);
  budget.left -= member.size;
  if (budget.left < 0) throw new UnreadableError(failures.total);
  return member.read();
}

const isArchive = async (bytes: Uint8Array): Promise<boolean> => 'archive' in (await sniff(bytes));

function fail(error: unknown): never {
  throw error;
}

/** A member's name as a label: no drive, no root, no way up; macOS decomposes letters. */
const labelOf = (name: string): string => {
  const parts = name.normalize('NFC').replaceAll('\\', '/').split('/');
  const safe = parts.filter((part, n) => part !== '.' && part !== '..' && !(n === 0 && /^[a-z]:$/i.test(part)));
  // A folder keeps its final slash, by which it is told.
  return safe
    .join('/')
    .replace(/^\/+/, '')
    .replace(/\/{2,}/g, '/');
};
