// Runs other programs, without a shell, and keeps what they print.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file in tests/conformance. */
export const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Status, standard output and standard error; a missing program is an error, any other ending is an answer. */
export function tool(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 1 << 30, ...options }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(`${command} did not run: ${error.message}`));
      else resolve({ status: error?.code ?? 0, stdout, stderr });
    });
  });
}

/** Maps with two at work, keeping order. */
export async function twoAtOnce(items, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
