import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Suppression } from '../check/index.ts';
import type { Language } from '../document.ts';
import type { Severity, Span } from '../source.ts';
import { locate, normalise } from '../text.ts';
import type { Config as Content } from './config-schema.ts';
import { exit, stop } from './exit.ts';
import { type Say, speak } from './messages.ts';
import { ruleProblem } from './rules.ts';

const NAME = 'dvcq.config.json';

/** A configuration file, read and checked. */
export interface Config {
  /** As messages show it: relative to the working folder. */
  path: string;
  text: string;
  /** Rules that are off. */
  off: Set<string>;
  severities: Record<string, Severity>;
  suppress: ConfigSuppression[];
}

/** One entry of `suppress`. */
export interface ConfigSuppression {
  /** Whether it is about a file, given as a path. */
  matches(file: string): boolean;
  /** The suppression as it is written, which covers nothing. */
  written: Suppression;
  /** The suppression in a text. */
  over(text: string): Suppression;
}

/** Finds the configuration of a file; `null` where there is none. */
export type FindConfig = (file: string) => Promise<Config | null>;

/**
 * The configurations that `--config` names, or that stand in the folder of a file or in the nearest one above it.
 * A wrong one ends the command.
 */
export function configs(explicit: string | undefined, language: Language): FindConfig {
  const loaded = new Map<string, Promise<Config | null>>();
  const once = (path: string) => {
    const known = loaded.get(path) ?? load(path, language);
    loaded.set(path, known);
    return known;
  };
  return async (file) => {
    const path = explicit === undefined ? nearest(dirname(resolve(file))) : resolve(explicit);
    return path === null ? null : once(path);
  };
}

function nearest(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, NAME);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    if (dirname(at) === at) return null;
  }
}

// zod and the patterns of file names are loaded here, for few use them and dvcq must start fast.
async function load(path: string, language: Language): Promise<Config> {
  const say = speak(language);
  const name = relative('', path) || path;
  const text = readConfig(path, name, say);
  const { checkConfig } = await import('./config-schema.ts');
  const content = checkConfig(parseJson(text, name, say), language, say);
  if ('problem' in content) return stop(exit.usage, [name, content.key, content.problem].filter(Boolean).join(': '));
  checkRules(content, name, say);
  const { default: picomatch } = await import('picomatch');
  const folder = dirname(path);
  return {
    path: name,
    text,
    off: new Set(Object.keys(content.rules).filter((rule) => content.rules[rule] === 'off')),
    severities: Object.fromEntries(
      Object.entries(content.rules).flatMap(([rule, own]) => (own === 'off' ? [] : [[rule, own]])),
    ),
    suppress: content.suppress.map((entry) => {
      // As in .gitignore: a pattern without a slash names a file in any folder.
      const pattern = entry.file.normalize('NFC');
      const isMatch = picomatch(pattern, { dot: true, basename: !pattern.includes('/') });
      const written = suppressionOf(entry, text, name);
      return {
        written,
        matches: (file) => isMatch(relative(folder, resolve(file)).split(sep).join('/').normalize('NFC')),
        over: (report) => ({ ...written, covers: (span) => quotes(entry.quote, report, span) }),
      };
    }),
  };
}

function readConfig(path: string, name: string, say: Say): string {
  try {
    return normalise(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return stop(exit.usage, `${name}: ${say('configUnreadable', code === 'ENOENT' ? say('noFile') : message)}`);
  }
}

function parseJson(text: string, name: string, say: Say): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? [] : [locate(text, []).point(Number(at)).line];
    return stop(exit.usage, `${[name, ...line].join(':')}: ${say('configNoJson', message)}`);
  }
}

/** Ends the command where a rule is named that does not exist. */
function checkRules({ rules, suppress }: Content, name: string, say: Say): void {
  const named = [
    ...Object.keys(rules).map((rule) => ({ key: `rules.${rule}`, rule })),
    ...suppress.map(({ rule }, n) => ({ key: `suppress[${n}].rule`, rule })),
  ];
  for (const { key, rule } of named) {
    const problem = ruleProblem(rule, say);
    if (problem) stop(exit.usage, `${name}: ${key}: ${problem}`);
  }
}

/** The suppression of one entry, which stands where its reason is written. */
function suppressionOf({ rule, reason }: Content['suppress'][number], text: string, name: string): Suppression {
  const at = text.indexOf(JSON.stringify(reason));
  const span: Span | null = at < 0 ? null : [at, at + JSON.stringify(reason).length];
  const line = span && locate(text, []).point(span[0]).line;
  return { kind: 'config', rule, reason, covers: () => false, file: name, span, line };
}

/** Whether a quotation is what stands at a span, however the text is wrapped; no quotation means any place. */
const quotes = (quote: string | undefined, text: string, span: Span | null): boolean =>
  quote === undefined || (span !== null && fold(text.slice(...span)) === fold(normalise(quote)));

const fold = (passage: string): string => passage.replace(/\s+/g, ' ').trim();
