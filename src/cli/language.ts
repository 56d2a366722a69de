import type { Language } from '../document.ts';

/**
 * The language to speak, needed before the command line is parsed since errors and help are spoken too:
 * `--lang`, else `DVCQ_LANG`, else English where the locale says so, else Vietnamese. Vietnamese is what an unset
 * locale means too: the users are clerks in Vietnamese offices.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const wanted = [option(args), env.DVCQ_LANG].find((name) => name === 'vi' || name === 'en');
  return wanted ?? (/^en/i.test(locale) ? 'en' : 'vi');
}

/** The value of the last `--lang` before a `--`. */
function option(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return own[at]?.includes('=') ? own[at].slice('--lang='.length) : own[at + 1 || own.length];
}
