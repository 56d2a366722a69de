/** The encodings of plain text, as {@link Source.encoding} and `--encoding` name them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'tcvn5712',
  'vni',
  'viscii',
  'vps',
] as const;

export type Encoding = (typeof encodings)[number];

/**
 * Encodings of Vietnamese from before Unicode. `tcvn3` is what the ABC fonts show, with the punctuation of Windows;
 * `tcvn5712` the standard itself, which has capitals with tones in its place.
 */
export type LegacyEncoding = Extract<Encoding, 'tcvn3' | 'tcvn5712' | 'vni' | 'viscii' | 'vps'>;
