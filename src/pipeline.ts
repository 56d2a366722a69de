import { type Processor, unified } from 'unified';
import type { Root } from './ast.ts';
import { audit } from './audit/index.ts';
import { type Document, type Language, openDocument } from './document.ts';
import { recognise } from './recognise/index.ts';
import { renderReport } from './render/json.ts';
import { resolve } from './resolve/index.ts';
import type { Report } from './schema.ts';
import { plainLayout, type Source } from './source.ts';
import { structure } from './structure/index.ts';
import { normalise } from './text.ts';

export interface ParseOptions {
  /** Language of diagnostics; Vietnamese unless told. */
  language?: Language;
}

declare module 'unified' {
  interface CompileResultMap {
    Report: Report;
  }
}

/**
 * The whole program as a frozen unified processor: structure -> recognise -> resolve -> audit -> render.
 * A user's own plugin goes between audit and render: `dvcq().use(myRule)` gives a new processor.
 */
export function dvcq(): Processor<Root, Root, Root, Root, Report> {
  return unified()
    .use(function structureStage() {
      this.parser = (_text, file) => structure(file as Document);
    })
    .use(() => (tree: Root, file) => recognise(tree, file as Document))
    .use(() => (tree: Root, file) => resolve(tree, file as Document))
    .use(() => (tree: Root, file) => audit(tree, file as Document))
    .use(function renderStage() {
      this.compiler = (tree, file) => renderReport(tree as Root, file as Document);
    }) as unknown as Processor<Root, Root, Root, Root, Report>;
}

/**
 * Reads one report. Synchronous, and total: any text gives a report, never an exception.
 *
 * @param input a document from {@link read}, or plain text
 */
export function parse(input: Source | string, options: ParseOptions = {}): Report {
  const file = openDocument(typeof input === 'string' ? sourceOf(input) : input, options.language ?? 'vi');
  return dvcq().processSync(file).result as Report;
}

/** Plain text as a source; it has no file, hence no digest. */
function sourceOf(value: string): Source {
  return {
    name: '-',
    format: 'txt',
    bytes: Buffer.byteLength(value),
    sha256: '',
    pages: null,
    encoding: null,
    ocr: false,
    text: normalise(value.replace(/^\uFEFF/, '')),
    layout: plainLayout(),
    notices: [],
  };
}
