// Proves that no judge is asleep: the good site passes all of them, each planted fault is reported by the judge whose
// work it is, and an empty folder passes none. Use tests/conformance/selftest.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { FILE_FAULTS, HOSTING_FAULTS, PDF_FAULTS, PREVIEW_FAULTS, WEB_FAULTS, WEB_FILES } from './fixtures/faults.mjs';
import { judge as books } from './judges/books.mjs';
import { judge as changes } from './judges/changes.mjs';
import { judge as data, schemas } from './judges/data.mjs';
import { judge as documents } from './judges/documents.mjs';
import { judge as hosting } from './judges/hosting.mjs';
import { canRead, judge as imports } from './judges/imports.mjs';
import { judge as lighthouse } from './judges/lighthouse.mjs';
import { judge as liblouis } from './judges/liblouis.mjs';
import { judge as preview } from './judges/preview.mjs';
import { judge as recalls } from './judges/recalls.mjs';
import { heard, judge as sound, played } from './judges/sound.mjs';
import { JUDGES, openCourt, settingsOf } from './kit/court.mjs';
import { makePdf, truncate } from './kit/make-pdf.mjs';
import { openBrowser } from './kit/browser.mjs';
import { openSite } from './kit/site.mjs';
import { here, tool } from './kit/tools.mjs';

const times = new Map();
const total = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), 'handbill-selftest-'));
try {
  await goodSite();
  await plantedFaults();
  await emptySite();
  await slowPage();
  await unlikeBuilds();
  await badTranslator();
  await badBooks();
  await badData();
  await badImports();
  await badRecalls();
  await badSearch();
  await badSheets();
  await badSound();
  await badHosts();
  await toldSecrets();
  await badPreviews();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log([...times].map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', '));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

function expect(what, ok, why = '') {
  total[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${ok ? '' : `\n    ${why.replaceAll('\n', '\n    ')}`}`);
}

/** A program that brings a document in and forgets its words. */
async function badImports() {
  if (!(await canRead())) return console.log('imports        skipped: pandoc is not there');
  const handbill = join(folder, 'forgetful');
  const page = 'echo "Only this." > "$6/content/$4/page.md"';
  writeFileSync(handbill, `#!/bin/sh\n[ "$1" = import ] || exit 0\n${page}\n`, { mode: 0o755 });
  const source = join(folder, 'words.md');
  const document = join(folder, 'words.docx');
  writeFileSync(source, 'Only these words.\n');
  await tool('pandoc', [source, '-o', document]);
  const [{ ok, message }] = await imports({ handbill, files: [document] });
  expect('imports: a word that was lost', !ok && message.includes('these words'), message);
}

/** A page to search whose script is the theme's, with one fault each. */
async function badSearch() {
  const start = performance.now();
  const dir = copyOfGood('search');
  const theme = (name) => readFileSync(here(`../../themes/civic/${name}`), 'utf8');
  const field =
    '<label for="find">Find</label><div class="find" role="search" data-base="" data-finder="/finder.js" data-found="Found:" data-some="Some:" data-none="None" data-failed="Failed"><input id="find" type="text" hidden role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="find-list" autocomplete="off" spellcheck="false"></div><p class="count" role="status"></p><div id="find-list" role="listbox" aria-label="Found" hidden></div><button class="more" type="button" hidden>More</button><p class="without"><a href="/a-z/">A to Z</a></p>';
  const good = readFileSync(join(dir, 'index.html'), 'utf8').replace('</main>', `${field}</main>`).replace('</head>', '<script src="/search.js" defer></script></head>');
  const put = (name, text) => writeFileSync(join(dir, name), text);
  mkdirSync(join(dir, 'search/en'), { recursive: true });
  put('search/index.html', good);
  const language = { folder: 'en', lang: 'en-GB', dir: 'ltr', name: 'English', pages: 1, each: 256, starts: ['hel'] };
  put('search/index.json', JSON.stringify({ version: '1', languages: [language] }));
  put('search/en/words-0.json', JSON.stringify({ version: '1', words: ['help w#', 'victims w#'] }));
  put('search/en/pages-0.json', JSON.stringify({ version: '1', pages: [['/victims/', 'Victims', '', 'Words.']] }));
  put('finder.js', theme('finder.js'));
  const heard = async (script) => {
    put('search.js', script);
    const court = await openCourt(dir);
    const cases = await court.hear('search').finally(() => court.close());
    return cases.filter((one) => !one.ok).map((one) => `${one.name}: ${one.message}`).join('\n');
  };
  const typing = '    var text = field.value;\n';
  for (const [name, edit, says] of [
    ['typed in a request', [typing, `${typing}    fetch("/search/index.json?q=" + text);\n`], /a request tells what is typed/],
    ['no count', ['count.textContent = text; }', '{} }'], /no count is told/],
    ['slow', [typing, `${typing}    for (var end = Date.now() + 150; Date.now() < end;) {}\n`], /first result comes after/],
  ]) {
    const told = await heard(edited(theme('search.js'), edit, name));
    expect(`search: reports ${name}`, says.test(told), told || 'a pass');
  }
  times.set('search', performance.now() - start);
}

function copyOfGood(name) {
  const dir = join(folder, name);
  cpSync(here('fixtures/good'), dir, { recursive: true });
  cpSync(here('../../themes/civic/exit.js'), join(dir, 'public/exit.js'));
  return join(dir, 'public');
}

function edited(text, [from, to], name) {
  if (!text.includes(from)) throw new Error(`the fault ${name} looks for "${from}", which the good file does not have`);
  return text.replace(from, () => to);
}

async function goodSite() {
  const dir = copyOfGood('good');
  const leaflet = readFileSync(here('fixtures/leaflet.html'), 'utf8');
  const browser = await openBrowser();
  await makePdf(browser, leaflet, join(dir, 'leaflet.pdf'));
  await makePdf(browser, leaflet.replace('14pt', '18pt'), join(dir, 'leaflet-large-print.pdf'));
  await browser.close();
  await hearing(dir, (name, cases) => {
    const failed = cases.filter((one) => !one.ok).map((one) => `${one.name}: ${one.message}`);
    expect(`${name}: the good site passes`, failed.length === 0, failed.join('\n'));
  });
}

async function plantedFaults() {
  const dir = copyOfGood('faults');
  const good = edited(
    readFileSync(join(dir, 'index.html'), 'utf8'),
    ['</head>', '<link rel="stylesheet" href="/faults.css">\n</head>'],
    'css',
  );
  const expected = [...FILE_FAULTS];
  for (const [name, text] of Object.entries(WEB_FILES)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  for (const { name, judge, edit, says } of WEB_FAULTS) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, 'index.html'), edited(good, edit, name));
    expected.push({ judge, file: `${name}/index.html`, says });
  }
  for (const { name } of WEB_FAULTS.filter(({ name, judge }) => judge === 'exit' || name === 'sensitive-no-exit')) {
    writeFileSync(join(dir, `../content/${name}.md`), '---\ntitle: A\nsensitive: true\n---\n');
  }

  const leaflet = readFileSync(here('fixtures/leaflet.html'), 'utf8');
  const browser = await openBrowser();
  await makePdf(browser, leaflet, join(dir, 'good.pdf'));
  await makePdf(browser, leaflet.replace('14pt', '18pt'), join(dir, 'large-print.pdf'));
  for (const { name, judge = 'pdf', html, tagged, plant, cut, says } of PDF_FAULTS) {
    await makePdf(browser, html ? edited(leaflet, html, name) : leaflet, join(dir, name), { tagged, plant });
    if (cut) truncate(join(dir, name));
    expected.push({ judge, file: name, says });
  }
  await browser.close();

  await hearing(dir, (name, cases) => {
    for (const { file, says } of expected.filter((fault) => fault.judge === name)) {
      const found = cases.find((one) => one.name === file);
      const seen = found && !found.ok && says.test(found.message);
      expect(`${name}: reports ${file.replace('/index.html', '')}`, seen, `wanted ${says}, got: ${found?.message || 'a pass'}`);
    }
    const good = cases.filter((one) => ['victims/index.html', 'sitemap.xml', 'good.pdf', 'good.brf'].includes(one.name));
    const fair = good.length === 1 && good[0].ok;
    expect(`${name}: says nothing of the good file among them`, fair, good[0]?.message ?? 'the good file was not judged');
  });
}

async function badTranslator() {
  // A program that gives back what it is given translates nothing.
  const specs = join(folder, 'specs');
  mkdirSync(specs, { recursive: true });
  const two = "tests:\n  - ['1st', ⠼⠁⠎⠞]\n  - [’, ⠴, {xfail: true}]\n  - - one\n    - ⠘⠂⠕⠝⠑\n    - {typeform: {bold: '+++'}}\n";
  for (const name of ['en-ueb-g1_harness.yaml', 'en-ueb-symbols_harness.yaml']) writeFileSync(join(specs, name), two);
  const cases = await liblouis({ program: 'cat', root: here('../..'), specs, note: () => {} });
  expect('liblouis: hears four judgements', cases.length === 4, `${cases.length}`);
  for (const { name, ok } of cases) expect(`liblouis: reports ${name} that are not translated`, !ok, 'it passes them');
}

async function badBooks() {
  // Files with the right names and nothing of what they should be.
  const dir = join(folder, 'books');
  mkdirSync(dir, { recursive: true });
  for (const name of ['empty.epub', 'empty.docx']) writeFileSync(join(dir, name), 'PK');
  for (const [name, judge, file] of [
    ['books', books, 'empty.epub'],
    ['documents', documents, 'empty.docx'],
  ]) {
    const cases = await judge({ dir, files: [file] }).catch((error) => [{ ok: false, name: error.message }]);
    expect(`${name}: reports a file that is none`, cases.length > 0 && cases.every((one) => !one.ok), 'it passes it');
  }
}

/** Packages that are right, and with one thing wrong each. */
async function badData() {
  const schemasAt = schemas();
  if (!schemasAt) return console.log('skip data: OPEN_DATA_SCHEMAS does not name the folder of the schemas');
  const dir = join(folder, 'data');
  const release = { ocid: 'a-1', id: 'a-1-2', date: '2026-11-22T09:00:00Z', tag: ['planning'], initiationType: 'tender' };
  const notices = { uri: 'https://a.example/release.json', version: '1.1', publishedDate: '2026-11-22T09:00:00Z', releases: [release] };
  const body = [{ id: 'GB-CHC-1', name: 'A' }];
  const grant = { id: 'a-1', title: 'A', description: 'A', currency: 'GBP', amountAwarded: 1, awardDate: '2026-11-22', recipientOrganization: body, fundingOrganization: body };
  const awards = { version: '1.4', license: 'https://a.example/licence', grants: [grant] };
  const { date, ...timeless } = release;
  const { fundingOrganization, ...unfunded } = grant;
  const files = {
    'good/release.json': [notices],
    'good/awards.json': [awards],
    'alone/release.json': [release, /must have required property 'releases'/],
    'uri/release.json': [{ ...notices, uri: 'release' }, /\/uri must match format "uri"/],
    'day/release.json': [{ ...notices, publishedDate: '2026-11-22' }, /\/publishedDate must match format "date-time"/],
    'timeless/release.json': [{ ...notices, releases: [timeless] }, /\/releases\/0 must have required property 'date'/],
    'coded/release.json': [{ ...notices, releases: [{ ...release, tender: { id: 'a', status: 'open' } }] }, /\/tender\/status must be equal to one of/],
    'licence/awards.json': [{ ...awards, license: 'open' }, /\/license must match format "uri"/],
    'year/awards.json': [{ ...awards, grants: [{ ...grant, awardDate: '2026' }] }, /\/grants\/0\/awardDate must match/],
    'unfunded/awards.json': [{ ...awards, grants: [unfunded] }, /must have required property 'fundingOrganization'/],
    'torn/awards.json': ['{"grants": [', /not JSON/],
  };
  for (const [name, [value]] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  const cases = await data({ dir, files: Object.keys(files), folder: schemasAt });
  for (const [name, [, says]] of Object.entries(files)) {
    const found = cases.find((one) => one.name === name);
    if (says) expect(`data: reports ${name}`, !found.ok && says.test(found.message), `wanted ${says}, got: ${found.message || 'a pass'}`);
    else expect(`data: says nothing of ${name}`, found.ok, found.message);
  }
}

/** A program that writes letters which cannot be read out, and labels, which need no heading; and one that writes nothing. */
async function badRecalls() {
  const source = join(folder, 'recalls');
  mkdirSync(join(source, 'print'), { recursive: true });
  writeFileSync(join(source, 'site.toml'), 'language = "en-GB"\n');
  writeFileSync(join(source, 'print/editions.yaml'), '- reference: X-1\n');
  const leaflet = readFileSync(here('fixtures/leaflet.html'), 'utf8');
  const browser = await openBrowser();
  await makePdf(browser, leaflet, join(source, 'letters.pdf'), { tagged: false });
  await makePdf(browser, leaflet.replaceAll(/h[12]>/g, 'p>'), join(source, 'labels.pdf'));
  await browser.close();
  const heard = async (body) => {
    const program = join(source, 'handbill.sh');
    writeFileSync(program, `#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in --out) out=$2;; esac; shift; done\n${body}\n`, { mode: 0o755 });
    return recalls({ note: () => {} }, { handbill: program, source, at: '2026-11-22' });
  };
  const copied = (what) => `cp ${source}/${what}.pdf "$out/recall-X-1-2026-11-22-${what}.pdf"`;
  const cases = await heard(`mkdir -p "$out"; ${copied('letters')}; ${copied('labels')}`);
  const of = (what) => cases.find(({ name }) => name.endsWith(`-${what}.pdf`));
  expect('recalls: reports letters without tags', /not tagged/.test(of('letters')?.message ?? ''), of('letters')?.message ?? 'not judged');
  expect('recalls: says nothing of labels without headings', of('labels')?.ok, of('labels')?.message ?? 'not judged');
  const none = await heard('echo broken; exit 2');
  expect('recalls: reports letters that are not written', none.some(({ name, ok }) => name === 'en-GB/X-1' && !ok), 'it passes them');
}

/** A program that writes sheets with one thing wrong each, and says that nothing changes where something does. */
async function badSheets() {
  const source = join(folder, 'changes');
  mkdirSync(source, { recursive: true });
  const page = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><p FAULT>Words</p></main></html>';
  const court = await openCourt(source, source);
  const found = async (fault) => {
    const program = join(source, 'handbill.sh');
    const body = `cat > "$html" <<'END'\n${page.replace('FAULT', fault)}\nEND\necho Nothing changes`;
    writeFileSync(program, `#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in --html) html=$2;; esac; shift; done\n${body}\n`, { mode: 0o755 });
    const cases = await changes(court, { handbill: program, source, at: '2026-11-22' });
    return cases.filter(({ ok }) => !ok).map(({ name, message }) => `${name} ${message}`).join('\n');
  };
  try {
    const good = await found('');
    expect('changes: reports what is not told', good.startsWith('written: index.html') && !good.includes('nothing.html'), good || 'it passes it');
    const faint = await found('style="color:#bbb"');
    expect('changes: reports words that are too faint', /color-contrast/.test(faint), faint);
    const wrong = await found('nonsense="1"');
    expect('changes: reports markup that is none', /nonsense/.test(wrong), wrong);
  } finally {
    await court.close();
  }
}

/** Sound that is right, and sound with one thing wrong each; pages that play it, and that do not. */
async function badSound() {
  const dir = join(folder, 'sound');
  mkdirSync(dir, { recursive: true });
  const parts = join(dir, 'parts.txt');
  writeFileSync(parts, ';FFMETADATA1\ntitle=A\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=2\ntitle=One\n[CHAPTER]\nTIMEBASE=1/1\nSTART=2\nEND=4\ntitle=Two\n');
  const record = async (name, { gain = 5, channels = 1, parted = true, more = [] } = {}) => {
    const source = ['-f', 'lavfi', '-i', 'sine=frequency=1000:duration=4'];
    const kept = parted ? ['-i', parts, '-map', '0:a', '-map_metadata', '1'] : ['-metadata', 'title=A'];
    const packed = ['-af', `volume=${gain}dB`, '-ac', channels, '-c:a', 'libopus', '-b:a', '64k'];
    const whole = join(dir, 'encoded.ogg');
    // ffmpeg names its coder in what it packs, and not in what it copies.
    for (const args of [
      [...source, ...kept, ...packed, ...more, whole],
      ['-i', whole, '-c', 'copy', '-metadata:s:a:0', 'encoder=', '-fflags', '+bitexact', join(dir, name)],
    ]) {
      const { status, stderr } = await tool('ffmpeg', ['-v', 'error', '-y', ...args].map(String));
      if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
    }
    rmSync(whole);
  };
  await record('good.opus');
  await record('loud.opus', { gain: 17 });
  await record('named.opus', { more: ['-metadata', 'artist=Ann'] });
  await record('two.opus', { channels: 2 });
  await record('whole.opus', { parted: false });
  writeFileSync(join(dir, 'none.opus'), 'OggS');
  writeFileSync(join(dir, 'good.ssml'), '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en"><p><s>A.</s></p></speak>');
  writeFileSync(join(dir, 'torn.ssml'), '<speak><p>');
  writeFileSync(join(dir, 'mute.ssml'), '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en"/>');
  const cases = await heard(dir);
  for (const [name, says] of [
    ['loud.opus', /loudness is -?[\d.]+ LUFS/],
    ['named.opus', /says more than title and language: ARTIST/],
    ['two.opus', /2 channels/],
    ['whole.opus', /parts do not begin/],
    ['none.opus', /ffprobe cannot read it/],
    ['torn.ssml', /not well-formed/],
    ['mute.ssml', /no script for a voice/],
  ]) {
    const found = cases.find((one) => one.name === name);
    expect(`sound: reports ${name}`, found && !found.ok && says.test(found.message), `wanted ${says}, got: ${found?.message || 'a pass'}`);
  }
  for (const name of ['good.opus', 'good.ssml']) {
    const found = cases.find((one) => one.name === name);
    expect(`sound: says nothing of ${name}`, found?.ok, found?.message ?? 'not judged');
  }
  const page = (player) => `<!doctype html><html lang="en"><title>A</title><h2 id="a">Listen</h2><section>${player}</section></html>`;
  const list = (at) => `<ol><li><a href="good.opus#t=${at}">One</a></li></ol>`;
  for (const [name, player] of [
    ['good', `<audio controls preload="none" aria-labelledby="a" src="good.opus"></audio>${list(2)}`],
    ['eager', '<audio controls preload="auto" aria-labelledby="a" src="good.opus"></audio>'],
    ['mute', '<audio controls preload="none" aria-labelledby="a" src="none.opus"></audio>'],
    ['nameless', '<audio controls preload="none" src="good.opus"></audio>'],
    ['lost', `<audio controls preload="none" aria-labelledby="a" src="good.opus"></audio>${list(9)}`],
  ]) writeFileSync(join(dir, `${name}.html`), page(player));
  const browser = await openBrowser();
  const plays = await played(browser, dir);
  for (const [name, says] of [
    ['eager', /fetched before/],
    ['mute', /cannot play none\.opus/],
    ['nameless', /has no name/],
    ['lost', /part is not in the sound/],
  ]) {
    const found = plays.find((one) => one.name === `${name}.html`);
    expect(`sound: reports a player that is ${name}`, found && !found.ok && says.test(found.message), found?.message || 'a pass');
  }
  const good = plays.find((one) => one.name === 'good.html');
  expect('sound: says nothing of a good player', good?.ok, good?.message ?? 'not judged');
  const none = await sound({ browser }, { handbill: 'false', source: dir, at: '2026-11-22' });
  await browser.close();
  expect('sound: reports a voice that is not heard', none.length > 0 && none.every((one) => !one.ok), 'it passes');
}

async function emptySite() {
  const dir = join(folder, 'empty/public');
  mkdirSync(dir, { recursive: true });
  await hearing(dir, (name, cases) =>
    expect(
      `${name}: an empty folder does not pass`,
      cases.some((one) => !one.ok),
    ),
  );
  const { status, stdout } = await tool('node', [here('run.mjs'), dir]);
  expect(
    'run: an empty folder ends with failures and exit status 1',
    status === 1 && /\n0 passed, [1-9]\d* failed\n$/.test(stdout),
    stdout,
  );
  const gone = await tool('node', [here('run.mjs'), join(folder, 'gone')]);
  expect(
    'run: a folder that is not there is a failure',
    gone.status === 1 && /\n0 passed, 1 failed\n$/.test(gone.stdout),
    gone.stdout,
  );
}

/** A build command that writes the number of jobs, one that writes nothing, one that fails, and one that is true. */
async function unlikeBuilds() {
  const script = join(folder, 'build.sh');
  const builder = async (body) => {
    writeFileSync(script, `while [ $# -gt 0 ]; do case $1 in --out) out=$2;; --jobs) jobs=$2;; esac; shift; done\n${body}\n`);
    return tool(here('judges/deterministic.sh'), ['2026-11-22T09:00', 'bash', script]);
  };
  for (const [what, body, status, says] of [
    ['passes the same bytes', 'mkdir -p "$out"; echo same >"$out/a.html"', 0, /1 files, the same bytes/],
    ['reports other bytes', 'mkdir -p "$out"; echo "$jobs" >"$out/a.html"', 1, /differ/],
    ['reports a file too many', 'mkdir -p "$out"; echo same >"$out/a.html"; [ "$jobs" = 1 ] || touch "$out/b.html"', 1, /differ/],
    ['reports a build without files', 'mkdir -p "$out"', 1, /no files/],
    ['reports a build that fails', 'exit 1', 1, /failed/],
  ]) {
    const heard = await builder(body);
    expect(`deterministic: ${what}`, heard.status === status && says.test(heard.stdout), heard.stdout + heard.stderr);
  }
}

/** Each planted fault in the settings of a host is reported, and nothing of the good ones. */
async function badHosts() {
  const start = performance.now();
  const dir = copyOfGood('hosts');
  const good = await settingsOf(dir);
  // A large page, and what Handbill itself puts into a folder.
  writeFileSync(join(dir, 'large.html'), readFileSync(join(dir, 'index.html'), 'utf8').replace('</main>', `${'<p>Words.</p>\n'.repeat(300)}</main>`));
  writeFileSync(join(dir, '.handbill'), 'index.html\n');
  const judged = (settings) => hosting({ site: openSite(dir), settings });
  const failed = (cases) => cases.filter((one) => !one.ok).map((one) => `${one.name}: ${one.message}`);
  const told = failed(await judged(good));
  expect('hosting: the good settings pass', told.length === 0, told.join('\n'));
  for (const { host, edit, fails, says } of HOSTING_FAULTS) {
    const text = good[host].replace(edit[0], () => edit[1]);
    if (text === good[host]) throw new Error(`the fault of ${host} looks for ${edit[0]}, which the good settings do not have`);
    const cases = await judged({ ...good, [host]: text });
    const found = cases.find((one) => one.name === `${host}: ${fails}`);
    const what = String(edit[1] || edit[0]).trim().split('\n').pop();
    expect(`hosting: reports ${host}, ${fails}: ${what}`, found && !found.ok && says.test(found.message), `wanted ${says}, got: ${failed(cases).join('\n') || 'a pass'}`);
  }
  const empty = await hosting({ site: { ...openSite(dir), files: [], dir: 'an empty folder' }, settings: good });
  expect('hosting: an empty folder does not pass', empty.some((one) => !one.ok));
  times.set('hosting', performance.now() - start);
}

/** Each fault planted into what a real preview sends is reported, by the trial whose work it is. */
async function badPreviews() {
  const start = performance.now();
  const browser = await openBrowser();
  const target = process.env.CARGO_TARGET_DIR ?? here('../../target');
  const how = { handbill: join(target, 'debug/handbill'), source: here('../..'), at: '2026-11-22T09:00' };
  const good = await preview({ browser, preview: how });
  const told = good.filter((one) => !one.ok).map((one) => `${one.name}: ${one.message}`);
  expect('preview: the real one passes', told.length === 0, told.join('\n'));
  // Most of the time of a fault is spent waiting for what never comes, so two are tried at once.
  const queue = [...PREVIEW_FAULTS];
  const tried = async () => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) await planted(fault);
  };
  const planted = async ({ trial, file, edit, says }) => {
    let isPlanted = false;
    const plant = (address, text) => {
      if (!address.split('?')[0].endsWith(file) || !text.includes(edit[0])) return text;
      isPlanted = true;
      return text.replace(edit[0], () => edit[1]);
    };
    const [found] = await preview({ browser, preview: { ...how, plant }, only: [trial], patience: 12_000 });
    if (!isPlanted) throw new Error(`the fault of the trial ${trial} looks for "${edit[0]}", which ${file} does not have`);
    expect(`preview: reports ${trial}, ${says.source}`, !found.ok && says.test(found.message), `wanted ${says}, got: ${found.message || 'a pass'}`);
  };
  await Promise.all([tried(), tried()]);
  await browser.close();
  times.set('preview', performance.now() - start);
}

/** A page whose picture has no words, and whose words move when its typeface comes. */
async function slowPage() {
  const start = performance.now();
  const dir = copyOfGood('slow');
  for (const other of ['404.html', 'old', 'victims']) rmSync(join(dir, other), { recursive: true });
  const face = '@font-face { font-family: Late; src: url(/late.woff2); font-display: swap } body { font-family: Late, monospace }';
  writeFileSync(join(dir, 'late.css'), face);
  cpSync(here('../../themes/civic/fonts/atkinson-latin.woff2'), join(dir, 'late.woff2'));
  const good = readFileSync(join(dir, 'index.html'), 'utf8');
  const styled = edited(good, ['</head>', '<link rel="stylesheet" href="/late.css">\n</head>'], 'late');
  writeFileSync(join(dir, 'index.html'), styled.replace(/(<img [^>]*) alt="[^"]*"/, '$1'));
  const court = await openCourt(dir);
  const [{ ok, message }] = await lighthouse(court, 1);
  await court.close();
  for (const says of [/Accessibility: \d+ of 100: .*\[alt\]/, /a reader sees moves by/]) {
    expect(`lighthouse: reports ${says.source}`, !ok && says.test(message), message || 'a pass');
  }
  times.set('lighthouse', performance.now() - start);
}

/** The word `zqtold`, told in every way in which a file can tell it; a good file beside them; and a search that sees nothing. */
async function toldSecrets() {
  const dir = join(folder, 'secrets/public');
  mkdirSync(join(dir, 'zqtold'), { recursive: true });
  const wide = (text) => Buffer.from(text, 'utf16le').swap16();
  const leaflet = readFileSync(here('fixtures/leaflet.html'), 'utf8');
  const browser = await openBrowser();
  const shown = edited(leaflet, ['</body>', '<p>All of zqtold is here.</p></body>'], 'shown');
  await makePdf(browser, shown, join(dir, 'shown.pdf'));
  await makePdf(browser, edited(leaflet, ['<title>', '<title>zqtold: '], 'titled'), join(dir, 'titled.pdf'));
  await makePdf(browser, leaflet, join(dir, 'good.pdf'));
  await browser.close();
  for (const [name, bytes] of Object.entries({
    'text.html': '<p>All of ZQtold is here.</p>',
    'wide.bin': wide('All of zqtold'),
    'odd.bin': Buffer.concat([Buffer.from('x'), wide('All of zqtold')]),
    'little.bin': Buffer.from('All of zqtold', 'utf16le'),
    'book.epub': zipped('chapter.xhtml', '<p>All of zqtold is here.</p>'),
    'named.docx': zipped('zqtold.xml', '<p>Words</p>'),
    'zqtold/index.html': '<p>Words</p>',
    'good.epub': zipped('chapter.xhtml', '<p>All of zqseen is here.</p>'),
    'good.html': '<p>All of zqseen is here.</p>',
  })) {
    writeFileSync(join(dir, name), bytes);
  }
  const words = '- zqtold\n+ zqseen good.html\n+ zqseen good.epub\n+ restorative good.pdf\n';
  writeFileSync(join(folder, 'secrets/secrets.txt'), words);
  const hear = async () => {
    const court = await openCourt(dir, join(folder, 'secrets'));
    const cases = await court.hear('secrets');
    await court.close();
    return cases;
  };
  const cases = await hear();
  for (const file of ['text.html', 'wide.bin', 'odd.bin', 'little.bin', 'book.epub', 'named.docx', 'zqtold/index.html', 'shown.pdf', 'titled.pdf']) {
    const found = cases.find((one) => one.name === file);
    expect(`secrets: reports ${file}`, found && !found.ok && /tells zqtold/.test(found.message), found?.message ?? 'it was not judged');
  }
  const good = cases.filter((one) => /good\.(html|epub|pdf)$/.test(one.name));
  const why = good.filter((one) => !one.ok).map((one) => `${one.name}: ${one.message}`).join('\n');
  expect('secrets: says nothing of the good files among them', good.length === 6 && good.every((one) => one.ok), why);
  writeFileSync(join(folder, 'secrets/secrets.txt'), words.replace('good.html', 'text.html'));
  expect('secrets: reports a search that sees nothing', (await hear()).some((one) => one.name === 'zqseen in text.html' && !one.ok));
}

/** A zip file of one file, packed, without its checksum. Source: APPNOTE.TXT 6.3.10, 4.3. */
function zipped(name, text) {
  const [named, data] = [Buffer.from(name), deflateRawSync(text)];
  const header = (mark, length, fields) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(mark);
    for (const [at, value, size = 4] of fields) bytes.writeUIntLE(value, at, size);
    return bytes;
  };
  const about = (at) => [[at, 20, 2], [at + 4, 8, 2], [at + 14, data.length], [at + 18, text.length], [at + 22, named.length, 2]];
  const local = Buffer.concat([header(0x04034b50, 30, about(4)), named, data]);
  const entry = Buffer.concat([header(0x02014b50, 46, about(6)), named]);
  const end = header(0x06054b50, 22, [[8, 1, 2], [10, 1, 2], [12, entry.length], [16, local.length]]);
  return Buffer.concat([local, entry, end]);
}

async function hearing(dir, verdict) {
  const court = await openCourt(dir);
  try {
    for (const name of JUDGES) {
      const start = performance.now();
      verdict(name, await court.hear(name));
      times.set(name, (times.get(name) ?? 0) + performance.now() - start);
    }
  } finally {
    await court.close();
  }
}
