// Searches every byte of a folder for words that must not be known, and for some that must: names of files, text in UTF-8 and
// UTF-16, what PDF files hold packed (qpdf) and show (poppler), and what is zipped inside EPUB, Word and OpenDocument files.
// The words stand in secrets.txt beside site.toml: `- word` must be nowhere, `+ word FILE` must be found in that file, which
// shows that the search sees.
// Source: UK GDPR, article 17; ISO 32000-1, 7.9.2 (text strings of PDF are UTF-16BE or PDFDocEncoding).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { tool, twoAtOnce } from '../kit/tools.mjs';

/** The words to search for, or null where the folder's source names none. */
export function wordsOf(source, read = (path) => readFileSync(path, 'utf8')) {
  let text;
  try {
    text = read(join(source, 'secrets.txt'));
  } catch {
    return null;
  }
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  return {
    secret: lines.filter(([mark]) => mark === '-').map(([, word]) => word.toLowerCase()),
    public: lines.filter(([mark]) => mark === '+').map(([, word, file]) => ({ word: word.toLowerCase(), file })),
  };
}

export async function judge(court) {
  const words = court.site.source && wordsOf(court.site.source);
  if (!words || !words.secret.length || !words.public.length) {
    return [{ name: 'secrets.txt', ok: false, message: 'it names no secret, or nothing that must be found' }];
  }
  const texts = new Map();
  const cases = await twoAtOnce(court.site.files, async (name) => {
    const text = await allOf(court.site.dir, name);
    texts.set(name, text);
    const told = words.secret.filter((word) => text.includes(word));
    return { name, ok: told.length === 0, message: told.map((word) => `tells ${word}`).join('\n') };
  });
  for (const { word, file } of words.public) {
    const ok = texts.get(file)?.includes(word) ?? false;
    cases.push({ name: `${word} in ${file}`, ok, message: `the search does not find ${word}, which stands there` });
  }
  return cases;
}

/** Everything that a file says, in lower case. */
async function allOf(dir, name) {
  const path = join(dir, name);
  const bytes = readFileSync(path);
  const parts = [name, readings(bytes)];
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') parts.push(...(await packed(path)));
  if (bytes.readUInt32LE && bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50) parts.push(...unzipped(bytes));
  return parts.join('\n').toLowerCase();
}

/** Bytes read as UTF-8, as one byte a letter, and as UTF-16 from the first and the second byte, both ways round. */
function readings(bytes) {
  const wide = (from) => {
    const even = bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
    return `${even.toString('utf16le')}\n${Buffer.from(even).swap16().toString('utf16le')}`;
  };
  return [bytes.toString('utf8'), bytes.toString('latin1'), wide(0), wide(Math.min(1, bytes.length))].join('\n');
}

/** What a PDF holds: its objects unpacked, its strings, and its words as poppler reads them. */
async function packed(path) {
  const options = { encoding: 'buffer' };
  const open = await tool('qpdf', ['--qdf', '--object-streams=disable', '--decrypt', path, '-'], options);
  const json = await tool('qpdf', ['--json=2', '--json-key=qpdf', path]);
  const text = await tool('pdftotext', ['-q', path, '-']);
  if (![0, 3].includes(open.status) || ![0, 3].includes(json.status) || text.status !== 0) throw new Error(`${path} cannot be unpacked`);
  const lines = text.stdout.replace(/[-\u00AD\u2010]?\n/g, '');
  return [readings(open.stdout), json.stdout, text.stdout, lines];
}

/** What is zipped in a file, with its names. Source: APPNOTE.TXT 6.3.10, 4.3.12. */
function unzipped(bytes) {
  const parts = [];
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    parts.push(bytes.subarray(at + 46, at + 46 + name).toString('utf8'), readings(method === 8 ? inflateRawSync(data) : data));
  }
  return parts;
}
