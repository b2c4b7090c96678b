// Judges every PDF: veraPDF (PDF/UA-1, and PDF/A-2a but for print firms' versions), qpdf, and poppler's view of fonts, tags, title, links, sizes, breaks and order.
// Source: ISO 14289-1 and ISO 19005-2 as veraPDF 1.30 tests them; UKAAF G003 and RNIB for sizes (14, 18 and 24 point; 12 on
// sheets of leaflets and in letters).
// What is measured, and how exactly, stands in kit/pdf.mjs.

import { basename, dirname, join } from 'node:path';
import { nothing } from '../kit/browser.mjs';
import { bookmarks, fonts, headings, info, linkFaults, pagesOfLines, paragraphs, settings, textSizes } from '../kit/pdf.mjs';
import { here, tool, twoAtOnce } from '../kit/tools.mjs';

/** Least size of type in points, by file name; the first that fits holds. */
const LEAST_SIZE = [
  [/giant-print\.pdf$/, 24],
  [/large-print\.pdf$/, 18],
  [/(^|\/)leaflets\/.*\.pdf$/, 12],
  [/(^|\/)recall-[^/]*\.pdf$/, 12],
  [/\.pdf$/, 14],
];
/** Sheets that are folded or cut: what stands first on the sheet is not what is read first. */
const IMPOSED = /(trifold|zfold|folded|booklet|card|strip|dl|a4|a5)(-press)?\.pdf$/;
/** What goes to a print firm: it is in inks, and nothing for an archive. */
const PRESS = /-press\.pdf$/;
/** Addresses to peel off: no heading stands above them. */
const LABELS = /(^|\/)recall-[^/]*-labels\.pdf$/;
/** Letters: bookmarks lead to whom each is for, which stands in its address and in no heading. */
const LETTERS = /(^|\/)recall-[^/]*-letters(-\d+)?\.pdf$/;
/** Poppler gives the words of these languages in another order than the tags. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ps|ur|yi)\b/;

export async function judge(court) {
  const files = court.site.ending('.pdf');
  if (!files.length) return nothing('PDFs', court.site.dir);
  const paths = (wanted) => files.filter(wanted).map((file) => join(court.site.dir, file));
  const readers = await veraPdf('ua1', 'ISO 14289-1', paths(() => true));
  const made = await twoAtOnce(files, async (name) => [name, (await info(join(court.site.dir, name))).Producer]);
  const ours = new Set(made.filter(([, producer]) => producer === 'Handbill').map(([name]) => name));
  const archives = await veraPdf('2a', 'ISO 19005-2', paths((file) => ours.has(file) && !PRESS.test(file)));
  const known = siteWords(court.site);
  return twoAtOnce(files, async (name) => {
    const path = join(court.site.dir, name);
    const complaints = [...(readers.get(path) ?? ['veraPDF gave no verdict']), ...(archives.get(path) ?? [])];
    const { status, stdout, stderr } = await tool('qpdf', ['--check', path]);
    if (status !== 0) complaints.push(`qpdf --check: ${(stderr + stdout).trim()}`);
    if (status !== 2) complaints.push(...(await inspect(court, name, path, known).catch((error) => [error.message])));
    return { name, ok: complaints.length === 0, message: complaints.join('\n') };
  });
}

/** The complaints of veraPDF by path, after one of its flavours; it starts slowly, so it gets all files at once. */
async function veraPdf(flavour, standard, paths) {
  if (!paths.length) return new Map();
  const main = ['-cp', here('lib/*'), 'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'text', '-v'];
  const { stdout, stderr } = await tool('java', [...main, ...paths]);
  const verdicts = new Map();
  let open = [];
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    const verdict = /^(PASS|FAIL) (.*) (?:ua1|2a)$/.exec(line);
    const path = verdict?.[2] ?? paths.find((path) => line.includes(path));
    if (verdict || path) {
      open = verdict?.[1] === 'PASS' ? [] : [`veraPDF: ${verdict ? `not ${flavour === 'ua1' ? 'PDF/UA-1' : 'PDF/A-2a'}` : line.trim()}`];
      verdicts.set(path, [...(verdicts.get(path) ?? []), ...open]);
      open = verdicts.get(path);
    } else if (/^\s+FAIL /.test(line)) open.push(`veraPDF: ${standard}, ${line.trim().slice(5)}`);
  }
  return verdicts;
}

async function inspect(court, name, path, known) {
  const complaints = [];
  const facts = await info(path);
  if (facts.Tagged !== 'yes') complaints.push('not tagged');
  if (!facts.Title) complaints.push('no title');
  if (!(Number(facts.Pages) > 0)) complaints.push('no pages');

  const all = await fonts(path);
  if (!all.length) complaints.push('no fonts, so no text');
  for (const font of all) {
    for (const what of ['embedded', 'subset', 'unicode']) if (!font[what]) complaints.push(`font ${font.name}: ${what} no`);
  }

  const document = await settings(path);
  if (!document.showsTitle) complaints.push('a reader shows the file name, not the title (DisplayDocTitle)');
  if (!document.language) complaints.push('no language');
  complaints.push(...linkFaults(document));

  const [, least] = LEAST_SIZE.find(([pattern]) => pattern.test(name));
  const small = (await textSizes(path)).filter(({ size }) => size < least);
  for (const { size, page, text } of small.slice(0, 5)) {
    complaints.push(`page ${page}: ${size.toFixed(1)} pt, less than ${least} pt: "${text}"`);
  }
  if (small.length > 5) complaints.push(`… and ${small.length - 5} more pieces of small type`);

  const pages = await pagesOfLines(path);
  complaints.push(...brokenWords(court, name, pages, known));
  if (RIGHT_TO_LEFT.test(document.language ?? '')) court.note(`${name}: order not judged (${document.language})`);
  else complaints.push(...(await order(name, path, document, pages)));
  return complaints;
}

/** Words divided at a line's end: soft hyphens, and a hyphen that the site's own words do not have. */
function brokenWords(court, name, pages, known) {
  const complaints = [];
  pages.forEach((blocks, page) => {
    for (const lines of blocks) {
      lines.forEach((line, at) => {
        const first = /([\p{L}\p{M}\p{N}'’]*)([-‐\u00AD])$/u.exec(line);
        const second = /^[\p{Ll}\p{M}'’]+/u.exec(lines[at + 1] ?? '');
        if (!first || !second) return;
        const [, start, hyphen] = first;
        const whole = `${start}${second[0]}`.toLowerCase();
        const hyphened = `${start}-${second[0]}`.toLowerCase();
        if (hyphen === '\u00AD' || (known.has(whole) && !known.has(hyphened)))
          complaints.push(`page ${page + 1}: a word is divided: ${hyphened}`);
        else if (!known.has(hyphened)) court.note(`${name}, page ${page + 1}: is ${hyphened} one word divided?`);
      });
    }
  });
  return complaints;
}

/** Bookmarks follow the headings of the tags, and headings stand on the page in that order. */
async function order(name, path, document, pages) {
  const complaints = [];
  const squeeze = (text) =>
    text
      .normalize('NFKC')
      .replace(/[\s\u00AD\u200B-\u200F]+/g, '')
      .toLowerCase();
  const tagged = (await headings(path)).map(squeeze);
  const marks = bookmarks(document).map(({ title, page }) => ({ title, page, key: squeeze(title) }));
  if (!tagged.length) return LABELS.test(name) ? [] : ['no heading in the tags'];
  if (!marks.length && pages.length > 3) complaints.push('no bookmarks in a document of more than three pages');

  let at = 0;
  for (const { title, key } of LETTERS.test(name) ? [] : marks) {
    const found = tagged.indexOf(key, at);
    if (found < 0) complaints.push(`bookmark "${title}" is not a heading of the tags at that place`);
    else at = found + 1;
  }
  const words = pages.map((blocks) => squeeze(blocks.flat().join(' ')));
  if (IMPOSED.test(name) || !marks.length) {
    const whole = words.join('');
    let from = 0;
    for (const key of tagged) {
      const found = whole.indexOf(key, IMPOSED.test(name) ? 0 : from);
      if (found < 0) complaints.push(`heading "${key}" of the tags is not on the page at that place`);
      else from = found + key.length;
    }
    if (IMPOSED.test(name)) complaints.push(...(await sameOrder(path, tagged, squeeze)));
    // A print firm's version has the same panels, and marks around them that poppler takes for columns.
    if (IMPOSED.test(name) && !PRESS.test(name)) complaints.push(...(await panels(path, words, squeeze)));
    return complaints;
  }
  const from = words.map(() => 0);
  for (const { title, page, key } of marks) {
    const found = (words[page - 1] ?? '').indexOf(key, from[page - 1]);
    if (found < 0) complaints.push(`heading "${title}" is not on page ${page} where the tags say`);
    else from[page - 1] = found + key.length;
  }
  return complaints;
}

/** On a folded sheet, each paragraph of the tags is read in one piece: columns beside each other do not run into each other. */
async function panels(path, words, squeeze) {
  const whole = words.join('');
  const torn = (await paragraphs(path)).filter((text) => !whole.includes(squeeze(text)));
  return torn.map((text) => `a paragraph of the tags is not read in one piece: "${text}"`);
}

/** A folded sheet is read in the same order as its large print, which is made from the same words. */
async function sameOrder(path, tagged, squeeze) {
  const other = join(dirname(path), 'large-print.pdf');
  const large = (await headings(other).catch(() => [])).map(squeeze);
  const shared = tagged.filter((key) => large.includes(key));
  const sorted = [...shared].sort((a, b) => large.indexOf(a) - large.indexOf(b));
  const at = shared.findIndex((key, at) => key !== sorted[at]);
  return at < 0 ? [] : [`heading "${shared[at]}" is read before "${sorted[at]}", which comes first in large print`];
}

/** All words of the site's pages and texts, to tell a divided word from one spelt with a hyphen. */
function siteWords(site) {
  const texts = [
    ...site.ending('.html').map((path) => site.read(path).replace(/<[^>]*>/g, ' ')),
    ...site.ending('.txt').map(site.read),
  ];
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+(?:[-‐][\p{L}\p{M}\p{N}'’]+)*/gu) ?? []));
}
