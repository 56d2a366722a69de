// Worn scans of a PDF: askew, noisy, stamped. What a canvas draws, as a PDF of pictures.
import { createRequire } from 'node:module';
import { PDFParse } from 'pdf-parse';
import PDFDocument from 'pdfkit';

const require = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
const { createCanvas, loadImage } = require('@napi-rs/canvas');

const DPI = 200;
const RED = 'rgba(205, 35, 45, 0.8)';
const FONT = '"Liberation Serif", "Times New Roman", serif';

/** By name, what is done to a page: degrees, strength of noise, width of blur, share of specks, strength of ink, stamps. */
export const wears = {
  clean: {},
  'askew 1°': { tilt: 1 },
  'askew 2°': { tilt: -2 },
  'askew 4°': { tilt: 4 },
  noisy: { noise: 40, blur: 0.7, specks: 0.0008 },
  stamped: { stamps: true },
  'all of it': { tilt: 1.5, noise: 30, blur: 0.6, specks: 0.0004, ink: 0.75, stamps: true },
};

/** @returns numbers from 0 to below 1, the same in every run */
function random() {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

function roundStamp(pen, x, y, radius) {
  const words = 'ỦY BAN NHÂN DÂN ★ HUYỆN SƠN LẠC ★ ';
  pen.lineWidth = 5;
  for (const share of [1, 0.7]) {
    pen.beginPath();
    pen.arc(x, y, radius * share, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.font = `bold 24px ${FONT}`;
  [...words].forEach((letter, n) => {
    pen.save();
    pen.translate(x, y);
    pen.rotate((n / words.length) * 2 * Math.PI);
    pen.fillText(letter, -6, -radius * 0.77);
    pen.restore();
  });
}

/** What a mail room puts on what it receives. */
function stampOfReceipt(pen, x, y) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(-0.07);
  pen.lineWidth = 4;
  pen.strokeRect(0, 0, 430, 175);
  pen.font = `bold 30px ${FONT}`;
  for (const [n, text] of ['CÔNG VĂN ĐẾN', 'Số: 1482', 'Ngày 16/10/2031'].entries())
    pen.fillText(text, 40, 45 + n * 50);
  pen.restore();
}

function addNoise(pen, width, height, { noise = 0, specks = 0, ink = 1 }) {
  const next = random();
  const picture = pen.getImageData(0, 0, width, height);
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const change = (next() + next() - 1) * noise - (next() < specks ? 200 : 0) - (noise ? 12 : 0);
    for (let n = at; n < at + 3; n++) data[n] = Math.max(0, Math.min(255, 255 - (255 - data[n]) * ink + change));
  }
  pen.putImageData(picture, 0, 0);
}

async function wear(png, { tilt = 0, blur = 0, stamps = false, ...rest }, isFirst, isLast) {
  const page = await loadImage(png);
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate((tilt * Math.PI) / 180);
  pen.translate(-width / 2, -height / 2);
  if (blur) pen.filter = `blur(${blur}px)`;
  pen.drawImage(page, 0, 0);
  pen.filter = 'none';
  // Red ink lets black through.
  pen.globalCompositeOperation = 'multiply';
  pen.fillStyle = RED;
  pen.strokeStyle = RED;
  if (stamps && isFirst) stampOfReceipt(pen, 0.1 * width, 0.17 * height);
  if (stamps && isLast) roundStamp(pen, 0.56 * width, 0.5 * height, 0.085 * width);
  if (rest.noise || rest.ink) addNoise(pen, width, height, rest);
  return canvas.toBuffer('image/jpeg', 60);
}

/** A PDF as it comes from a scanner. @param how one of the {@link wears} */
export async function wornScan(pdf, how) {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  const { pages } = await parser.getScreenshot({ scale: DPI / 72, imageBuffer: true, imageDataUrl: false });
  await parser.destroy();
  const scan = new PDFDocument({ autoFirstPage: false });
  const chunks = [];
  scan.on('data', (chunk) => chunks.push(chunk));
  const end = new Promise((resolve) => scan.on('end', resolve));
  for (const [n, { data, width, height }] of pages.entries()) {
    const size = [(width / DPI) * 72, (height / DPI) * 72];
    const picture = await wear(data, how, n === 0, n === pages.length - 1);
    scan.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0] });
  }
  scan.end();
  await end;
  return Buffer.concat(chunks);
}
