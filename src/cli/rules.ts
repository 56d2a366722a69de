import { catalogue, similarRule } from '../check/index.ts';
import type { Say } from './messages.ts';

/** What is wrong with a rule id; `null` for that of a rule. */
export function ruleProblem(id: string, say: Say): string | null {
  if (catalogue.some((rule) => rule.id === id)) return null;
  const meant = similarRule(id);
  return [say('unknownRule', id), meant && say('didYouMean', meant)].filter(Boolean).join('; ');
}
