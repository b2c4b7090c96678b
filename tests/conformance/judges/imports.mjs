// Judges what `handbill import` brings in: every word that pandoc reads in a Word document, tracked deletions accepted, is in the
// Markdown. Source: ECMA-376, part 1, 17, as pandoc reads it.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, tool } from '../kit/tools.mjs';

/** Word documents of others, which are no part of this repository: none where their folder is not at hand. */
export function strangers() {
  const folder = process.env.WORD_DOCUMENTS ?? here('../../../shared/docx');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.docx')).sort().map((name) => join(folder, name));
}

/** Whether pandoc is on this machine. */
export const canRead = () => tool('pandoc', ['--version']).then(({ status }) => status === 0, () => false);

export async function judge({ handbill, files }) {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-import-'));
  try {
    const site = join(folder, 'site');
    await tool(handbill, ['new', site]);
    const cases = [];
    for (const [at, file] of files.entries()) cases.push(await one(handbill, site, `case-${at}`, file));
    return cases.filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function one(handbill, site, name, file) {
  const section = join(site, 'content', name);
  mkdirSync(section, { recursive: true });
  writeFileSync(join(section, 'index.md'), '---\ntitle: A section\nsummary: All of it.\nkind: section\n---\n');
  const fail = (message) => ({ name: file, ok: false, message });
  const brought = await tool(handbill, ['import', file, '--in', name, '--root', site], { timeout: 60_000 });
  if (brought.status === 2) return fail(`it is not brought in: ${brought.stderr}`);
  const page = readdirSync(section).find((one) => one.endsWith('.md') && one !== 'index.md');
  if (!page) return fail('no page was written');
  const read = await tool('pandoc', ['--track-changes=accept', '--from=docx', '--to=plain', '--wrap=none', file], { timeout: 60_000 });
  // What pandoc cannot read, such as the strict form, it cannot judge.
  if (read.status !== 0) return null;
  const found = new Set(words(readFileSync(join(section, page), 'utf8').replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')));
  const lost = [...new Set(words(read.stdout))].filter((word) => !found.has(word));
  return { name: file, ok: lost.length === 0, message: `these words are not in the page: ${lost.slice(0, 20).join(' ')}` };
}

/** The words of a text, in one form of each letter and without what is not seen. What stands above or below the line parts words. */
function words(text) {
  const plain = text.replace(/[\u00b2\u00b3\u00b9\u2070-\u209f]/g, ' ').normalize('NFKC').replace(/\u00ad/g, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
