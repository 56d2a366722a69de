import { describe, expect, test } from 'vitest';
import { extractPdf, type PdfText } from '../../src/extract/pdf/index.ts';
import { type Content, type Setting, writePdf } from './pdf-writer.ts';

const report: Content = {
  head: {
    left: ['ỦY BAN NHÂN DÂN', 'HUYỆN AN LẠC', 'Số: 118/BC-UBND'],
    right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'An Lạc, ngày 12 tháng 6 năm 2024'],
  },
  title: [
    'BÁO CÁO',
    'Tình hình tiếp công dân, xử lý đơn thư sáu tháng đầu năm 2024 và phương hướng, nhiệm vụ trọng tâm sáu tháng cuối năm',
  ],
  body: [
    'Thực hiện Kế hoạch số 27/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh về công tác tiếp công dân, Ủy ban nhân dân huyện An Lạc báo cáo kết quả như sau:',
    'I. ĐẶC ĐIỂM TÌNH HÌNH',
    'Huyện An Lạc có diện tích tự nhiên 412,6 km², gồm 14 xã, 02 thị trấn với 96 thôn, tổ dân phố. Đời sống của Nhân dân tiếp tục được cải thiện; tuy nhiên việc thu hồi đất để xây dựng hồ chứa nước Suối Trầm còn phát sinh nhiều kiến nghị, phản ánh kéo dài.',
    'II. KẾT QUẢ THỰC HIỆN',
    '1. Công tác tiếp công dân',
    'Các cơ quan, đơn vị đã tiếp 214 lượt/263 người với 187 vụ việc, tăng 12 lượt so với cùng kỳ; trong đó:',
    '- Tiếp thường xuyên tại Trụ sở tiếp công dân huyện: 133 lượt/158 người, chủ yếu phản ánh về bồi thường, hỗ trợ, tái định cư và việc cấp giấy chứng nhận quyền sử dụng đất lần đầu cho các hộ dân.',
    '- Tiếp định kỳ của lãnh đạo: 81 lượt/105 người.',
    '2. Công tác xử lý đơn',
    'a) Tiếp nhận 96 đơn, đủ điều kiện xử lý 88 đơn, gồm khiếu nại 21 đơn, tố cáo 03 đơn, kiến nghị, phản ánh 64 đơn.',
    'b) Đã giải quyết 79/88 đơn, đạt 89,77%. Số đơn còn lại đang trong thời hạn giải quyết theo quy định của Luật Khiếu nại và Luật Tố cáo, được giao cho Thanh tra huyện theo dõi, đôn đốc hằng tuần.',
    'Bên cạnh đó, Ủy ban nhân dân huyện đã bố trí 1.250 m² đất sạch tại khu tái định cư Đồng Gò cho 38 hộ dân phải di dời, chi trả 6,4 tỷ đồng tiền hỗ trợ; tổ chức 09 buổi đối thoại trực tiếp với các hộ dân chưa đồng thuận, qua đó có thêm 17 hộ bàn giao mặt bằng.',
    'III. PHƯƠNG HƯỚNG, NHIỆM VỤ',
    'Tiếp tục duy trì nghiêm túc lịch tiếp công dân; không để phát sinh điểm nóng, khiếu kiện đông người, vượt cấp; gắn tiếp công dân với giải quyết dứt điểm các vụ việc tồn đọng theo Kế hoạch số 41/KH-UBND ngày 02/3/2024 của Ủy ban nhân dân huyện.',
    'Trên đây là báo cáo của Ủy ban nhân dân huyện An Lạc./.',
  ],
  foot: {
    left: ['Nơi nhận:', '- Thanh tra tỉnh;', '- TT Huyện ủy, HĐND huyện;', '- Lưu: VT, TD.'],
    right: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', '', 'Lê Thị Hòa An'],
  },
};

/** All paragraphs in reading order, wrapped lines joined; furniture and notes inside them left out. */
function paragraphs({ text, layout }: PdfText): string[] {
  const blank = [
    ...layout.furniture,
    ...layout.notes.map(({ body: [start, end] }) => [text.lastIndexOf('\n', start) + 1, end]),
  ];
  let reading = text;
  for (const [from = 0, to = 0] of blank) reading = reading.slice(0, from) + ' '.repeat(to - from) + reading.slice(to);
  return (layout.paragraphs ?? []).map(([start, end]) =>
    reading
      .slice(start, end)
      .replace(/([\p{L}\d]-)\n(?=\p{L})/gu, '$1')
      .replace(/\s+/g, ' '),
  );
}

const printed = ({ head, title = [], body, foot }: Content): string[] => [
  ...(head ? [...head.left, ...head.right] : []),
  ...title,
  ...body,
  ...(foot ? [...foot.left, ...foot.right].filter(Boolean) : []),
];

const twice = {
  ...report,
  body: report.body.flatMap((text, n) => (n ? [text, text.replace(/^(?:[IV]+\.|[0-9]\.|[ab]\)|-) /, '')] : [text])),
};

describe('paragraphs by geometry alone', () => {
  const settings: [string, Setting][] = [
    ['justified, indented, number at the top', {}],
    ['ragged, indented, 13 points', { justified: false, size: 13, number: 'bottom' }],
    ['justified, no indent, space between', { indent: 0, gap: 9, number: 'right' }],
    ['ragged, no indent, space between', { justified: false, indent: 0, gap: 9, size: 13 }],
    ['indented, no space between, wide lines', { gap: 0, pitch: 1.6, indent: 36 }],
    ['each glyph drawn by itself', { glyphs: true }],
    ['each glyph drawn by itself, ragged', { glyphs: true, justified: false, indent: 0, gap: 8 }],
    ['head and foot drawn row by row', { rows: true }],
    ['a running head', { number: 'bottom', runningHead: 'Báo cáo tiếp công dân sáu tháng đầu năm 2024' }],
  ];
  test.each(settings)('%s', async (_, setting) => {
    const pdf = await extractPdf(await writePdf(twice, setting));
    expect(paragraphs(pdf)).toEqual(printed(twice));
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.layout.furniture.length).toBe(pdf.pages * (setting.runningHead ? 2 : 1));
    expect(pdf.layout.pages).toHaveLength(pdf.pages);
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
  });
});
