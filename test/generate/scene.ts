import type { Scene } from './fill.ts';
import { habitsOf } from './numbers.ts';
import type { Random } from './random.ts';

/** Who reports, and to whom: what stands in head, title and foot. */
export interface Office {
  isParty: boolean;
  parent: string;
  issuer: string;
  place: string;
  symbol: string;
  /** Lines above the name of who signs. */
  signs: string[];
  recipients: string[];
}

export interface Setting {
  office: Office;
  scene: Scene;
  number: number;
  day: number;
  month: number;
}

const places = [
  'An Hòa',
  'Bình Lâm',
  'Cẩm Trung',
  'Đông Sơn',
  'Hòa Lộc',
  'Khánh Vân',
  'Long Điền',
  'Mỹ Thuận',
  'Nam Phong',
  'Phú Lương',
  'Quế Tân',
  'Sơn Hải',
  'Tân Thạnh',
  'Thanh Lâm',
  'Trà Giang',
  'Vĩnh Khê',
  'Xuân Thủy',
  'Yên Bắc',
];
const provinces = ['Bắc Hà', 'Nam Thành', 'Lâm Sơn', 'Trung Giang', 'Đồng Phước', 'Hải Tân'];
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Ngọc', 'Thanh'];
const given = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Hạnh',
  'Hùng',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quang',
  'Sơn',
  'Tâm',
  'Việt',
  'Xuân',
];

export const nameOf = (random: Random): string =>
  `${random.pick(families)} ${random.pick(middles)} ${random.pick(given)}`;

interface Level {
  weight: number;
  office(place: string, province: string, random: Random): Office;
  words: { me: string; up: string; subs: string; area: string };
}

const people = 'ỦY BAN NHÂN DÂN';
const upper = (text: string) => text.toUpperCase();

/** The offices of the state; `of` is what stands below the first line of the head. */
const state = (
  parent: string,
  issuer: string,
  place: string,
  symbol: string,
  signs: string[],
  recipients: string[],
) => ({
  isParty: false,
  ...{ parent, issuer, place, symbol, signs, recipients },
});
const party = (
  parent: string,
  issuer: string,
  place: string,
  symbol: string,
  signs: string[],
  recipients: string[],
) => ({
  isParty: true,
  ...{ parent, issuer, place, symbol, signs, recipients },
});

const chairman = (random: Random) =>
  random.chance(50) ? [`TM. ${people}`, 'CHỦ TỊCH'] : [`TM. ${people}`, 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'];

const levels: readonly Level[] = [
  {
    weight: 35,
    office: (place, province, random) =>
      state(
        `${people}\nHUYỆN ${upper(random.pick(places))}`,
        `${people}\nXÃ ${upper(place)}`,
        place,
        'BC-UBND',
        chairman(random),
        ['UBND huyện', 'TT Đảng ủy, HĐND xã', `Công an tỉnh ${province}`],
      ),
    words: { me: 'UBND xã', up: 'UBND huyện', subs: 'các thôn', area: 'xã' },
  },
  {
    weight: 25,
    office: (place, province, random) =>
      state(
        `${people}\nTỈNH ${upper(province)}`,
        `${people}\nHUYỆN ${upper(place)}`,
        place,
        'BC-UBND',
        chairman(random),
        ['UBND tỉnh', 'Sở Nội vụ', 'TT Huyện ủy', 'CT, các PCT UBND huyện'],
      ),
    words: { me: 'UBND huyện', up: 'UBND tỉnh', subs: 'các xã, thị trấn', area: 'huyện' },
  },
  {
    weight: 8,
    office: (_, province, random) =>
      state('', `${people}\nTỈNH ${upper(province)}`, province, 'BC-UBND', chairman(random), [
        'Văn phòng Chính phủ',
        'Bộ Nội vụ',
        'TT Tỉnh ủy',
      ]),
    words: { me: 'UBND tỉnh', up: 'Chính phủ', subs: 'các huyện, thành phố', area: 'tỉnh' },
  },
  {
    weight: 12,
    office: (_, province) =>
      state(
        `${people}\nTỈNH ${upper(province)}`,
        'SỞ NỘI VỤ',
        province,
        'BC-SNV',
        ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
        ['UBND tỉnh', 'Lãnh đạo Sở', 'Các phòng thuộc Sở'],
      ),
    words: { me: 'Sở Nội vụ', up: 'UBND tỉnh', subs: 'các phòng, ban, đơn vị', area: 'tỉnh' },
  },
  {
    weight: 5,
    office: () =>
      state('', 'BỘ NỘI VỤ', 'Hà Nội', 'BC-BNV', ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'], ['Thủ tướng Chính phủ', 'Bộ trưởng']),
    words: { me: 'Bộ Nội vụ', up: 'Chính phủ', subs: 'các tỉnh, thành phố', area: 'ngành' },
  },
  {
    weight: 15,
    office: (place, province, random) =>
      party(
        `TỈNH ỦY ${upper(province)}`,
        `HUYỆN ỦY ${upper(place)}`,
        place,
        'BC/HU',
        ['T/M BAN THƯỜNG VỤ', random.pick(['BÍ THƯ', 'PHÓ BÍ THƯ THƯỜNG TRỰC'])],
        ['Ban Dân vận Tỉnh ủy', 'Các đồng chí Huyện ủy viên', 'Các chi, đảng bộ trực thuộc'],
      ),
    words: { me: 'Ban Thường vụ Huyện ủy', up: 'Tỉnh ủy', subs: 'các chi, đảng bộ', area: 'huyện' },
  },
];

function levelOf(random: Random): Level {
  let left = random.int(1, 100);
  return levels.find(({ weight }) => (left -= weight) <= 0) ?? levels[0]!;
}

/** Everything about a report but its body. */
export function settingOf(random: Random): Setting {
  const level = levelOf(random);
  const office = level.office(random.pick(places), random.pick(provinces), random);
  const year = random.int(2019, 2025);
  const [period, month] = random.pick([
    [`năm ${year}`, 12],
    [`6 tháng đầu năm ${year}`, 6],
    [`quý III năm ${year}`, 9],
    [`9 tháng đầu năm ${year}`, 9],
  ] as const);
  const words = { ...level.words, period, year: `${year}`, next: `${year + 1}`, before: `${year - 1}` };
  const scene = { random, habits: habitsOf(random), year, words, style: office.isParty ? 'party' : 'any' };
  return { office, scene, number: random.int(11, 900), day: random.int(10, 28), month };
}
