// Judges every HTML and CSS file with the Nu HTML Checker, the W3C's own: any error fails.
// Source: HTML Living Standard, by https://validator.github.io/validator/ (npm package vnu-jar).

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nothing } from '../kit/browser.mjs';
import { here, tool } from '../kit/tools.mjs';

const JAR = here('node_modules/vnu-jar/build/dist/vnu.jar');

/** Valid CSS that the checker's CSS part does not know yet (26.9): CSS Containment 3, View Transitions 2, Properties and Values. */
const NOT_KNOWN_TO_NU =
  /^CSS: (“container(-type|-name)?”: Property .* doesn't exist|Unrecognized at-rule “@(container|property|view-transition|starting-style)”)/;

export async function judge(court) {
  const files = [...court.site.ending('.html'), ...court.site.ending('.css')];
  if (!court.site.ending('.html').length) return nothing('pages', court.site.dir);
  const paths = files.map((file) => join(court.site.dir, file));
  const options = ['--stdout', '--errors-only', '--also-check-css', '--format', 'json'];
  const { stdout, stderr } = await tool('java', ['-jar', JAR, ...options, ...paths]);
  let messages;
  try {
    ({ messages } = JSON.parse(stdout));
  } catch {
    return [{ name: 'Nu', ok: false, message: `the Nu checker gave no report: ${stderr.slice(0, 500)}` }];
  }
  const found = new Map(paths.map((path) => [path, []]));
  const elsewhere = [];
  for (const { url, type, lastLine, message, extract } of messages) {
    if (NOT_KNOWN_TO_NU.test(message)) continue;
    const complaint = `line ${lastLine ?? '?'}: ${type}: ${message} ${extract ? `[${extract.trim()}]` : ''}`;
    (found.get(url?.startsWith('file:') ? fileURLToPath(url) : '') ?? elsewhere).push(complaint);
  }
  const cases = files.map((name, index) => {
    const complaints = found.get(paths[index]);
    return { name, ok: complaints.length === 0, message: complaints.join('\n') };
  });
  if (elsewhere.length) cases.push({ name: 'Nu', ok: false, message: elsewhere.join('\n') });
  return cases;
}
