import { VFile } from 'vfile';
import type { Message, Severity, Source, Span } from './source.ts';
import { type Locator, locate } from './text.ts';

/** The languages of messages. */
export type Language = 'vi' | 'en';

/** Another place that belongs to a finding. */
export interface Related {
  span: Span;
  message: Message;
}

/** What the stages share about a document besides the tree. */
export interface DocumentData {
  source: Source;
  locator: Locator;
  language: Language;
}

/** The document on its way through the pipeline: a VFile whose messages are the diagnostics. */
export type Document = VFile & { data: DocumentData };

/** Wraps a source for the pipeline; what extraction had to tell becomes the first findings. */
export function openDocument(source: Source, language: Language): Document {
  const file = new VFile({ path: source.name, value: source.text });
  Object.assign(file.data, { source, locator: locate(source.text, source.layout.pages), language });
  for (const notice of source.notices) diagnose(file as Document, notice);
  return file as Document;
}

export interface Finding {
  rule: string;
  severity: Severity;
  message: Message;
  /** `null` where the finding is about the document as a whole. */
  span: Span | null;
  related?: Related[];
}

/** Adds a finding to the document's messages. */
export function diagnose(file: Document, finding: Finding): void {
  const { language, locator } = file.data;
  const place = finding.span ? locator.position(...finding.span) : undefined;
  // A VFile message is an error; where it was made says nothing, and to write that down takes longer than all else.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const message = file.message(finding.message[language], {
    ruleId: finding.rule,
    source: 'dvcq',
    ...(place && { place }),
  });
  Error.stackTraceLimit = stackTraceLimit;
  message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined;
  Object.assign(message, {
    related: (finding.related ?? []).map(({ span, message: text }) => ({ span, message: text[language] })),
  });
}
