// Judges the audit by the test cases of W3C's ACT rules: nothing that is right may be told as wrong, and as many rules must be
// complete, and complete without an answer left to people, as are here. Source: w3c/wcag-act-rules; W3C's definition of a
// consistent implementation, which the scorer beside the cases works out.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { here, tool } from '../kit/tools.mjs';

/** What must be reached. */
const LEAST = { complete: 42, strict: 36 };

/** Where the cases lie: they are no part of this repository. Null where they are not. */
export function cases() {
  const folder = process.env.ACT_CASES ?? here('../../../shared/act');
  return existsSync(join(folder, 'score.py')) ? folder : null;
}

export async function judge({ handbill, folder }) {
  const command = `${handbill} audit --format json {dir}`;
  const { stdout, stderr } = await tool('python3', [join(folder, 'score.py'), '--cmd-dir', command, '--list', 'fp']);
  const end = stdout.indexOf('\n}\n');
  if (end < 0) return [{ name: 'score.py', ok: false, message: stdout + stderr }];
  const score = JSON.parse(stdout.slice(0, end + 2));
  const sum = (key) => score.approved[key] + score.proposed[key];
  return [
    { name: 'nothing right is told as wrong', ok: score.FP === 0, message: stdout.slice(end + 3) },
    ...Object.entries(LEAST).map(([key, least]) => {
      const message = `${sum(key)} rules, and ${least} are needed`;
      return { name: key, ok: sum(key) >= least, message };
    }),
  ];
}
