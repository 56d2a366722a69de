/* The stages one by one, and documents to run them on: what `stages.mjs` measures. */
export { audit } from '../../src/audit/index.ts';
export { openDocument } from '../../src/document.ts';
export { read } from '../../src/extract/index.ts';
export { dvcq } from '../../src/pipeline.ts';
export { recognise } from '../../src/recognise/index.ts';
export { renderReport } from '../../src/render/json.ts';
export { resolve } from '../../src/resolve/index.ts';
export { carriers, generate } from '../../test/generate/index.ts';
