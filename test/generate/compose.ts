import { fill, type Scene } from './fill.ts';
import type { Random } from './random.ts';
import { nameOf, type Office, type Setting, settingOf } from './scene.ts';
import { economy } from './sentences/economy.ts';
import { leading } from './sentences/leading.ts';
import { mobilisation } from './sentences/mobilisation.ts';
import { petitions } from './sentences/petitions.ts';
import { strengths, tasks, weaknesses } from './sentences/prose.ts';
import { reform } from './sentences/reform.ts';
import { welfare } from './sentences/welfare.ts';
import type { Stated, TrueFigure, TrueReference } from './truth.ts';

/** A paragraph; with a marker where one numbers it. `level` counts the markers above it. */
export interface Block {
  kind: 'title' | 'heading' | 'text';
  text: string;
  marker: string;
  level: number;
}

/** A report as its author thinks of it, before it becomes a file. */
export interface Composed {
  head: { left: string[]; right: string[] };
  blocks: Block[];
  foot: { left: string[]; right: string[] };
  /** The sign of each level: "I." stands for I., II., III. */
  scheme: readonly string[];
  figures: TrueFigure[];
  references: TrueReference[];
  sections: number;
  /** Words for the file's name. */
  name: string;
  year: number;
}

const schemes: readonly (readonly string[])[] = [
  ['I.', '1.', 'a)', '-', '+'],
  ['I.', '1.', '-', '+', '*'],
  ['1.', '1.1.', 'a)', '-', '+'],
  ['A.', 'I.', '1.', '-', '+'],
  ['Phần thứ nhất', 'I.', '1.', '-', '+'],
];
const partySchemes: readonly (readonly string[])[] = [
  ['I-', '1-', 'a-', '-', '+'],
  ['I.', '1.', '-', '+', '*'],
];

const topics: readonly (readonly [name: string, title: string, sentences: string])[] = [
  ['dan van', 'Công tác dân vận chính quyền', mobilisation],
  ['tiep cong dan', 'Công tác tiếp công dân, giải quyết đơn thư', petitions],
  ['cai cach hanh chinh', 'Công tác cải cách hành chính', reform],
  ['an sinh', 'Công tác bảo đảm an sinh xã hội', welfare],
  ['kinh te', 'Tình hình phát triển kinh tế', economy],
];

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu'];

/** The marker of the n-th item (from 1) under a sign; `above` is the ordinal of the item above it. */
function marker(sign: string, n: number, above: number): string {
  if (sign.startsWith('Phần')) return `Phần thứ ${ordinals[n - 1]}`;
  if (sign.startsWith('1.1')) return `${above}.${n}.`;
  if (sign.startsWith('I')) return romans[n - 1] + sign.slice(1);
  if (sign.startsWith('1')) return n + sign.slice(1);
  if (/^a/i.test(sign)) return String.fromCharCode(sign.charCodeAt(0) + n - 1) + sign.slice(1);
  return sign;
}

const isBullet = (sign: string) => /^[-+*]$/.test(sign);
const linesOf = (sentences: string) => sentences.trim().split('\n');

/** Writes down blocks and, with them, what they state. */
function writerOf(scene: Scene, scheme: readonly string[]) {
  const blocks: Block[] = [];
  const figures: TrueFigure[] = [];
  const references: TrueReference[] = [];
  const counts = scheme.map(() => 0);
  const add = (kind: Block['kind'], stated: Stated, level?: number) => {
    figures.push(...stated.figures);
    references.push(...stated.references);
    const sign = level === undefined ? '' : numbered(level);
    // The title of a part stands on a line of its own.
    const isPart = sign.startsWith('Phần');
    if (isPart) blocks.push({ kind: 'title', text: '', marker: sign, level: 0 });
    const marker = isPart ? '' : sign;
    blocks.push({ kind: isPart ? 'title' : kind, text: stated.text, marker, level: level ?? 0 });
  };
  const numbered = (level: number) => {
    counts[level]!++;
    counts.fill(0, level + 1);
    return marker(scheme[level]!, counts[level]!, counts[level - 1] ?? 0);
  };
  const heading = (text: string, level: number) => add('heading', { text, figures: [], references: [] }, level);
  /** A sentence as a paragraph or an item; what it lists goes one level below it. */
  const sentence = (template: string, level?: number) => {
    const [first, ...items] = fill(template, scene);
    add('text', first!, level);
    const below = Math.max(level === undefined ? 0 : level + 1, scheme.findIndex(isBullet));
    for (const item of items) add('text', item, Math.min(below, scheme.length - 1));
  };
  return { blocks, figures, references, heading, sentence };
}

type Writer = ReturnType<typeof writerOf>;

/** Draws sentences, each once in a document. */
function bagOf(random: Random) {
  const bags = new Map<string, string[]>();
  return (sentences: string): string => {
    if (!bags.get(sentences)?.length) bags.set(sentences, random.shuffle(linesOf(sentences)));
    return bags.get(sentences)!.pop()!;
  };
}

/** What follows a heading: paragraphs, items, or paragraphs with items below. */
function body(sentences: string, level: number, writer: Writer, { random, draw, scheme }: Drawing): void {
  const bullet = scheme.findIndex(isBullet);
  const form = random.int(1, 3);
  const count = random.int(2, 5);
  for (let n = 0; n < count; n++) {
    const isItem = form === 2 || (form === 3 && n > 0);
    writer.sentence(draw(sentences), isItem ? Math.max(bullet, level) : undefined);
  }
}

interface Drawing {
  random: Random;
  draw(sentences: string): string;
  scheme: readonly string[];
}

/** The report's sections: what was led, what came of it, what is good and bad, what is to be done. */
function sections(writer: Writer, chosen: typeof topics, drawing: Drawing): void {
  const upper = (text: string) => (drawing.random.chance(70) ? text.toUpperCase() : text);
  writer.heading(upper('Công tác lãnh đạo, chỉ đạo'), 0);
  body(leading, 1, writer, drawing);
  writer.heading(upper('Kết quả thực hiện'), 0);
  for (const [, title, sentences] of chosen) {
    writer.heading(title, 1);
    body(sentences, 2, writer, drawing);
  }
  writer.heading(upper('Đánh giá chung'), 0);
  writer.heading('Ưu điểm', 1);
  body(strengths, 2, writer, drawing);
  writer.heading('Tồn tại, hạn chế', 1);
  body(weaknesses, 2, writer, drawing);
  writer.heading(upper('Phương hướng, nhiệm vụ'), 0);
  body(tasks, 1, writer, drawing);
}

const signLines = (office: Office, random: Random) => ({
  left: ['Nơi nhận:', ...office.recipients.map((name) => `- ${name};`), '- Lưu: VT.'],
  right: [...office.signs, nameOf(random)],
});

function headOf({ office, scene, number, day, month }: Setting): Composed['head'] {
  const date = `${office.place}, ngày ${day} tháng ${month} năm ${scene.year}`;
  const names = [...office.parent.split('\n'), ...office.issuer.split('\n')].filter(Boolean);
  if (office.isParty)
    return { left: [...names, '*', `Số ${number}-${office.symbol}`], right: ['ĐẢNG CỘNG SẢN VIỆT NAM', date] };
  const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
  return { left: [...names, `Số: ${number}/${office.symbol}`], right: [...motto, date] };
}

/** One report: the same chances give the same report. */
export function compose(random: Random): Composed {
  const setting = settingOf(random);
  const { office, scene } = setting;
  const scheme = random.pick(office.isParty ? partySchemes : schemes);
  const writer = writerOf(scene, scheme);
  const chosen = random.shuffle(topics).slice(0, random.int(1, 3));
  const { me, period } = scene.words;
  const title = (text: string) => writer.blocks.push({ kind: 'title', text, marker: '', level: 0 });
  title('BÁO CÁO');
  title(`${chosen[0]![1].replace(/^(Công tác|Tình hình) /, 'Kết quả công tác ')} ${period}`);
  writer.sentence(
    `Thực hiện [ref ${scene.style} dated]<, [ref ${scene.style} dated]|>, ${me} báo cáo kết quả ${period} như sau:`,
  );
  sections(writer, chosen, { random, draw: bagOf(random), scheme });
  const end = office.isParty ? '.' : './.';
  writer.sentence(`Trên đây là báo cáo kết quả ${period} của ${me}${end}`);
  const { blocks, figures, references } = writer;
  return {
    head: headOf(setting),
    foot: signLines(office, random),
    ...{ blocks, scheme, figures, references },
    sections: blocks.filter((block) => block.marker).length,
    name: `${chosen[0]![1].replace(/^(Công tác|Tình hình) /, '').split(',')[0]!} ${period}`,
    year: scene.year,
  };
}
