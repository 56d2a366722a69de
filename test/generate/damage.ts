import { oleOf } from '../support/files.ts';
import type { Composed } from './compose.ts';
import { asDocx, pack } from './office.ts';
import { asPdf } from './pdf.ts';
import type { Random } from './random.ts';

interface Damaged {
  ending: string;
  damage: string;
  bytes: Uint8Array;
}

const noise = (random: Random, size: number) => Uint8Array.from({ length: size }, () => random.int(0, 255));
const ascii = (text: string) => new TextEncoder().encode(text);

/** Ways in which files of an archive are broken; nothing can be read of any of them. */
const ways: readonly ((report: Composed, random: Random) => Damaged | Promise<Damaged>)[] = [
  async (report, random) => {
    const bytes = await asDocx(report, false);
    const size = Math.floor((bytes.length * random.int(10, 70)) / 100);
    return { ending: 'docx', damage: 'cut off', bytes: bytes.subarray(0, size) };
  },
  async (report, random) => {
    const bytes = await asPdf(report);
    return { ending: 'pdf', damage: 'cut off', bytes: bytes.subarray(0, random.int(200, 900)) };
  },
  (_, random) => ({ ending: random.pick(['docx', 'txt', 'pdf', 'rtf']), damage: 'empty', bytes: new Uint8Array() }),
  (_, random) => ({ ending: random.pick(['docx', 'pdf', 'txt']), damage: 'noise', bytes: noise(random, 3000) }),
  async (report) => ({ ending: 'pdf', damage: 'password', bytes: await asPdf(report, 'mat-khau') }),
  () => ({ ending: 'docx', damage: 'password', bytes: oleOf(['EncryptionInfo', 'EncryptedPackage']) }),
  (_, random) => {
    const parts = { 'xl/workbook.xml': ascii('<workbook/>'), 'xl/worksheets/sheet1.xml': noise(random, 900) };
    return { ending: 'docx', damage: 'a workbook', bytes: pack(parts) };
  },
  (_, random) => {
    const bytes = noise(random, 2000);
    bytes.set(ascii('MZ\x90\0\x03\0\0\0\x04\0\0\0'));
    return { ending: random.pick(['doc', 'docx', 'pdf']), damage: 'a program', bytes };
  },
];

/** A file of which nothing can be read. */
export const damaged = async (report: Composed, random: Random): Promise<Damaged> => random.pick(ways)(report, random);
