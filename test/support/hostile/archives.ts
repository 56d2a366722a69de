import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

// Archives and images made to fill a reader's memory, or to keep it busy.

const text = new TextEncoder().encode('Đã tiếp 12 lượt công dân.\n');

interface Entry {
  name: string;
  packed: Uint8Array;
  size: number;
  crc: number;
}

/** A directory that names one member so often: each name is cheap, each reading of it is not. */
function overlapping(entries: Entry[], member: Entry): Uint8Array {
  const local = Buffer.alloc(30 + member.name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(member.name.length, 26);
  local.write(member.name, 30);
  const directory = entries.map(({ name, packed, size, crc }) => {
    const row = Buffer.alloc(46 + name.length);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(8, 10);
    row.writeUInt32LE(crc, 16);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(size, 24);
    row.writeUInt16LE(name.length, 28);
    row.write(name, 46);
    return row;
  });
  const rows = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(rows.length, 12);
  end.writeUInt32LE(local.length + member.packed.length, 16);
  return Buffer.concat([local, member.packed, rows, end]);
}

function overlap(count: number): Uint8Array {
  const size = 32 * 2 ** 20;
  const packed = deflateRawSync(Buffer.alloc(size, 'Đã tiếp 12 lượt công dân.\n'.repeat(40)), { level: 1 });
  const entry = (name: string): Entry => ({ name, packed, size, crc: 0 });
  return overlapping(
    Array.from({ length: count }, (_, n) => entry(`${n}.txt`)),
    entry('0.txt'),
  );
}

/** An archive of archives of archives. */
function nested(levels: number): Uint8Array {
  let zip: Uint8Array = zipSync({ 'a.txt': text });
  for (let n = 0; n < levels; n++)
    zip = zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, m) => [`${n}-${m}.zip`, zip])));
  return zip;
}

/** By name, how each is made. */
export const hostileZips: Record<string, () => Uint8Array> = {
  'archives-in-archives': () => nested(5),
  'a-thousand-names-for-32-MB': () => overlap(1000),
  'packed-70-MB': () => zipSync({ 'a.txt': new Uint8Array(70 * 2 ** 20), 'b.txt': text }),
  'sixty-thousand-members': () =>
    zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`${n}.txt`, new Uint8Array()])), { level: 0 }),
  'names-that-steer-the-terminal': () => zipSync({ 'a\x1b[2J\nb.txt': new Uint8Array() }),
  'paths-out': () =>
    zipSync({ '../../../../tmp/dvcq-escaped.txt': text, '/tmp/dvcq-escaped.txt': text, 'C:\\dvcq-escaped.txt': text }),
};

const png = (width: number, height: number): Uint8Array => {
  const head = Buffer.from('89504E470D0A1A0A0000000D494844520000000000000000080000000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};

const jpeg = (width: number, height: number): Uint8Array => {
  const frame = Buffer.from('FFD8FFE000104A46494600010100000100010000FFC0000B080000000001011100FFD9', 'hex');
  frame.writeUInt16BE(height, 25);
  frame.writeUInt16BE(width, 27);
  return frame;
};

/** Pages that say to be that large and hold next to nothing; the last may lead back to the first. */
function tiff(width: number, height: number, pages = 1, circle = false): Uint8Array {
  const PAGE = 2 + 9 * 12 + 4;
  const file = Buffer.alloc(8 + pages * PAGE);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  for (let n = 0; n < pages; n++) {
    const at = 8 + n * PAGE;
    const fields = [
      [256, width],
      [257, height],
      [258, 1],
      [259, 1],
      [262, 1],
      [273, 8],
      [277, 1],
      [278, height],
      [279, 8],
    ];
    file.writeUInt16LE(fields.length, at);
    fields.forEach(([tag, value], m) => {
      file.writeUInt16LE(tag!, at + 2 + m * 12);
      file.writeUInt16LE(4, at + 4 + m * 12);
      file.writeUInt32LE(1, at + 6 + m * 12);
      file.writeUInt32LE(value!, at + 10 + m * 12);
    });
    file.writeUInt32LE(n + 1 < pages ? at + PAGE : circle ? 8 : 0, at + PAGE - 4);
  }
  return file;
}

/** By name with its ending, how each is made. */
export const hostileImages: Record<string, () => Uint8Array> = {
  'huge.png': () => png(200_000, 200_000),
  'huge.jpg': () => jpeg(65_535, 65_535),
  'huge.tif': () => tiff(1_000_000, 1_000_000),
  'ten-thousand-pages.tif': () => tiff(8, 8, 10_000),
  'pages-in-a-circle.tif': () => tiff(8, 8, 3, true),
};
