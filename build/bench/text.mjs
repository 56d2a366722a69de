// Invented reports of any length: the sentences and numbers change, the typing habits are those of real offices.

/** Numbers that look random and are the same in every run (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const head = `ỦY BAN NHÂN DÂN
HUYỆN AN SƠN

Số: 214/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Sơn, ngày 12 tháng 12 năm 2023

BÁO CÁO
Kết quả thực hiện công tác dân vận năm 2023

Thực hiện Kế hoạch số 41/KH-UBND ngày 09/02/2023 của UBND tỉnh, UBND huyện báo cáo như sau:
`;

const foot = `
Trên đây là báo cáo kết quả năm 2023 của UBND huyện An Sơn./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Đỗ Văn Lam
`;

const topics = [
  'Công tác tiếp công dân',
  'Cải cách hành chính',
  'Xây dựng nông thôn mới',
  'Quản lý đất đai',
  'Giáo dục và y tế',
];
const subjects = ['UBND huyện', 'Các xã, thị trấn', 'Phòng Nội vụ', 'Mặt trận và các đoàn thể', 'Ban Chỉ đạo huyện'];
const signs = ['UBND', 'TTCP', 'BNV', 'HU', 'HĐND'];

/** Sentences with references and figures. */
const dense = [
  (n, pick) =>
    `${pick(subjects)} đã ban hành Kế hoạch số ${n(300) + 1}/KH-${pick(signs)} ngày ${n(28) + 1}/${n(12) + 1}/2023 về việc nâng cao chất lượng phục vụ Nhân dân.`,
  (n, pick) =>
    `Căn cứ Quyết định số ${n(900) + 1}/2021/QĐ-${pick(signs)} ngày ${n(28) + 1} tháng ${n(12) + 1} năm 2021 của UBND tỉnh và Luật Tiếp công dân, ${pick(subjects)} tổ chức thực hiện nghiêm túc.`,
  (n) =>
    `Trong năm đã tiếp ${n(900) + 100} lượt/${n(900) + 1000} người với ${n(90) + 10} vụ việc, tăng ${n(30) + 1},${n(9) + 1}% so với cùng kỳ năm trước; giải quyết ${n(40) + 20}/${n(40) + 60} vụ việc, trong đó có ${n(9) + 1} vụ khiếu nại, 0${n(8) + 1} vụ tố cáo.`,
  (n) =>
    `Tổng kinh phí thực hiện ${n(90) + 10}.${n(900) + 100} triệu đồng (ngân sách ${n(9) + 1},${n(9)} tỷ đồng), hỗ trợ cho hơn ${n(900) + 100} hộ nghèo và khoảng ${n(90) + 10} hộ cận nghèo.`,
];

const prose = [
  (pick) =>
    `${pick(subjects)} chú trọng tuyên truyền, vận động, kịp thời nắm bắt tâm tư, nguyện vọng của các tầng lớp Nhân dân, tạo sự đồng thuận trong quá trình triển khai nhiệm vụ.`,
  (pick) =>
    `Việc phối hợp giữa ${pick(subjects)} và các cơ quan liên quan ngày càng chặt chẽ, nền nếp; ý thức trách nhiệm của cán bộ, công chức được nâng lên rõ rệt.`,
  (pick) =>
    `Tuy nhiên, một số nơi chưa thật sự quan tâm, công tác kiểm tra, giám sát còn lúng túng; ${pick(subjects)} cần tiếp tục đôn đốc, nhắc nhở để khắc phục những hạn chế nêu trên.`,
];

/** One sentence in so many has data: 2 figures and 1 reference in 1,000 bytes, about as in real reports. */
const DATA_IN = 4;

/**
 * A report of about `bytes` bytes of UTF-8.
 *
 * @param seed the same seed gives the same text
 */
export function reportOf(bytes, seed = 1) {
  const n = randomNumbers(seed);
  const pick = (list) => list[n(list.length)];
  const sentence = () => (n(DATA_IN) ? pick(prose)(pick) : pick(dense)(n, pick));
  const parts = [head];
  let size = Buffer.byteLength(head + foot);
  for (let section = 1; size < bytes; section++) {
    const lines = [`\n${section}. ${pick(topics)}`, sentence()];
    for (const letter of 'abc') {
      lines.push(`${letter}) ${pick(topics)}: ${sentence()}`);
      for (let item = n(3); item > 0; item--) lines.push(`- ${sentence()}`, `+ ${sentence()}`);
    }
    const part = `${lines.join('\n')}\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('') + foot;
}

/** Texts that make careless patterns and searches slow, by what they try. */
export const pathological = {
  'one line': (size) => 'trong đó có 12 vụ việc, '.repeat(size / 24),
  digits: (size) => '1'.repeat(size),
  'digit groups': (size) => '1.234'.padEnd(size, '.234'),
  'numbers and slashes': (size) => '12/'.repeat(size / 3),
  capitals: (size) => 'ỦY BAN '.repeat(size / 7),
  'spaces in a line': (size) => `a${' '.repeat(size)}b`,
  'blank lines': (size) => `a${'\n'.repeat(size)}b`,
  'open brackets': (size) => '('.repeat(size),
  dashes: (size) => '-'.repeat(size),
  bullets: (size) => '- a\n'.repeat(size / 4),
  'deep numbers': (size) => Array.from({ length: size / 12 }, (_, n) => `${n + 1}.${n + 1}. Mục`).join('\n'),
  'section I again and again': (size) => 'I. MỤC\n1. Mục\na) Ý\n'.repeat(size / 19),
  'references to one document': (size) => 'Kế hoạch số 12/KH-UBND ngày 01/02/2023; '.repeat(size / 40),
  'references, all different': (size) =>
    Array.from({ length: size / 22 }, (_, n) => `Kế hoạch ${n}/KH-UBND.`).join('\n'),
  'half references': (size) => 'số 12/KH- '.repeat(size / 10),
  'references without end': (size) => 'Quyết định số '.repeat(size / 14),
  'recipients without end': (size) => `Nơi nhận:\n${'- UBND xã;\n'.repeat(size / 11)}`,
  'footnote marks': (size) => 'a⁽¹⁾ '.repeat(size / 5),
  'Markdown signs': (size) => '**#** '.repeat(size / 6),
};
