import type { Measure } from '../schema.ts';
import type { Span } from '../source.ts';

export type MeasureMatch = Omit<Measure, 'text' | 'span'> & { span: Span };

export interface FigureMatch {
  span: Span;
  label: string | null;
  measures: MeasureMatch[];
}

export function findFigures(_reading: string, _taken: Span[]): FigureMatch[] {
  return [];
}
