import { encodeTcvn3 } from '../support/legacy.ts';
import { type Composed, compose } from './compose.ts';
import { damaged } from './damage.ts';
import { asDocx, asOdt, canNumber, pack } from './office.ts';
import { asPdf } from './pdf.ts';
import { asHtml, asMarkdown, asRtf, asText } from './plain.ts';
import { type Random, randomOf } from './random.ts';
import type { Truth } from './truth.ts';

/** A file to write, with what is known of each document in it. */
export interface Generated {
  path: string;
  bytes: Uint8Array;
  truths: Truth[];
}

interface Carrier {
  /** So many of a hundred reports. */
  share: number;
  ending: string;
  write(report: Composed, random: Random): Uint8Array | Promise<Uint8Array>;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Text as editors save it: sometimes with a byte order mark, lines of Windows, letters taken apart. */
function saved(text: string, random: Random): Uint8Array {
  const lines = random.chance(25) ? text.replace(/\n/g, '\r\n') : text;
  const letters = random.chance(5) ? lines.normalize('NFD') : lines;
  if (random.chance(3)) return Buffer.from(`\uFEFF${letters}`, 'utf16le');
  return utf8(random.chance(10) ? `\uFEFF${letters}` : letters);
}

/** What an archive holds, by how much of it. */
export const carriers: Readonly<Record<string, Carrier>> = {
  txt: { share: 40, ending: 'txt', write: (report, random) => saved(asText(report, random), random) },
  docx: { share: 16, ending: 'docx', write: (report) => asDocx(report, false) },
  'docx-auto': { share: 9, ending: 'docx', write: (report) => asDocx(report, canNumber(report)) },
  md: { share: 9, ending: 'md', write: (report, random) => saved(asMarkdown(report, random), random) },
  html: { share: 8, ending: 'html', write: (report) => utf8(asHtml(report)) },
  rtf: { share: 7, ending: 'rtf', write: (report) => utf8(asRtf(report)) },
  odt: { share: 4, ending: 'odt', write: (report) => asOdt(report) },
  pdf: { share: 5, ending: 'pdf', write: (report) => asPdf(report) },
  tcvn3: { share: 2, ending: 'txt', write: (report, random) => encodeTcvn3(asText(report, random)) },
};

function carrierOf(random: Random): string {
  let left = random.int(1, 100);
  return Object.keys(carriers).find((name) => (left -= carriers[name]!.share) <= 0)!;
}

/** One document of every so many is damaged. */
const DAMAGED_IN = 50;

const folders = ['', 'Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Xã, phường', 'Lưu trữ/Bản chính thức', 'Đã gửi'];

/** "2023/Quý I/Báo cáo đơn thư năm 2023 (17).docx": no two documents have the same number. */
const pathOf = ({ year, name }: Composed, index: number, ending: string, random: Random): string =>
  [year, random.pick(folders), `Báo cáo ${name} (${index}).${ending}`].filter(Boolean).join('/');

/** One document, in a carrier or in one that its own chances choose. */
export async function generate(seed: number, index: number, made?: string): Promise<Generated> {
  const random = randomOf(seed, index);
  const report = compose(random);
  const name = made ?? carrierOf(random);
  const { ending, write } = carriers[name]!;
  const path = pathOf(report, index, ending, random);
  const { figures, references, sections } = report;
  const bytes = await write(report, random);
  return { path, bytes, truths: [{ path, made: name, ok: true, figures, references, sections }] };
}

async function generateDamaged(seed: number, index: number): Promise<Generated> {
  const random = randomOf(seed, index);
  const report = compose(random);
  const { ending, damage, bytes } = await damaged(report, random);
  const path = pathOf(report, index, ending, random);
  return { path, bytes, truths: [{ path, made: ending, ok: false, damage, figures: [], references: [], sections: 0 }] };
}

/** The same bytes under another name. */
function copied(original: Generated, folder: string): Generated {
  const path = `${folder}/${original.path}`;
  return { ...original, path, truths: original.truths.map((truth) => ({ ...truth, path })) };
}

async function zipped(seed: number, first: number, count: number): Promise<Generated> {
  const path = `Bàn giao/Báo cáo các xã (${first}).zip`;
  const members = [];
  for (let n = 0; n < count; n++) members.push(await generate(seed, first + n));
  const parts = Object.fromEntries(members.map((member) => [member.path, member.bytes]));
  const truths = members.flatMap((member) => member.truths);
  return { path, bytes: pack(parts), truths: truths.map((truth) => ({ ...truth, path: `${path}/${truth.path}` })) };
}

/** An archive of `count` documents, file by file: none is held once it is given out. */
export async function* archive(seed: number, count: number): AsyncGenerator<Generated> {
  for (let index = 0; index < count; ) {
    const random = randomOf(seed ^ 0x5bd1e995, index);
    const place = index % DAMAGED_IN;
    const toDamage = (Math.floor(index / DAMAGED_IN) % DAMAGED_IN) - place;
    // Several at once only where none of them is the one to be damaged.
    const several = toDamage < 0 && place < DAMAGED_IN - 4 && count - index > 4;
    const kind = several ? random.int(1, 100) : 0;
    if (toDamage === 0) yield await generateDamaged(seed, index++);
    else if (kind === 1) {
      yield await zipped(seed, index, 4);
      index += 4;
    } else if (kind === 2) {
      const original = await generate(seed, index);
      yield original;
      yield copied(original, 'Bản sao');
      index += 2;
    } else yield await generate(seed, index++);
  }
}
