// Judges braille files: only the 64 characters, lines and pages no longer than the paper that the PEF file names, both files
// with the same cells, well-formed XML, and every word of the text beside it found again by liblouis.
// Source: PEF 2008-1; Braille ASCII as in liblouis's en-us-brf.dis; The Rules of Unified English Braille, 2013, 6.10

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nothing } from '../kit/browser.mjs';
import { tool } from '../kit/tools.mjs';

/** The characters of the cells 0 to 63. */
const ASCII = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;

/** Dot 5: what has no space goes on in the next line. */
const DIVIDED = '\u2810';

export async function judge({ site }) {
  const files = site.ending('.brf');
  if (!files.length) return nothing('braille files', site.dir);
  return Promise.all(files.map(async (name) => {
    const faults = await faultsOf(site, name).catch((error) => [error.message]);
    return { name, ok: faults.length === 0, message: faults.join('\n') };
  }));
}

async function faultsOf(site, name) {
  const brf = readFileSync(join(site.dir, name), 'latin1');
  const odd = [...brf].find((c) => !ASCII.includes(c) && !'\r\n\f'.includes(c));
  if (odd !== undefined) return [`the character U+${odd.charCodeAt(0).toString(16).padStart(4, '0')} is no cell`];
  const pages = brf.split('\f').map((page) => page.replace(/\r\n$/, '').split('\r\n'));
  const pefPath = name.replace(/\.brf$/, '.pef');
  if (!existsSync(join(site.dir, pefPath))) return ['there is no PEF file beside it'];
  const pef = site.read(pefPath);
  const { status, stderr } = await tool('xmllint', ['--noout', join(site.dir, pefPath)]);
  if (status !== 0) return [`the PEF file is not well-formed: ${stderr.slice(0, 200)}`];
  const [, cols, rows] = /<volume cols="(\d+)" rows="(\d+)"/.exec(pef) ?? [];
  const faults = [];
  pages.forEach((page, at) => {
    if (page.length > rows) faults.push(`page ${at + 1} has ${page.length} lines of ${rows}`);
    for (const line of page) if (line.length > cols) faults.push(`page ${at + 1} has a line of ${line.length} cells of ${cols}`);
  });
  if (pages.length > 1 && pages.at(-1).join('').trim() === '') faults.push('the last page is empty');
  const dots = pages.map((page) => page.map((line) => [...line].map((c) => String.fromCharCode(0x2800 + ASCII.indexOf(c))).join('')));
  const inPef = [...pef.matchAll(/<row(?:\/>|>([^<]*)<\/row>)/g)].map(([, row = '']) => row);
  if (dots.flat().join('\n') !== inPef.join('\n')) faults.push('the cells of the PEF file are others');
  return [...faults, ...(await lostWords(site, name, dots, /<dc:language[^>]*>en/.test(pef)))];
}

/** Words of the plain text beside a file that are not in it when liblouis turns it back into print. */
async function lostWords(site, name, pages, english) {
  const beside = name.endsWith('/braille.brf') ? name.replace(/braille\.brf$/, 'text.txt') : name.replace(/\.brf$/, '.txt');
  if (!english || !existsSync(join(site.dir, beside))) return [];
  // The first line of a page is its running head. What is divided is put together again.
  const lines = pages.flatMap((page, at) => (at ? page.slice(1) : page));
  const whole = lines.map((line) => (line.endsWith(DIVIDED) ? line.slice(0, -1) : `${line}\u2800`)).join('');
  const back = await translated(['--backward'], 'unicode.dis,en-ueb-g1.ctb', chunks(whole.replace(/\u2800+/g, ' ')));
  const words = (text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const known = new Set(words(back.join(' ').replace(/[\u2019']/g, '')));
  // The list of links at the end of plain text is no words of the document.
  const text = site.read(beside).replace(/\n## [^\n]*\n\n\[\d+\] https?:[\s\S]*$/, '').replace(/[\u2019']/g, '');
  const lost = [...new Set(words(text))].filter((word) => !known.has(word));
  return lost.length ? [`words that are not found again: ${lost.join(', ')}`] : [];
}

/** A long text in pieces, each of whole words: lou_translate takes a line of 2,047 bytes at most, and a cell has three. */
function chunks(text) {
  return text.match(/.{1,500}(?: |$)/g) ?? [];
}

/** Lines as liblouis turns them. */
export async function translated(options, tables, lines) {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const run = spawn('lou_translate', [...options, tables], { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    run.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    run.on('error', (error) => reject(new Error(`lou_translate did not run: ${error.message}`)));
    run.on('close', () => resolve(out.split('\n').slice(0, -1)));
    run.stdin.end(`${lines.join('\n')}\n`);
  });
}
