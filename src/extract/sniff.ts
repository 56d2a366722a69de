import type { Format, Message } from '../source.ts';
import { isArchive } from './html/mhtml.ts';

/** What the bytes of a file are: a format dvcq reads, or another one with the reason why it is not read. */
export type Sniffed = { format: Exclude<Format, 'md'> } | Refused;

interface Refused {
  refused: Message;
  /** Whether it is an archive whose members may be documents. */
  archive?: true;
}

/** How far into a file PDF readers look for its signature. */
const PDF_HEAD = 1024;

const notYet = (vi: string, en: string): Refused => ({
  refused: {
    vi: `là ${vi}, dvcq chưa đọc được định dạng này; hãy lưu thành .docx, .pdf hoặc .txt`,
    en: `is ${en}, which dvcq does not read yet; save it as .docx, .pdf or .txt`,
  },
});

const image = notYet('tệp ảnh (bản chụp)', 'an image (a scan)');

/** Signatures at the very start of a file, as Latin-1. */
const signatures: [start: string, sniffed: Sniffed][] = [
  ['{\\rtf', { format: 'rtf' }],
  ['\x89PNG\r\n', { format: 'png' }],
  ['\xFF\xD8\xFF', { format: 'jpg' }],
  ['GIF8', image],
  ['BM', image],
  ['II*\0', { format: 'tif' }],
  ['MM\0*', { format: 'tif' }],
  ['\x1F\x8B', notYet('tệp nén .gz', 'a .gz archive')],
  ['7z\xBC\xAF\x27\x1C', notYet('tệp nén .7z', 'a .7z archive')],
  ['Rar!\x1A\x07', notYet('tệp nén .rar', 'a .rar archive')],
];

/** Members that tell what a zip archive holds. */
const packages: [member: string, sniffed: Sniffed][] = [
  ['word/', { format: 'docx' }],
  ['xl/', notYet('bảng tính Excel .xlsx', 'an Excel .xlsx workbook')],
  ['ppt/', notYet('bản trình chiếu .pptx', 'a PowerPoint .pptx file')],
  ['content.xml', { format: 'odt' }],
];

/** Streams, named in UTF-16, that tell what an OLE file (Office 97-2003) holds. */
const streams: [stream: string, sniffed: Sniffed][] = [
  [
    'EncryptedPackage',
    {
      refused: {
        vi: 'được bảo vệ bằng mật khẩu; hãy mở bằng Word và lưu lại không mật khẩu',
        en: 'is protected by a password; open it in Word and save it without one',
      },
    },
  ],
  ['WordDocument', { format: 'doc' }],
  ['Workbook', notYet('tệp Excel 97-2003 (.xls)', 'an Excel 97-2003 file (.xls)')],
];

/**
 * Tells the format of a file by its bytes, never by its name: many an archived .doc is really .rtf, .docx or HTML.
 * What has no known signature is taken for text; whether it is text, decoding will tell.
 */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, PDF_HEAD);
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return sniffZip(file);
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return sniffOle(file);
  // "BM" alone could begin a text; a real bitmap has zeros in its header.
  for (const [start, sniffed] of signatures)
    if (head.startsWith(start) && (start !== 'BM' || head.slice(6, 10) === '\0\0\0\0')) return sniffed;
  return sniffMarkup(head) ?? { format: 'txt' };
}

/** A zip is known by its members; one cut short has no directory of them, so the bytes are searched for a name. */
async function sniffZip(file: Buffer): Promise<Sniffed> {
  const { listMembers } = await import('./office/zip.ts');
  let members: string[];
  try {
    members = listMembers(file).map(({ name }) => name.replaceAll('\\', '/').replace(/^\//, ''));
  } catch {
    members = packages.map(([member]) => member).filter((member) => file.includes(member));
  }
  const known = packages.find(([prefix]) => members.some((member) => member.startsWith(prefix)));
  // An Office file may embed reports; a folder of reports may be called "word". Only the first lists its types.
  if (known && (members.some((member) => TYPES.test(member)) || !members.some((member) => DOCUMENT.test(member))))
    return known[1];
  return { ...notYet('tệp nén .zip', 'a .zip archive'), archive: true };
}

const TYPES = /^(?:\[content_types\]\.xml|mimetype)$/i;
const DOCUMENT = /\.(?:docx?|docm|rtf|odt|pdf|txt|md|html?|zip)$/i;

/** One that breaks off before its list of streams is most likely the common one, whose reader says that it is damaged. */
function sniffOle(file: Buffer): Sniffed {
  if (file.length < 512 || (file.readUInt32LE(48) + 1) * 512 >= file.length) return { format: 'doc' };
  const known = streams.find(([stream]) => file.includes(Buffer.from(stream, 'utf16le')));
  return known?.[1] ?? notYet('tệp Office 97-2003', 'an Office 97-2003 file');
}

/** HTML and XML, with or without byte order mark; a web archive is a message that holds HTML. */
function sniffMarkup(head: string): Sniffed | null {
  // UTF-16 has a zero for every other byte of a tag.
  const start = head
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (isArchive(start)) return { format: 'html' };
  if (PAGE.test(start)) return { format: 'html' };
  if (!start.startsWith('<?xml')) return null;
  if (/<(?:!doctype\s+)?html\b/i.test(start)) return { format: 'html' };
  return /<office:document\b/.test(start) ? { format: 'odt' } : notYet('tệp XML', 'an XML file');
}

/** How pages begin; Word puts comments before. Markdown may begin with other tags. */
const PAGE = /^(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body|meta|title|style)\b/i;
