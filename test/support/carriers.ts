import { inList, level, list, type Parts, paragraph, run, table } from './docx.ts';

/*
 * One short invented report with everything that a carrier of text must not lose. LibreOffice has turned it into the
 * files of test/files (see make.ts there); what each of them must give is `carriedLines`.
 */

const raised = '<w:vertAlign w:val="superscript"/>';
const note = (id: number) => run(`<w:footnoteReference w:id="${id}"/>`, raised);
const cells = (rows: string[][]) => rows.map((row) => row.map((text) => paragraph(text)));
const border = (side: string) => `<w:${side} w:val="single" w:sz="4"/>`;
const lined = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`;

const body = [
  // The head as many type it: a row for each line, without borders.
  table(
    cells([
      ['UBND HUYỆN AN LẠC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['XÃ PHÚ ĐỒNG', 'Độc lập - Tự do - Hạnh phúc'],
      ['Số: 25/BC-UBND', 'Phú Đồng, ngày 08 tháng 4 năm 2024'],
    ]),
  ),
  paragraph(run('Báo cáo', '<w:caps/>')),
  paragraph('Công tác tiếp công dân quý I'),
  paragraph('KẾT QUẢ', inList(1, 0)),
  paragraph('Tiếp công dân', inList(1, 1)),
  paragraph('Tiếp thường xuyên', inList(1, 2)),
  paragraph(run('Diện tích 12,5 km') + run('2', raised) + run('; đã tiếp 48 lượt.'), inList(2, 0)),
  paragraph('Trong đó 05 lượt đông người.', inList(2, 1)),
  paragraph(run('Căn cứ Kế hoạch số 12/KH') + run('<w:noBreakHyphen/>') + run('UBND') + note(1) + run(' của xã.')),
  paragraph('Tiếp định kỳ', inList(1, 2)),
  paragraph('Lịch tiếp', inList(1, 3)),
  paragraph('Nơi tiếp', inList(1, 3)),
  paragraph('Xử lý đơn', inList(1, 1)),
  paragraph(run('Cột một') + run('<w:tab/>') + run('cột hai') + run('<w:br/>') + run('dòng dưới')),
  paragraph(run('Còn') + run(' bí mật', '<w:vanish/>') + run(' lại 03 đơn.')),
  paragraph(
    `<w:del w:id="1" w:author="A">${run('<w:delText>Đã bỏ. </w:delText>')}</w:del><w:ins w:id="2" w:author="A">${run('Đã thêm.')}</w:ins>`,
  ),
  table(
    cells([
      ['TT', 'Nội dung', 'Số đơn'],
      ['1', 'Khiếu nại', '02'],
      ['2', 'Tố cáo', '01'],
    ]),
    lined,
  ),
  paragraph('NHIỆM VỤ', inList(1, 0)),
  paragraph('Duy trì lịch tiếp', inList(1, 1)),
  table([
    [
      paragraph('Nơi nhận:') + paragraph('- UBND huyện;') + paragraph('- Lưu: VT.'),
      paragraph('TM. ỦY BAN NHÂN DÂN') + paragraph('CHỦ TỊCH') + paragraph('Trần Văn Bình'),
    ],
  ]),
  paragraph(''),
].join('');

/** The parts of the report as a Word document. */
export const carrierParts: Parts = {
  body,
  numbering:
    list(
      1,
      level(0, 'upperRoman', '%1.'),
      level(1, 'decimal', '%2.'),
      level(2, 'decimal', '%2.%3.'),
      level(3, 'lowerLetter', '%4)'),
    ) + list(2, level(0, 'bullet', '-'), level(1, 'bullet', '+')),
  footnotes: `<w:footnote w:id="1">${paragraph(run('<w:footnoteRef/>', raised) + run(' Ban hành ngày 05/01/2024.'))}</w:footnote>`,
};

/** Its lines, as every carrier must give them. */
export const carriedLines = [
  'UBND HUYỆN AN LẠC',
  'XÃ PHÚ ĐỒNG',
  'Số: 25/BC-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Phú Đồng, ngày 08 tháng 4 năm 2024',
  'BÁO CÁO',
  'Công tác tiếp công dân quý I',
  'I. KẾT QUẢ',
  '1. Tiếp công dân',
  '1.1. Tiếp thường xuyên',
  '- Diện tích 12,5 km²; đã tiếp 48 lượt.',
  '+ Trong đó 05 lượt đông người.',
  'Căn cứ Kế hoạch số 12/KH-UBND¹ của xã.',
  '1.2. Tiếp định kỳ',
  'a) Lịch tiếp',
  'b) Nơi tiếp',
  '2. Xử lý đơn',
  'Cột một\tcột hai',
  'dòng dưới',
  'Còn lại 03 đơn.',
  'Đã thêm.',
  'TT',
  'Nội dung',
  'Số đơn',
  '1',
  'Khiếu nại',
  '02',
  '2',
  'Tố cáo',
  '01',
  'II. NHIỆM VỤ',
  '1. Duy trì lịch tiếp',
  'Nơi nhận:',
  '- UBND huyện;',
  '- Lưu: VT.',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Trần Văn Bình',
  '¹ Ban hành ngày 05/01/2024.',
];
