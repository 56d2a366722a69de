import { day, type Habits, isoDay } from './numbers.ts';
import type { Random } from './random.ts';
import type { Stated, TrueReference } from './truth.ts';

/** Signs of documents with those who issue them and what they are about. `year`: the year is part of the number. */
interface Kind {
  type: string;
  signs: readonly (readonly [symbol: string, issuer: string])[];
  year?: true;
  /** Number, hyphen, sign: the style of the Party. */
  party?: true;
  about: readonly string[];
}

const plans = [
  'công tác dân vận chính quyền',
  'kiểm soát thủ tục hành chính',
  'phòng, chống thiên tai',
  'tuyên truyền, phổ biến pháp luật',
  'nâng cao chất lượng phục vụ người dân',
  'đối thoại với Nhân dân',
];
const rules = [
  'phân công nhiệm vụ',
  'giao dự toán ngân sách',
  'thành lập Tổ công tác',
  'phê duyệt danh mục dự án',
  'ban hành quy chế phối hợp',
];

const state: readonly Kind[] = [
  {
    type: 'Kế hoạch',
    signs: [
      ['KH-UBND', 'UBND tỉnh'],
      ['KH-UBND', 'UBND huyện'],
      ['KH-SNV', 'Sở Nội vụ'],
      ['KH-BCĐ', 'Ban Chỉ đạo'],
    ],
    about: plans,
  },
  {
    type: 'Quyết định',
    signs: [
      ['QĐ-UBND', 'UBND tỉnh'],
      ['QĐ-TTg', 'Thủ tướng Chính phủ'],
      ['QĐ-BNV', 'Bộ Nội vụ'],
    ],
    about: rules,
  },
  {
    type: 'Chỉ thị',
    signs: [
      ['CT-TTg', 'Thủ tướng Chính phủ'],
      ['CT-UBND', 'UBND tỉnh'],
    ],
    about: ['tăng cường kỷ luật, kỷ cương hành chính', 'đẩy mạnh công tác dân vận'],
  },
  {
    type: 'Công văn',
    signs: [
      ['UBND-NC', 'UBND tỉnh'],
      ['SNV-CCHC', 'Sở Nội vụ'],
      ['UBND-TH', 'UBND huyện'],
      ['VPCP-TCCV', 'Văn phòng Chính phủ'],
    ],
    about: ['đôn đốc thực hiện chế độ báo cáo', 'rà soát hộ nghèo', 'chấn chỉnh việc giải quyết hồ sơ'],
  },
  {
    type: 'Nghị quyết',
    signs: [
      ['NQ-CP', 'Chính phủ'],
      ['NQ-HĐND', 'HĐND tỉnh'],
      ['NQ-HĐND', 'HĐND huyện'],
    ],
    about: ['nhiệm vụ phát triển kinh tế - xã hội', 'chính sách hỗ trợ hộ nghèo'],
  },
  {
    type: 'Báo cáo',
    signs: [
      ['BC-UBND', 'UBND huyện'],
      ['BC-SNV', 'Sở Nội vụ'],
    ],
    about: ['kết quả cải cách hành chính', 'tình hình đơn thư'],
  },
  {
    type: 'Tờ trình',
    signs: [
      ['TTr-UBND', 'UBND huyện'],
      ['TTr-STC', 'Sở Tài chính'],
    ],
    about: ['phân bổ kinh phí', 'điều chỉnh quy hoạch'],
  },
  {
    type: 'Thông báo',
    signs: [
      ['TB-UBND', 'UBND tỉnh'],
      ['TB-VPCP', 'Văn phòng Chính phủ'],
    ],
    about: ['kết luận cuộc họp', 'lịch tiếp công dân'],
  },
  {
    type: 'Nghị định',
    signs: [['NĐ-CP', 'Chính phủ']],
    year: true,
    about: ['thực hiện dân chủ ở cơ sở', 'cơ chế một cửa, một cửa liên thông'],
  },
  {
    type: 'Thông tư',
    signs: [
      ['TT-TTCP', 'Thanh tra Chính phủ'],
      ['TT-BNV', 'Bộ Nội vụ'],
      ['TT-BTC', 'Bộ Tài chính'],
    ],
    year: true,
    about: ['quy trình tiếp công dân', 'quản lý, sử dụng kinh phí'],
  },
  { type: 'Quyết định', signs: [['QĐ-UBND', 'UBND tỉnh']], year: true, about: rules },
];

const party = (
  [
    {
      type: 'Quyết định',
      signs: [
        ['QĐ/TW', 'Bộ Chính trị'],
        ['QĐ/TU', 'Ban Thường vụ Tỉnh ủy'],
        ['QĐ/HU', 'Ban Thường vụ Huyện ủy'],
      ],
      about: ['quy chế công tác dân vận', 'kiện toàn Ban Chỉ đạo'],
    },
    {
      type: 'Chỉ thị',
      signs: [
        ['CT/TW', 'Ban Bí thư'],
        ['CT/TU', 'Ban Thường vụ Tỉnh ủy'],
      ],
      about: ['tăng cường sự lãnh đạo của Đảng', 'xây dựng và thực hiện quy chế dân chủ'],
    },
    {
      type: 'Kết luận',
      signs: [
        ['KL/TW', 'Ban Bí thư'],
        ['KL/TU', 'Ban Thường vụ Tỉnh ủy'],
      ],
      about: ['tiếp tục đổi mới công tác dân vận'],
    },
    {
      type: 'Nghị quyết',
      signs: [
        ['NQ/TW', 'Ban Chấp hành Trung ương'],
        ['NQ/TU', 'Ban Chấp hành Đảng bộ tỉnh'],
        ['NQ/HU', 'Ban Chấp hành Đảng bộ huyện'],
      ],
      about: ['xây dựng khối đại đoàn kết', 'phát triển nông nghiệp'],
    },
    {
      type: 'Kế hoạch',
      signs: [
        ['KH/TU', 'Ban Thường vụ Tỉnh ủy'],
        ['KH/HU', 'Ban Thường vụ Huyện ủy'],
      ],
      about: plans,
    },
    {
      type: 'Hướng dẫn',
      signs: [
        ['HD/BDVTU', 'Ban Dân vận Tỉnh ủy'],
        ['HD/BTGTU', 'Ban Tuyên giáo Tỉnh ủy'],
      ],
      about: ['phong trào thi đua Dân vận khéo'],
    },
    {
      type: 'Chương trình',
      signs: [
        ['CTr/TU', 'Ban Thường vụ Tỉnh ủy'],
        ['CTr/HU', 'Ban Thường vụ Huyện ủy'],
      ],
      about: ['hành động thực hiện nghị quyết'],
    },
  ] satisfies Kind[]
).map((kind): Kind => ({ ...kind, party: true }));

const laws = [
  'Tiếp công dân',
  'Khiếu nại',
  'Tố cáo',
  'Đất đai',
  'Tổ chức chính quyền địa phương',
  'Thanh tra',
  'Hòa giải ở cơ sở',
  'Thực hiện dân chủ ở cơ sở',
  'Phòng, chống tham nhũng',
  'Bảo hiểm xã hội',
  'Trẻ em',
  'Cư trú',
  'Lâm nghiệp',
  'Phòng, chống thiên tai',
];

const named = (type: string, name: string): TrueReference => ({
  type,
  number: null,
  year: null,
  symbol: null,
  name,
  date: null,
});

export function law(random: Random): Stated {
  const name = random.pick(laws);
  return { text: `Luật ${name}`, figures: [], references: [named('Luật', name)] };
}

interface Cited {
  kind: Kind;
  code: string;
  issuer: string;
  reference: TrueReference;
}

/** A document of before the end of `year`. */
function citedOf(random: Random, kinds: readonly Kind[], year: number): Cited {
  const kind = random.pick(kinds);
  const [symbol, issuer] = random.pick(kind.signs);
  const number = String(random.int(1, random.chance(30) ? 2400 : 340)).padStart(2, '0');
  const issued = year - (random.chance(60) ? 0 : random.int(1, 6));
  const ofYear = kind.year ? issued : null;
  const code = kind.party ? `${number}-${symbol}` : `${number}/${ofYear ? `${ofYear}/` : ''}${symbol}`;
  const reference = { type: kind.type, number, year: ofYear, symbol, name: null, date: isoDay(random, issued) };
  return { kind, code, issuer, reference };
}

const kindsOf = (style: string, random: Random): readonly Kind[] =>
  style.startsWith('party') || (style.startsWith('any') && random.chance(30)) ? party : state;

/** One reference, with or without date ("party dated": with), issuer and subject. */
export function cite(random: Random, style: string, year: number, habits: Habits): Stated {
  const { kind, code, issuer, reference } = citedOf(random, kindsOf(style, random), year);
  const dated = style.endsWith('dated') || random.chance(80);
  const sign = random.pick(['số ', 'số ', 'số ', 'số: ', '']);
  const date = dated ? `${random.chance(12) ? ',' : ''} ngày ${day(reference.date!, habits)}` : '';
  const by = random.chance(70) ? ` của ${issuer}` : '';
  const about = random.chance(50) ? ` về ${random.chance(40) ? 'việc ' : ''}${random.pick(kind.about)}` : '';
  return {
    text: `${kind.type} ${sign}${code}${date}${by}${about}`,
    figures: [],
    references: [dated ? reference : { ...reference, date: null }],
  };
}

/** Two or three documents that share a type, and perhaps a date. */
export function citeSeveral(random: Random, style: string, year: number, habits: Habits): Stated {
  const kinds = [random.pick(kindsOf(style, random))];
  const several = Array.from({ length: random.int(2, 3) }, () => citedOf(random, kinds, year));
  // A number with its year says when it is from.
  const sameDay = !kinds[0]!.year && random.chance(40);
  if (sameDay) for (const { reference } of several) reference.date = several[0]!.reference.date;
  const again = random.chance(50);
  const items = several.map(({ code, reference }, n) => {
    const type = n === 0 || again ? `${reference.type} số ` : 'số ';
    const last = n === several.length - 1;
    const date = !sameDay || last ? `${sameDay ? ' cùng' : ''} ngày ${day(reference.date!, habits)}` : '';
    return `${type}${code}${date}`;
  });
  const text = `${items.slice(0, -1).join(', ')}${random.pick([' và ', ', '])}${items.at(-1)}`;
  return { text, figures: [], references: several.map(({ reference }) => reference) };
}
