/** When pages are read by OCR: those without usable text, none, or all. */
export type OcrMode = 'auto' | 'off' | 'force';

/** How extraction deals with scans. */
export interface OcrOptions {
  /** `auto` unless told. */
  ocr?: OcrMode;
  /** Told after each page that OCR has read: how many are done, of how many. */
  onOcrPage?: (done: number, of: number) => void;
  /** Told of each program that OCR starts, and when it has ended: it outlives a thread that is stopped. */
  onOcrProcess?: (pid: number, runs: boolean) => void;
}
