import type { Message } from '../source.ts';

/**
 * A file that cannot be read as a document, with a cause a clerk can act on. A class, one of the few here, since
 * callers must tell it from a defect of dvcq itself by `instanceof`.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  /** The cause in both languages: a phrase without the file's name and without a full stop. */
  readonly text: Message;

  /** @param text the cause in both languages; the English one becomes the error's `message` */
  constructor(text: Message, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

/** The error for a file, or a member of an archive, over a limit in bytes. */
export function tooLarge(limit: number): UnreadableError {
  const size = limit < 2 ** 20 ? `${limit} byte` : `${Math.floor(limit / 2 ** 20)} MB`;
  return new UnreadableError({ vi: `lớn hơn giới hạn ${size}`, en: `is larger than the limit of ${size}` });
}
