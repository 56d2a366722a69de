// Builds dist/, or the folder given.
import { bundle } from './bundle.mjs';

await bundle(process.argv[2] ?? 'dist');
