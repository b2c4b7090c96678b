// Judges Word documents: LibreOffice opens each one, and finds in it every word that stands in the book of the same page.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tool } from '../kit/tools.mjs';

export async function judge({ dir, files }) {
  const out = mkdtempSync(join(tmpdir(), 'handbill-word-'));
  try {
    const cases = [];
    // One LibreOffice at a time: a second one with the same profile waits for the first.
    for (const name of files) cases.push(await one(dir, name, out));
    return cases;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function one(dir, name, out) {
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  const convert = ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, join(dir, name)];
  const { stdout, stderr } = await tool('soffice', convert, { timeout: 180_000 });
  const text = join(out, basename(name).replace(/\.docx$/, '.txt'));
  if (!existsSync(text)) return { name, ok: false, message: `LibreOffice does not open it: ${(stdout + stderr).slice(-300)}` };
  const found = count(readFileSync(text, 'utf8'));
  rmSync(text);
  const book = [join(dir, name.replace(/\.docx$/, '.epub')), join(dir, name, '../book.epub')].find(existsSync);
  if (!book) return { name, ok: found.size > 20, message: 'LibreOffice finds hardly a word in it' };
  const lost = [...count(wordsOf(book))].filter(([word, times]) => (found.get(word) ?? 0) < times).map(([word]) => word);
  return { name, ok: lost.length === 0, message: `these words of the book are not in it: ${lost.slice(0, 12).join(' ')}` };
}

/** The words of a book's first chapter. */
function wordsOf(book) {
  const xhtml = execFileSync('unzip', ['-p', book, 'EPUB/text-1.xhtml'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const body = xhtml.slice(xhtml.indexOf('<body'));
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return body.replace(/<[^>]+>/g, ' ').replace(/&(amp|lt|gt|quot);/g, (_, name) => entities[name]);
}

/** How often each word stands in a text; what stands around it does not count. */
function count(text) {
  const words = new Map();
  for (const part of text.split(/[\s\u00a0]+/)) {
    const word = part.replace(/^[^\p{L}\p{N}£]+|[^\p{L}\p{N}%]+$/gu, '');
    if (word) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}
