import { unreadable } from '../office/failures.ts';
import { type Archive, openArchive } from '../office/zip.ts';
import { childrenOf, parseXml, type XmlElement, type XmlPart } from './xml.ts';

/** The parts of a Word package that decide its text; only the first is required. */
export interface WordParts {
  document: XmlPart;
  styles: XmlElement | undefined;
  numbering: XmlElement | undefined;
  settings: XmlElement | undefined;
  footnotes: XmlElement | undefined;
  endnotes: XmlElement | undefined;
}

/** A compound file: Word 97-2003, or the container of an encrypted document. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Opens the package; throws an UnreadableError that says why a file is none. */
export function openParts(bytes: Uint8Array): WordParts {
  if (COMPOUND.every((byte, at) => bytes[at] === byte))
    throw unreadable(Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le') ? 'password' : 'notWord');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw unreadable('notWord');
  const archive = openArchive(bytes);
  const path = relations(archive, '').get('officeDocument') ?? 'word/document.xml';
  const main = archive.read(path);
  if (!main) throw unreadable('notWord');
  const document = parseXml(main);
  if (document.root.name !== 'w:document') throw unreadable('notWord');
  const targets = relations(archive, path);
  const part = (name: string) => {
    const content = archive.read(targets.get(name) ?? `word/${name}.xml`);
    return content ? parseXml(content).root : undefined;
  };
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    settings: part('settings'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  };
}

/**
 * Parts that a part (the package itself for an empty path) refers to, by the last word of the relation's type, so that
 * the types of Strict Open XML are found too. Only parts that exist.
 */
function relations(archive: Archive, path: string): Map<string, string> {
  const at = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, at);
  const found = new Map<string, string>();
  const content = archive.read(`${folder}_rels/${path.slice(at)}.rels`);
  if (!content) return found;
  for (const { attributes } of childrenOf(parseXml(content).root, 'Relationship')) {
    const type = attributes.Type?.split('/').at(-1) ?? '';
    const target = resolve(folder, attributes.Target ?? '');
    if (attributes.TargetMode !== 'External' && !found.has(type) && archive.has(target)) found.set(type, target);
  }
  return found;
}

/** The name of a part in the archive; a target is relative to the folder unless it starts with a slash. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step && step !== '.') path.push(step);
  }
  return path.join('/');
}
