import fc from 'fast-check';

/** Pieces that mean something to some rule; put together at random they reach forms nobody thought of. */
const active = [
  ...[
    'I.',
    'II-',
    '1.',
    '1.1.',
    '3.2',
    '2)',
    'a)',
    '(1)',
    '-',
    '+',
    '*',
    '•',
    'Phần thứ nhất',
    'A.',
    'Điều 3.',
    '#',
    '**',
  ],
  ...[
    'số',
    'Số:',
    'Kế hoạch',
    'Luật Tiếp công dân',
    'Thông báo',
    'ngày',
    'tháng',
    'năm',
    'của',
    'và',
    'về việc',
    'UBND huyện',
  ],
  ...[
    '30/KH-UBND',
    '30/ KH- UBND',
    '48/2021/QĐ-UBND',
    '31-KH/HU',
    'số:35/UBND',
    '/',
    '17/02/2023',
    '31/02/2023',
    '2024',
  ],
  ...[
    '12 vụ',
    '59/63 vụ việc',
    '30-35',
    '1.234.567',
    '10.039.3',
    '93,65%',
    '%',
    '27.1',
    '02',
    '1,5 tỷ đồng',
    'triệu',
    'km²',
    'm2',
  ],
  ...[
    'trong đó',
    'gồm',
    'tăng',
    'giảm',
    'đạt',
    'hơn',
    'gần',
    'khoảng',
    'so với',
    'gấp',
    'còn lại',
    'lượt',
    'người',
    'hộ',
  ],
  ...[
    '(',
    ')',
    ',',
    ';',
    ':',
    '.',
    '…',
    '“',
    '”',
    '...',
    '\t',
    '  ',
    '\u00A0',
    '\u200B',
    '\uFEFF',
    '⁽¹⁾',
    '¹',
    '[1]',
    '\f',
    '|',
  ],
  ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'ỦY BAN NHÂN DÂN'],
  ...[
    'BÁO CÁO',
    'Kính gửi:',
    'Nơi nhận:',
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'Lưu: VT.',
    'Trên đây là',
    'Trang 3',
    '---',
  ],
];

/** Lines of such pieces, some blank, with and without the blanks between the pieces. */
const reportSoup = fc
  .array(fc.tuple(fc.array(fc.constantFrom(...active), { maxLength: 9 }), fc.constantFrom(' ', ' ', ' ', '')), {
    maxLength: 40,
  })
  .map((lines) => lines.map(([pieces, gap]) => pieces.join(gap)).join('\n'));

/** Any code points at all, then any UTF-16 units at all: halves of pairs included. */
const unicodeSoup = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
);

/** Any text: mostly what looks like a report. */
export const anyText = fc.oneof({ weight: 4, arbitrary: reportSoup }, { weight: 1, arbitrary: unicodeSoup });

/** Bytes of a file with some of them changed, cut out or repeated. */
export const damaged = (file: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat(file.length), fc.nat(64), fc.uint8Array({ maxLength: 8 })), { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce(
        (bytes, [at, cut, put]) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
        Buffer.from(file),
      ),
    );
