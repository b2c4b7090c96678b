// Calls the judges one after another, and adds up. Use tests/conformance/run, which sees that the tools are there.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JUDGES, openCourt } from './kit/court.mjs';
import { wordsOf } from './judges/secrets.mjs';
import { here, tool } from './kit/tools.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, source: { type: 'string' }, at: { type: 'string' }, build: { type: 'string' } },
});
const known = [...JUDGES, 'secrets', 'deterministic'];
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
      const start = performance.now();
      report(name, await court.hear(name), start, court.notes);
    }
    if (called.includes('secrets')) await secrets(court);
  } finally {
    await court.close();
  }
  if (called.includes('deterministic')) await deterministic();
}
if (total.passed + total.failed === 0) refuse('nothing was judged');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function secrets(court) {
  const start = performance.now();
  if (court.site.source && wordsOf(court.site.source)) report('secrets', await court.hear('secrets'), start, court.notes);
  else console.log('secrets        skipped: no secrets.txt beside the content says which words must not be known');
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
