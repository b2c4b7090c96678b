// Judges the translator itself: each character that liblouis's table of Unified English Braille has, 100,000 words of the
// English in this repository, against liblouis, and liblouis's own cases where they are at hand. Of the words, at most 5 in
// 10,000 may differ.
// Source: The Rules of Unified English Braille, 2013; liblouis, tables/en-ueb-g1.ctb

import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { translated } from './braille.mjs';

const TABLES = 'unicode.dis,en-ueb-g1.ctb';
const CHARACTERS = '/usr/share/liblouis/tables/en-ueb-chardefs.uti';
const CASES = ['en-ueb-g1_harness.yaml', 'en-ueb-symbols_harness.yaml'];
const WORDS = 100_000;
const MOST = 0.0005;

/** Letters of other alphabets that the table has among the Latin ones, ligatures of type, and marks that are seen by nobody. */
const LEFT_OUT = /[\u0400-\u04ff\ufb00-\ufb06\u00ad\u200b\u00a4\u018e\u01dd\u02c7\u2206]/;

/**
 * `program` writes each line of its input in braille; `root` is this repository; `specs` is the folder `tests/braille-specs` of
 * liblouis's source, if somebody has it: no package brings it. `note` takes what was not judged.
 */
export async function judge({ program, root, specs, note }) {
  const own = specs ? await Promise.all(CASES.map((name) => caseFile(program, specs, name))) : [];
  if (!specs) note(`liblouis's own cases were not run: LIBLOUIS_SPECS names no folder with ${CASES.join(' and ')}`);
  return [await characters(program), await words(program, root), ...own];
}

/** The cases of one file of liblouis's. What liblouis itself does not get right (`xfail`) is left out. */
async function caseFile(program, specs, name) {
  const { tests } = yaml.load(readFileSync(join(specs, name), 'utf8'));
  const wanted = tests.filter(([, , options]) => !options?.xfail);
  const line = ([print, , options]) => {
    const forms = Object.entries(options?.typeform ?? {}).flatMap(([form, marks]) =>
      [...marks.matchAll(/\++/g)].map(({ 0: run, index }) => `${form}:${index}-${index + run.length}`),
    );
    return forms.length ? `${print}\t${forms.join(',')}` : String(print);
  };
  const ours = await piped(program, wanted.map(line));
  const wrong = wanted.flatMap(([print, cells], at) => {
    const made = (ours[at] ?? '').replaceAll('\u2800', ' ');
    return made === cells ? [] : [`${print}: ${made}, not ${cells}`];
  });
  return { name: `${name}: ${wanted.length} cases`, ok: wanted.length > 0 && !wrong.length, message: wrong.join('\n') };
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
    const print = line.split(' ');
    const differs = (i) => mine[i] !== other[i] && !(/s\u2019/.test(print[i]) && asOwner(mine[i]) === other[i]);
    const wrong = same ? mine.map((_, i) => i).filter(differs) : mine.map((_, i) => i);
    differ += wrong.length;
    for (const i of wrong.slice(0, 3)) told.add(same ? line.split(' ')[i] : line);
  });
  const ok = count >= WORDS && differ / count <= MOST;
  return { name: `${count} words`, ok, message: `${differ} differ: ${[...told].slice(0, 20).join(' | ')}` };
}

/**
 * A word whose closing quotation mark behind an s is written as an apostrophe, as liblouis does. The Rules of Unified English
 * Braille, 7.6, have two signs, and a mark that closes what an opening one began is a quotation mark.
 */
function asOwner(cells) {
  return cells.replace(/\u280e\u2820\u2834/g, '\u280e\u2804');
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
    // Two numbers side by side are one number to liblouis before 3.29.
    return /[A-Za-z]{3}/.test(plain) && !/\d \d/.test(plain) && plain.length < 400 ? [plain] : [];
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
