import { writeCall } from '../office/draft.ts';
import { finishFlow, startFlow } from '../office/flow.ts';
import { PLAIN } from '../office/run.ts';
import { type Inset, type Reader, set } from './reader.ts';

/** Notes and boxes inside each other: Word knows two levels, each costs a flow of its own. */
const MAX_INSETS = 64;

/** A group begins whose text stands elsewhere: a note or a text box. */
export function startInset(reader: Reader, kind: 'footnote' | 'box'): void {
  if (reader.state.destination !== 'text' || reader.insets.length === MAX_INSETS) {
    set(reader, { destination: 'skip' });
    return;
  }
  const typed = kind === 'box' || reader.counted ? null : typedMark(reader);
  reader.insets.push({ flow: reader.flow, kind, depth: reader.stack.length, typed });
  reader.counted = false;
  reader.flow = startFlow();
  set(reader, { depth: 0, format: PLAIN, contents: false, dropCap: false });
}

/** The mark that stands raised before a note. */
function typedMark({ flow: { draft } }: Reader): string {
  const mark = draft.format.raised ? draft.raw.trim() : '';
  if (mark) draft.raw = '';
  return mark;
}

/** `\chftn`: here a mark is counted, before its note or at the head of it. */
export function countMark(reader: Reader): void {
  const inset = reader.insets.at(-1);
  reader.counted = true;
  if (inset && inset.kind !== 'box' && inset.typed === '') inset.typed = null;
}

/** Ends the insets whose group is closed. */
export function closeInsets(reader: Reader): void {
  for (let inset = reader.insets.at(-1); inset && reader.stack.length < inset.depth; inset = reader.insets.at(-1)) {
    reader.insets.pop();
    closeInset(reader, inset);
  }
}

function closeInset(reader: Reader, inset: Inset): void {
  const paragraphs = finishFlow(reader.flow);
  reader.flow = inset.flow;
  reader.counted = false;
  if (inset.kind === 'box') reader.flow.boxes.push(...paragraphs);
  else {
    const key = reader.marks.call(inset.kind, inset.typed);
    writeCall(reader.flow.draft, key);
    reader.notes.set(key, paragraphs);
  }
}
