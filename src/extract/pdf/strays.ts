/** How many PDFs are open. */
let open = 0;

/**
 * Hears, until told to stop, the failures that pdfjs leaves to nobody: a promise for a page that the file names and
 * does not hold. Node would end the process, which may not be ours.
 *
 * @returns how to stop
 */
export function hearStrays(): () => void {
  if (open++ === 0) process.on('unhandledRejection', onRejection);
  // What has just failed is told at the end of this turn.
  return () => void setImmediate(() => --open || process.off('unhandledRejection', onRejection));
}

function onRejection(reason: unknown): void {
  const isStray = reason instanceof Error && /[\\/]pdfjs-dist[\\/]/.test(reason.stack ?? '');
  // To be the only listener takes the failures of everybody else away from Node, too; it gets them back.
  if (!isStray && process.listenerCount('unhandledRejection') === 1) throw reason;
}
