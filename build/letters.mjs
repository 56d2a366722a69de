// Says in patterns what letters are: those of Latin-1 and of Vietnamese in place of \p{L}, \p{Lu} and \p{Ll}. V8 looks
// the letters of all scripts up anew for each pattern that asks for them, which took a tenth of a start.
import { readFileSync } from 'node:fs';

const upper = 'A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';
const letters = { L: 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ', Lu: upper, Ll: `a-zß-öø-ÿ${upper.slice(9).toLowerCase()}` };

/** Whether an offset of a line stands in a character class, by the bracket before it. */
function inClass(line, at) {
  const before = line.slice(0, at).replace(/\\./g, '  ');
  const open = before.lastIndexOf('[');
  if (open <= before.lastIndexOf(']')) return false;
  if (/^\s*\//.test(before.slice(open + 1))) throw new Error(`a class, or a list of patterns? ${line}`);
  return true;
}

/** The source of a module with the letters in its patterns spelled out. */
export const spellLetters = (source) =>
  source.replace(/^.*p\{L.*$/gm, (line) =>
    line.replace(/\\?\\p\{(Lu|Ll|L)\}/g, (_, kind, at) => (inClass(line, at) ? letters[kind] : `[${letters[kind]}]`)),
  );

/** The modules that read reports; in extraction other scripts matter, to know what is no Vietnamese. */
const readers = /\/(?:grammars|src\/(?:audit|recognise|resolve|structure))\/.*\.ts$/;

export const lettersForEsbuild = () => ({
  name: 'dvcq-letters',
  setup(build) {
    build.onLoad({ filter: readers }, ({ path }) => ({
      contents: spellLetters(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
});

export const lettersForVite = () => ({
  name: 'dvcq-letters',
  enforce: 'pre',
  transform: (code, id) => (readers.test(id) ? { code: spellLetters(code), map: null } : null),
});
