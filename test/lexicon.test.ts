import { expect, test } from 'vitest';
import documentTypes from '../grammars/lexicon/document-types.yaml';

test('tables are compiled to checked rows', () => {
  expect(documentTypes as unknown[]).toContainEqual(expect.objectContaining({ name: 'Kế hoạch', code: 'KH' }));
});
