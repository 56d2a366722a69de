import { toJSONSchema } from 'zod';
import { Report } from './schema.ts';

export type * from './ast.ts';
export { type CheckOptions, check } from './check/index.ts';
export type { Document, Finding, Language } from './document.ts';
export { diagnose } from './document.ts';
export type { Encoding } from './extract/encoding/names.ts';
export { MAX_BYTES, type ReadAllOptions, type Reading, type ReadOptions, read, readAll } from './extract/index.ts';
export { UnreadableError } from './extract/unreadable.ts';
export { CheckResult } from './findings.ts';
export { dvcq, type ParseOptions, parse } from './pipeline.ts';
export { renderOutline } from './render/outline.ts';
export { renderSummary, type Style } from './render/summary.ts';
export { Report } from './schema.ts';
export type { Format, Layout, Message, Note, Notice, Severity, Source, Span } from './source.ts';

/** The JSON Schema (draft 2020-12) of the output contract. */
export const jsonSchema = (): object => toJSONSchema(Report);
