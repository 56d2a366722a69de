// Reading a file with a library alone, as a script of three lines would.

/** The script by the library's name. */
export const alone = {
  mammoth: (file) => `import('mammoth').then((m) => m.default.extractRawText({ path: ${JSON.stringify(file)} }))`,
  'pdf-parse': (file) =>
    `Promise.all([import('pdf-parse'), import('node:fs')]).then(([{ PDFParse }, fs]) => new PDFParse({ data: new Uint8Array(fs.readFileSync(${JSON.stringify(file)})) }).getText())`,
};
