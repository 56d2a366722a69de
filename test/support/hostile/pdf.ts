import { deflateSync } from 'node:zlib';

// PDFs made to keep a reader busy or to fill its memory. Each is a few kilobytes to a few megabytes.

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const HELLO = 'BT /F1 14 Tf 100 700 Td (Bao cao nam 2024) Tj ET';

/** An object of a file: its dictionary, and the bytes of its stream where it has one. */
type Obj = string | [dictionary: string, stream: Uint8Array | string];

/**
 * A file of plain objects, numbered from 1; the first is the catalog.
 *
 * @param trailer what else the trailer says; `@` stands for the place of the table of contents
 */
export function rawPdf(objects: Obj[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]!.length;
  const put = (part: Uint8Array | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const places = objects.map((object, n) => {
    const at = length;
    const [dictionary, stream] = typeof object === 'string' ? [object, null] : object;
    put(`${n + 1} 0 obj\n`);
    if (stream === null) put(dictionary);
    else {
      put(dictionary.replace(/>>$/, `/Length ${stream.length}>>\nstream\n`));
      put(stream);
      put('\nendstream');
    }
    put('\nendobj\n');
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const [size, at] = [objects.length + 1, length];
  put(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`);
  put(`trailer\n<</Size ${size}/Root 1 0 R${trailer.replaceAll('@', String(at))}>>\nstartxref\n${at}\n%%EOF`);
  return new Uint8Array(Buffer.concat(parts));
}

const page = (more = '', resources = '', box = '0 0 595 842') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>${more}>>`;

const onePage = (content: string, resources = '', ...more: Obj[]) =>
  rawPdf([CATALOG, ONE_PAGE, page('', resources), ['<<>>', content], FONT, ...more]);

const times = (n: number, make: (n: number) => string) => Array.from({ length: n }, (_, at) => make(at)).join('');

/** A form that paints the next one ten times, and so on: 10 to the power of `levels`. */
function laughs(levels: number): Uint8Array {
  const form = (n: number): Obj => [
    `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>/XObject<</X ${n + 1} 0 R>>>>>>`,
    n - 6 < levels ? '/X Do '.repeat(10) : HELLO,
  ];
  return onePage(
    `${HELLO} /X Do`,
    '/XObject<</X 6 0 R>>',
    ...Array.from({ length: levels + 1 }, (_, n) => form(n + 6)),
  );
}

/** A content stream of spaces, packed twice: a megabyte of it is a terabyte. */
const bomb = (megabytes: number): Uint8Array => {
  const packed = deflateSync(deflateSync(Buffer.concat([Buffer.alloc(megabytes * 2 ** 20, ' '), Buffer.from(HELLO)])));
  return rawPdf([CATALOG, ONE_PAGE, page(), ['<</Filter[/FlateDecode/FlateDecode]>>', packed], FONT]);
};

/** Each node of the tree of pages has one child, the last the page. */
const tallTree = (levels: number): Uint8Array => {
  const nodes = Array.from(
    { length: levels },
    (_, n) => `<</Type/Pages/Kids[${n + 3} 0 R]/Count 1/Parent ${n + 1} 0 R>>`,
  );
  return rawPdf([CATALOG, ...nodes, `<</Type/Page/MediaBox[0 0 595 842]/Parent ${levels + 1} 0 R>>`]);
};

/** Three pages, some of which have another number where they stand than in the table of contents. */
function underAnotherNumber(...numbers: string[]): Uint8Array {
  const pages = '<</Type/Pages/Kids[3 0 R 6 0 R 7 0 R]/Count 3>>';
  const file = Buffer.from(rawPdf([CATALOG, pages, page(), ['<<>>', HELLO], FONT, page(), page()]));
  for (const number of numbers) file.write('9', file.indexOf(`\n${number} 0 obj`) + 1);
  return file;
}

const shell = (pages: number): Uint8Array =>
  rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[${times(pages, (n) => `${n + 4} 0 R `)}]/Count ${pages}>>`,
    FONT,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ]);

const image = (side: number): Obj => [
  `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode>>`,
  deflateSync(Buffer.alloc(1e6)),
];

/** By name, how each is made. */
export const hostilePdfs: Record<string, () => Uint8Array> = {
  'pages-in-a-circle': () =>
    rawPdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 9>>', '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 2 0 R>>']),
  'a-page-under-another-number': () => underAnotherNumber('6'),
  'all-pages-under-other-numbers': () => underAnotherNumber('3', '6', '7'),
  'tables-of-contents-in-a-circle': () => rawPdf([CATALOG, ONE_PAGE, page(), ['<<>>', HELLO], FONT], '/Prev @'),
  'length-of-itself': () => rawPdf([CATALOG, ONE_PAGE, page(), `<</Length 4 0 R>>\nstream\n${HELLO}\nendstream`, FONT]),
  'more-pages-than-there-are': () =>
    rawPdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>', page(), ['<<>>', HELLO], FONT]),
  'one-page-ten-thousand-times': () =>
    rawPdf([CATALOG, `<</Type/Pages/Kids[${'3 0 R '.repeat(10_000)}]/Count 10000>>`, page(), ['<<>>', HELLO], FONT]),
  'ten-thousand-pages': () => shell(10_000),
  'tall-tree': () => tallTree(10_000),
  'huge-page': () => rawPdf([CATALOG, ONE_PAGE, page('', '', '0 0 100000000 100000000'), ['<<>>', HELLO], FONT]),
  'huge-unit': () => rawPdf([CATALOG, ONE_PAGE, page('/UserUnit 1000000'), ['<<>>', HELLO], FONT]),
  'forms-in-forms': () => laughs(9),
  'form-in-itself': () =>
    onePage(`${HELLO} /X Do`, '/XObject<</X 6 0 R>>', [
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>>>',
      '/X Do /X Do',
    ]),
  'arrays-in-arrays': () => onePage(`${'['.repeat(100_000)} ${HELLO}`),
  'dictionaries-in-dictionaries': () =>
    rawPdf([CATALOG, ONE_PAGE, page(`/X ${'<</X'.repeat(50_000)}`), ['<<>>', HELLO], FONT]),
  'saves-without-end': () => onePage(`${'q '.repeat(1_000_000)} ${HELLO}`),
  'stream-packed-twice': () => bomb(300),
  'image-that-lies': () => onePage('/I Do', '/XObject<</I 6 0 R>>', image(60_000)),
  'image-of-64-million': () => onePage('600 0 0 800 0 0 cm /I Do', '/XObject<</I 6 0 R>>', image(8000)),
  'a-million-letters-in-one-place': () =>
    onePage(`BT /F1 9 Tf ${'1 0 0 1 100 700 Tm (abcdefghij) Tj '.repeat(100_000)} ET`),
  'a-million-words': () =>
    onePage(`BT /F1 9 Tf ${times(300_000, (n) => `1 0 0 1 ${n % 550} ${(n * 7) % 800} Tm (ab) Tj `)} ET`),
  'a-million-rules': () =>
    onePage(`${HELLO} ${times(400_000, (n) => `${n % 500} ${n % 800} m ${(n % 500) + 30} ${n % 800} l S `)}`),
};
