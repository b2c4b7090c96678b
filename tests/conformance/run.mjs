// Calls the judges one after another, and adds up. Use tests/conformance/run, which sees that the tools are there.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cases, judge as act } from './judges/act.mjs';
import { judge as books } from './judges/books.mjs';
import { judge as changes } from './judges/changes.mjs';
import { dataOf, judge as data, schemas } from './judges/data.mjs';
import { judge as documents } from './judges/documents.mjs';
import { judge as hosting } from './judges/hosting.mjs';
import { canRead, judge as imports, strangers } from './judges/imports.mjs';
import { judge as liblouis } from './judges/liblouis.mjs';
import { judge as preview } from './judges/preview.mjs';
import { judge as recalls, referencesOf } from './judges/recalls.mjs';
import { wordsOf } from './judges/secrets.mjs';
import { judge as sound } from './judges/sound.mjs';
import { JUDGES, openCourt, settingsOf } from './kit/court.mjs';
import { openSite } from './kit/site.mjs';
import { here, tool } from './kit/tools.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, source: { type: 'string' }, at: { type: 'string' }, build: { type: 'string' } },
});
const known = [...JUDGES, 'lighthouse', 'search', 'secrets', 'hosting', 'preview', 'liblouis', 'books', 'documents', 'imports', 'data', 'recalls', 'changes', 'sound', 'act', 'deterministic'];
const called = options.only?.split(',') ?? known;
const total = { passed: 0, failed: 0 };

const unknown = called.filter((name) => !known.includes(name));
const dir = resolve(positionals[0] ?? 'public');
if (unknown.length) refuse(`there is no judge ${unknown.join(', ')}; there are ${known.join(', ')}`);
else if (!existsSync(dir)) refuse(`there is no folder ${dir}`);
else {
  const court = await openCourt(dir, options.source);
  console.log(`${dir}: ${court.site.pages.length} pages, ${court.site.ending('.pdf').length} PDFs`);
  try {
    for (const name of JUDGES.filter((name) => called.includes(name))) {
      await heard(court, name);
    }
    if (called.includes('lighthouse')) await lit(court);
    if (called.includes('search')) await heard(court, 'search');
    if (called.includes('secrets')) await secrets(court);
    if (called.includes('preview')) await previewed(court);
    if (called.includes('recalls')) await recalled(court);
    if (called.includes('changes')) await compared(court);
    if (called.includes('sound')) await spoken(court);
  } finally {
    await court.close();
  }
  if (called.includes('hosting')) await hosts();
  if (called.includes('liblouis')) await transcribed();
  if (called.includes('books')) await taken('books', books, '.epub');
  if (called.includes('documents')) await taken('documents', documents, '.docx');
  if (called.includes('imports')) await broughtIn();
  if (called.includes('data')) await opened();
  if (called.includes('act')) await audited();
  if (called.includes('deterministic')) await deterministic();
}
if (total.passed + total.failed === 0) refuse('nothing was judged');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function heard(court, name) {
  const start = performance.now();
  report(name, await court.hear(name), start, court.notes);
}

async function lit(court) {
  const isSample = resolve(options.source ?? dirname(dir)) === resolve(here('../..'));
  if (isSample || options.only) await heard(court, 'lighthouse');
  else console.log('lighthouse     skipped: it is slow, and the sample has what these pages have');
}

async function hosts() {
  const start = performance.now();
  const printed = options.build && { handbill: options.build, source: options.source, at: options.at };
  const settings = await settingsOf(dir, printed).catch((error) => error);
  if (settings === null) console.log('hosting        skipped: a finished folder was given, without settings for hosts');
  else if (settings instanceof Error) report('hosting', [{ name: 'settings', ok: false, message: settings.message }], start, []);
  else report('hosting', await hosting({ site: openSite(dir, options.source), settings }), start, []);
}

async function secrets(court) {
  if (court.site.source && wordsOf(court.site.source)) await heard(court, 'secrets');
  else console.log('secrets        skipped: no secrets.txt beside the content says which words must not be known');
}

async function previewed({ browser }) {
  const start = performance.now();
  const left = (why) => console.log(`preview        skipped: ${why}`);
  if (!options.build) return left('a finished folder was given, so there is nothing to change');
  if (!existsSync(join(options.source, 'themes/civic'))) return left('the site has no theme of its own to change');
  const how = { handbill: resolve(options.build), source: options.source, at: options.at };
  const failed = (error) => [{ name: 'preview', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('preview', await preview({ browser, preview: how }).catch(failed), start, []);
}

async function recalled(court) {
  const start = performance.now();
  const left = (why) => console.log(`recalls        skipped: ${why}`);
  if (!options.build) return left('a finished folder was given, so no letter can be written');
  if (!referencesOf(options.source).length) return left('nobody has copies of a leaflet, so there is no letter to write');
  const how = { handbill: resolve(options.build), source: options.source, at: options.at };
  const failed = (error) => [{ name: 'recalls', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('recalls', await recalls(court, how).catch(failed), start, court.notes);
}

async function compared(court) {
  const start = performance.now();
  if (!options.build) return console.log('changes        skipped: a finished folder was given, so there is nothing to compare it with');
  const how = { handbill: resolve(options.build), source: options.source, at: options.at };
  const failed = (error) => [{ name: 'changes', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('changes', await changes(court, how).catch(failed), start, court.notes);
}

async function spoken(court) {
  const start = performance.now();
  const left = (why) => console.log(`sound          skipped: ${why}`);
  if (!options.build) return left('a finished folder was given, so no voice can read it out');
  if (!court.site.ending('.ssml').length) return left('no page of the site comes in audio');
  const how = { handbill: resolve(options.build), source: options.source, at: options.at };
  const failed = (error) => [{ name: 'sound', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('sound', await sound(court, how).catch(failed), start, court.notes);
}

async function transcribed() {
  const start = performance.now();
  const program = options.build && join(dirname(resolve(options.build)), 'examples/braille-lines');
  if (!program || !existsSync(program)) {
    console.log('liblouis       skipped: a finished folder was given, or the program braille-lines is not built');
    return;
  }
  const failed = (error) => [{ name: 'liblouis', ok: false, message: `the judge could not finish: ${error.stack}` }];
  const notes = [];
  const told = { program, root: here('../..'), specs: process.env.LIBLOUIS_SPECS, note: (text) => notes.push(text) };
  report('liblouis', await liblouis(told).catch(failed), start, notes);
}

/** Judges files that readers take away, where the site has any. */
async function taken(name, judge, ending) {
  const start = performance.now();
  const files = openSite(dir, options.source).ending(ending);
  if (!files.length) return console.log(`${name.padEnd(14)} skipped: the site has no file with the ending ${ending}`);
  const failed = (error) => [{ name, ok: false, message: `the judge could not finish: ${error.stack}` }];
  report(name, await judge({ dir, files }).catch(failed), start, []);
}

/** Judges open data, where the site has any and its standards' schemas are at hand. */
async function opened() {
  const start = performance.now();
  const left = (why) => console.log(`data           skipped: ${why}`);
  const files = dataOf(openSite(dir, options.source));
  if (!files.length) return left('the site has no release and no list of awards');
  const folder = schemas();
  if (!folder) return left('OPEN_DATA_SCHEMAS does not name the folder of the schemas of OCDS and 360Giving');
  const failed = (error) => [{ name: 'data', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('data', await data({ dir, files, folder }).catch(failed), start, []);
}

/** Judges the audit by W3C's cases, where they are at hand. */
async function audited() {
  const start = performance.now();
  const left = (why) => console.log(`act            skipped: ${why}`);
  if (!options.build) return left('a finished folder was given, so there is no audit to judge');
  const folder = cases();
  if (!folder) return left('ACT_CASES does not name the folder of the test cases of ACT rules');
  const failed = (error) => [{ name: 'act', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('act', await act({ handbill: resolve(options.build), folder }).catch(failed), start, []);
}

/** Judges what comes in from Word: documents of others, and those that the site makes itself. */
async function broughtIn() {
  const start = performance.now();
  const left = (why) => console.log(`imports        skipped: ${why}`);
  if (!options.build) return left('a finished folder was given, so nothing can be brought in');
  if (!(await canRead())) return left('pandoc is not there (apt-get install pandoc)');
  const own = openSite(dir, options.source).ending('.docx').map((name) => join(dir, name));
  const files = [...strangers(), ...own];
  if (!files.length) return left('the site has no Word document, and WORD_DOCUMENTS does not name a folder of some');
  const failed = (error) => [{ name: 'imports', ok: false, message: `the judge could not finish: ${error.stack}` }];
  report('imports', await imports({ handbill: resolve(options.build), files }).catch(failed), start, []);
}

async function deterministic() {
  const start = performance.now();
  if (!options.build) {
    console.log('deterministic  skipped: a finished folder was given, so there is nothing to build');
    return;
  }
  const { status, stdout, stderr } = await tool(here('judges/deterministic.sh'), [options.at, options.build, 'build'], {
    cwd: options.source,
  });
  report('deterministic', [{ name: 'sample', ok: status === 0, message: stdout + stderr }], start, []);
}

function report(name, cases, start, notes) {
  const failed = cases.filter((one) => !one.ok);
  total.passed += cases.length - failed.length;
  total.failed += failed.length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${name.padEnd(14)} ${failed.length ? 'FAIL' : 'ok  '} ${cases.length - failed.length} of ${cases.length}, ${seconds} s`,
  );
  for (const { name, message } of failed) console.log(`  ${name}\n${message.trim().replace(/^/gm, '    ')}`);
  for (const note of notes.splice(0)) console.log(`  note: ${note}`);
}

function refuse(reason) {
  console.log(reason);
  total.failed += 1;
}
