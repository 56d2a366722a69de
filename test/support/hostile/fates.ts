// What becomes of the files that are made here.

const damaged = /^is damaged or was not downloaded completely$/;
const blank = /^is a PDF without a text layer \(a scan or blank\)$/;
const deep = /^is nested too deeply for a document$/;
const long = /^has too many paragraphs for a document$/;
const unpacked = /^is too large when unpacked$/;
const locked = /protected by a password; /;
const image = (cause: string) => new RegExp(`^is an image \\(a scan\\); it ${cause}$`);

/** What becomes of a file: `read` as whole, the cause why not, or for an archive that of each member that is not. */
export type Fate = 'read' | RegExp | { read: number; refused: [member: string, cause: RegExp][] };

/** By name, for each file of this folder. */
export const fates: Record<string, Fate> = {
  // .doc
  'sectors-in-a-circle.doc': damaged,
  'a-directory-in-a-circle.doc': damaged,
  'a-billion-sectors.doc': 'read',
  'more-text-than-there-is.doc': damaged,
  'a-table-of-four-billion.doc': damaged,
  'styles-in-a-circle.doc': 'read',
  'a-chain-of-styles.doc': 'read',
  'a-label-of-many-letters.doc': 'read',
  'tables-in-tables.doc': 'read',
  'fields-without-end.doc': 'read',
  'twenty-thousand-paragraphs.doc': 'read',
  'no-text-in-its-streams.doc': damaged,
  // .docx
  'entities-in-entities.docx': damaged,
  'entity-of-a-file.docx': damaged,
  'ten-thousand-levels.docx': deep,
  'tables-in-tables.docx': 'read',
  'nothing-100-MB.docx': unpacked,
  'a-million-empty-paragraphs.docx': long,
  'a-million-runs.docx': long,
  'one-long-attribute.docx': 'read',
  'a-hundred-thousand-attributes.docx': 'read',
  'a-hundred-thousand-namespaces.docx': 'read',
  'fields-without-end.docx': unpacked,
  'styles-in-a-circle.docx': 'read',
  'a-chain-of-styles.docx': 'read',
  'a-label-of-many-letters.docx': 'read',
  'a-label-of-many-ms.docx': 'read',
  'a-cell-over-many-columns.docx': 'read',
  'notes-that-call-themselves.docx': 'read',
  // .odt
  'entities-in-entities.odt': damaged,
  'entity-of-a-file.odt': damaged,
  'ten-thousand-levels.odt': deep,
  'a-billion-spaces.odt': 'read',
  'many-million-spaces.odt': 'read',
  'a-billion-columns.odt': 'read',
  'a-label-of-many-letters.odt': 'read',
  'styles-in-a-circle.odt': 'read',
  'a-chain-of-styles.odt': 'read',
  'a-million-spans.odt': 'read',
  'nothing-100-MB.odt': unpacked,
  // .html
  'a-hundred-thousand-levels.html': deep,
  'formatting-without-end.html': deep,
  'formatting-across-blocks.html': deep,
  'tables-in-tables.html': deep,
  'text-beside-cells.html': 'read',
  'a-cell-over-many-columns.html': 'read',
  'a-list-that-starts-late.html': 'read',
  'many-rules-many-elements.html': 'read',
  'comments-without-end.html': 'read',
  'entities-without-end.html': 'read',
  'brackets.html': 'read',
  'attributes.html': 'read',
  'styles-without-end.html': 'read',
  'a-web-archive-of-boundaries.html': /^holds no text$/,
  // .rtf
  'a-million-groups.rtf': deep,
  'groups-opened-and-closed.rtf': deep,
  'more-bytes-than-there-are.rtf': damaged,
  'signs-to-skip.rtf': 'read',
  'a-long-word.rtf': 'read',
  'a-long-number.rtf': 'read',
  'a-million-fonts.rtf': 'read',
  'a-billion-levels-of-table.rtf': 'read',
  'cells-without-end.rtf': 'read',
  'lists-in-a-circle.rtf': 'read',
  'notes-in-notes.rtf': deep,
  'a-million-paragraphs.rtf': long,
  // .pdf
  'pages-in-a-circle.pdf': /^is a damaged PDF$/,
  'a-page-under-another-number.pdf': 'read',
  'all-pages-under-other-numbers.pdf': blank,
  'tables-of-contents-in-a-circle.pdf': 'read',
  'length-of-itself.pdf': 'read',
  'more-pages-than-there-are.pdf': 'read',
  'tall-tree.pdf': blank,
  'huge-page.pdf': 'read',
  'huge-unit.pdf': 'read',
  'form-in-itself.pdf': 'read',
  'arrays-in-arrays.pdf': blank,
  'dictionaries-in-dictionaries.pdf': /^is a damaged PDF$/,
  'stream-packed-twice.pdf': 'read',
  'image-that-lies.pdf': blank,
  'image-of-64-million.pdf': /^is a scan: /,
  'a-million-letters-in-one-place.pdf': 'read',
  'a-million-words.pdf': 'read',
  'a-million-rules.pdf': 'read',
  // Images, judged before any OCR.
  'huge.png': image('is too large'),
  'huge.jpg': image('is too large'),
  'huge.tif': image('is too large'),
  'ten-thousand-pages.tif': image('has too many pages'),
  'pages-in-a-circle.tif': image('is damaged'),
  // Archives
  'archives-in-archives.zip': {
    read: 0,
    refused: Array.from({ length: 100 }, (_, n) => [
      `4-${Math.floor(n / 10)}.zip/3-${n % 10}.zip`,
      /^is an archive nested more than one level deep$/,
    ]),
  },
  'a-thousand-names-for-32-MB.zip': {
    read: 0,
    refused: Array.from({ length: 33 }, (_, n) => [`${n}.txt`, n < 32 ? damaged : /what follows is not read/]),
  },
  'packed-70-MB.zip': { read: 1, refused: [['a.txt', /^is larger than the limit of 64 MB$/]] },
  'sixty-thousand-members.zip': /^holds too many files$/,
  'names-that-steer-the-terminal.zip': { read: 0, refused: [['a[2J b.txt', /^is empty$/]] },
  'paths-out.zip': { read: 3, refused: [] },
  // Empty, cut short, locked, senseless, or not what the name says
  ...Object.fromEntries(
    ['txt', 'md', 'docx', 'doc', 'rtf', 'odt', 'html', 'pdf', 'png', 'jpg', 'tif', 'zip'].map((ending) => [
      `empty.${ending}`,
      /^is empty$/,
    ]),
  ),
  ...Object.fromEntries(
    ['docx', 'doc', 'rtf', 'odt', 'zip'].flatMap((ending) => [
      [`half.${ending}`, damaged],
      [`first-hundredth.${ending}`, damaged],
    ]),
  ),
  'half.pdf': /^is a truncated PDF$/,
  'first-hundredth.pdf': /^is a truncated PDF$/,
  // Of a page nobody can say that it is not whole; its report warns.
  'half.html': 'read',
  'first-hundredth.html': /^holds no text$/,
  'password.docx': locked,
  'password.doc': locked,
  'password.odt': locked,
  'password.pdf': /^is a password-protected PDF$/,
  'password.zip': { read: 0, refused: [['a.txt', locked]] },
  'noise.txt': /^is not text: it holds binary data$/,
  'noise.pdf': /^is a truncated PDF$/,
  'noise.docx': damaged,
  'noise.doc': damaged,
  'noise.rtf': damaged,
  'a-program.docx': /^is not text: it holds binary data$/,
  'an-rtf.doc': 'read',
  'a-page.doc': 'read',
  'a-docx.pdf': 'read',
  'a-pdf.docx': 'read',
  'text.docx': 'read',
  'sheet.xls': /^is an Excel 97-2003 file \(\.xls\), /,
  'macros.docm': 'read',
  'picture-that-is-missing.odt': 'read',
};

/** What takes as long as it is let; only --timeout ends it. */
export const endless = [
  'forms-in-forms.pdf',
  'saves-without-end.pdf',
  'ten-thousand-pages.pdf',
  'one-page-ten-thousand-times.pdf',
];
