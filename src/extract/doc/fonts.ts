/** Offset of the name behind the length byte of an entry (FFN, MS-DOC 2.9.84). */
const NAME = 39;

/** Reads the names of the fonts, in the order by which runs refer to them. */
export function readFonts(table: Buffer): string[] {
  const names: string[] = [];
  for (let at = 4; at < table.length; at += 1 + table[at]!) {
    const entry = table.subarray(at + 1, at + 1 + table[at]!);
    const [name = ''] = entry.toString('utf16le', NAME).split('\0');
    names.push(name);
  }
  return names;
}
