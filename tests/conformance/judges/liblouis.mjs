// Judges the translator itself: each character that liblouis's table of Unified English Braille has, and 100,000 words of the
// English in this repository, against liblouis. Of the words, at most 5 in 10,000 may differ.
// Source: The Rules of Unified English Braille, 2013; liblouis, tables/en-ueb-g1.ctb

import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { translated } from './braille.mjs';

const TABLES = 'unicode.dis,en-ueb-g1.ctb';
const CHARACTERS = '/usr/share/liblouis/tables/en-ueb-chardefs.uti';
const WORDS = 100_000;
const MOST = 0.0005;

/** Letters of other alphabets that the table has among the Latin ones, ligatures of type, and marks that are seen by nobody. */
const LEFT_OUT = /[\u0400-\u04ff\ufb00-\ufb06\u00ad\u200b\u00a4\u018e\u01dd\u02c7\u2206]/;

/** `program` writes each line of its input in braille; `root` is this repository. */
export async function judge({ program, root }) {
  return [await characters(program), await words(program, root)];
}

async function characters(program) {
  const table = readFileSync(CHARACTERS, 'utf8').split('\n');
  const named = table.flatMap((line) => {
    const [, base, opcode, name] = /^(?:noback )?(base )?(\w+)\s+(\S+)/.exec(line) ?? [];
    if (!base && !['sign', 'math', 'punctuation', 'lowercase', 'uppercase'].includes(opcode)) return [];
    const code = /^\\x([0-9a-fA-F]{4})$/.exec(name);
    const c = code ? String.fromCharCode(Number.parseInt(code[1], 16)) : name;
    return [...c].length === 1 ? [c] : [];
  });
  const wanted = [...new Set([...named, ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'])]
    .filter((c) => c.charCodeAt(0) > 0x20 && !/\p{M}/u.test(c) && c !== '\\' && !LEFT_OUT.test(c));
  const [ours, theirs] = await Promise.all([piped(program, wanted), translated([], TABLES, wanted)]);
  const wrong = wanted.filter((_, at) => ours[at] !== theirs[at]);
  const told = wrong.map((c) => `${c}: ${ours[wanted.indexOf(c)]}, not ${theirs[wanted.indexOf(c)]}`);
  return { name: `${wanted.length} characters`, ok: wanted.length > 550 && wrong.length === 0, message: told.join('\n') };
}

async function words(program, root) {
  const lines = [];
  let count = 0;
  // The text in the tree is not long enough: it is read again from its end until there are words enough.
  const all = prose(root);
  for (let at = 0; count < WORDS && all.length; at = (at + 1) % all.length) {
    lines.push(all[at]);
    count += all[at].split(' ').length;
  }
  const [ours, theirs] = await Promise.all([piped(program, lines), translated([], TABLES, lines)]);
  let differ = 0;
  const told = new Set();
  lines.forEach((line, at) => {
    const [mine, other] = [ours[at] ?? '', theirs[at] ?? ''].map((text) => text.split('\u2800'));
    if (mine.join() === other.join()) return;
    const same = mine.length === other.length;
    const wrong = same ? mine.map((_, i) => i).filter((i) => mine[i] !== other[i]) : mine.map((_, i) => i);
    differ += wrong.length;
    for (const i of wrong.slice(0, 3)) told.add(same ? line.split(' ')[i] : line);
  });
  const ok = count >= WORDS && differ / count <= MOST;
  return { name: `${count} words`, ok, message: `${differ} differ: ${[...told].slice(0, 20).join(' | ')}` };
}

/** Lines of English in the repository's Markdown, as Handbill sets them: with the quotation marks of print. */
function prose(root) {
  const files = readdirSync(root, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md') && !/(^|\/)(target|node_modules|public|fixtures)\//.test(name) && !/\.\w\w\.md$/.test(name))
    .sort();
  const text = files.flatMap((name) => readFileSync(join(root, name), 'utf8').split('\n'));
  return text.flatMap((line) => {
    const plain = line.replace(/<[^>]*>/g, '').replace(/\]\([^)]*\)|[`*#[\]|\\{}]+/g, ' ')
      .replace(/(^|[\s(])"/g, '$1\u201c').replaceAll('"', '\u201d')
      .replace(/(^|[\s(\u201c])'/g, '$1\u2018').replaceAll("'", '\u2019')
      .replace(/\s+/g, ' ').trim();
    // Words in other languages are not English; what nobody knows of them is left out.
    if (/[^\u0020-\u00ff\u2013-\u201d\u2026]/.test(plain)) return [];
    // Two numbers side by side are one number to liblouis before 3.29, and words ending in s before a closing mark are owners.
    return /[A-Za-z]{3}/.test(plain) && !/\d \d|\u2018[^\u2019]*s\u2019/.test(plain) && plain.length < 400 ? [plain] : [];
  });
}

function piped(program, lines) {
  return new Promise((resolve, reject) => {
    const run = execFile(program, { maxBuffer: 1 << 28 }, (error, stdout) =>
      error ? reject(new Error(`${program} did not run: ${error.message}`)) : resolve(stdout.split('\n').slice(0, -1)),
    );
    run.stdin.end(`${lines.join('\n')}\n`);
  });
}
