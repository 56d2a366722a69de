import { execFile, spawn } from 'node:child_process';
import type { OcrOffer } from './engine.ts';
import type { OcrOptions } from './options.ts';

/** Tesseract's own threads make it slower by far (20 s a page instead of 3). */
const env = (): NodeJS.ProcessEnv => ({ ...process.env, OMP_THREAD_LIMIT: '1' });

/** A page takes seconds; what takes this long (in ms) hangs. */
const patience = 180_000;

/** The system's `tesseract`, if it is there and has the data for Vietnamese. */
export async function findTesseract(lanes: number): Promise<OcrOffer | null> {
  const languages = await output(['--list-langs']);
  if (!languages || !/^vie\s*$/m.test(languages)) return null;
  const version = /tesseract v?(\S+)/.exec((await output(['--version'])) ?? '')?.[1] ?? '';
  const name = `Tesseract ${version}`.trim();
  return {
    name,
    open: async (images, { onOcrProcess }) => ({
      name,
      lanes: Math.min(lanes, images),
      recognise: (image) => recognise(image, onOcrProcess),
      close: async () => {},
    }),
  };
}

/** What it says to a question; older versions answer on standard error. */
function output(args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('tesseract', args, { timeout: 10_000, env: env() }, (error, stdout, stderr) =>
      resolve(error ? null : `${stdout}\n${stderr}`),
    );
  });
}

function recognise(image: Uint8Array, onProcess: OcrOptions['onOcrProcess']): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['stdin', 'stdout', '-l', 'vie', '-c', 'tessedit_create_hocr=1'];
    const child = spawn('tesseract', args, { env: env(), stdio: ['pipe', 'pipe', 'pipe'], timeout: patience });
    const { pid } = child;
    if (pid !== undefined) {
      onProcess?.(pid, true);
      child.on('exit', () => onProcess?.(pid, false));
    }
    const parts: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part).slice(-1000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(complaint.trim().split('\n').at(-1) || `tesseract ended with ${code}`));
    });
    // It may give up before it has read everything; its exit code says so.
    child.stdin.on('error', () => {});
    child.stdin.end(image);
  });
}
