import { type Breakdown, type Measure, type Paragraph, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { counterpart, printNumber, quoteOf } from '../quantity.ts';
import type { RuleFinding } from './rule.ts';

/** Parts that are more than their whole: a contradiction if the text calls them parts, else perhaps none of its parts. */
export function* tooLargeParts({ whole, parts, says }: Breakdown, data: DocumentData): Generator<RuleFinding> {
  for (const part of parts)
    for (const measure of whole.children) {
      const amount = counterpart(measure, part, whole);
      if (!amount || measure.approx || amount.approx) continue;
      if (amount.value <= (measure.to ?? measure.of ?? measure.value)) continue;
      yield { ...tooLarge(amount, measure, data), severity: says === 'open' || says === 'some' ? 'warning' : 'info' };
    }
}

function tooLarge(part: Measure, whole: Measure, { source }: DocumentData): RuleFinding {
  const [more, less] = [quoteOf(source.text, part), quoteOf(source.text, whole)];
  return {
    span: spanOf(part),
    message: {
      vi: `Ghi ${more} là một phần của ${less}, nhưng phần không thể lớn hơn tổng.`,
      en: `States ${more} as a part of ${less}, but a part cannot exceed its whole.`,
    },
    related: [{ span: spanOf(whole), message: { vi: `tổng: ${less}`, en: `whole: ${less}` } }],
  };
}

/** Words of plans, of which more than all can be done. */
const plan = /kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|phấn đấu|đăng ký|giao|vượt|đạt|so với|\d\s*%/iu;
/** Words of cases, of which no more can be settled than there are. */
const cases = /giải quyết|xử lý|hòa giải|trả lời|tiếp thu|khắc phục|hoàn thành|trả kết quả/iu;

/** "thụ lý và giải quyết 330/178 vụ việc", "tiếp nhận/giải quyết 45/40 hồ sơ": one number for each verb. */
const twoVerbs = /(?:thụ lý|nhận|phát hiện|thu|phát sinh)\s*(?:và|,|\/)\s*(?:đã\s+)?\p{L}+\s+\p{L}+\s*$/iu;

/** "Đã giải quyết 63/59 đơn": more than there were. Only a note, since "A/B" may be two counts. */
export function* tooLargeRatios(paragraph: Paragraph, { source }: DocumentData): Generator<RuleFinding> {
  const base = spanOf(paragraph)[0];
  for (const figure of paragraph.children)
    for (const measure of figure.type === 'figure' ? figure.children : []) {
      if (measure.of === null || measure.to !== null || measure.value <= measure.of || measure.kind !== 'count')
        continue;
      const [start, end] = spanOf(measure).map((offset) => offset - base) as [number, number];
      const before = paragraph.reading.slice(Math.max(0, start - 60), start);
      if (plan.test(before + paragraph.reading.slice(end, end + 60)) || !cases.test(before) || twoVerbs.test(before))
        continue;
      const quote = quoteOf(source.text, measure);
      yield {
        severity: 'info',
        span: spanOf(measure),
        message: {
          vi: `Ghi ${quote}, nhưng ${printNumber(measure.value)} lớn hơn ${printNumber(measure.of)}.`,
          en: `States ${quote}, but ${printNumber(measure.value)} is more than ${printNumber(measure.of)}.`,
        },
      };
    }
}
