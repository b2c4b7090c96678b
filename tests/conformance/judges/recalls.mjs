// Judges the letters and labels that ask for copies back, in every language of the site, as judges/pdf.mjs judges all PDFs.
// `handbill edition recall` writes them into a folder that is thrown away: they are never published.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothing } from '../kit/browser.mjs';
import { openSite } from '../kit/site.mjs';
import { tool } from '../kit/tools.mjs';
import { judge as pdfs } from './pdf.mjs';

/** `handbill` is a program, `source` the site's folder. */
export async function judge(court, { handbill, source, at }) {
  const references = referencesOf(source);
  if (!references.length) return nothing('copies that went to anybody', source);
  const dir = mkdtempSync(join(tmpdir(), 'handbill-recalls-'));
  try {
    const cases = [];
    for (const reference of references) {
      for (const lang of languagesOf(source)) {
        const out = join(dir, lang);
        const asked = ['edition', 'recall', reference, '--all', '--lang', lang, '--root', source, '--at', at, '--out', out];
        const { status, stdout, stderr } = await tool(handbill, asked);
        if (status !== 0) cases.push({ name: `${lang}/${reference}`, ok: false, message: stdout + stderr });
      }
    }
    return [...cases, ...(await pdfs({ ...court, site: openSite(dir, source) }))];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The codes of leaflets of which somebody has copies. */
export function referencesOf(source) {
  const file = join(source, 'print/editions.yaml');
  if (!existsSync(file)) return [];
  return [...new Set([...readFileSync(file, 'utf8').matchAll(/^- reference: (\S+)$/gm)].map(([, code]) => code))].sort();
}

/** The languages of a site, its own first. */
function languagesOf(source) {
  const settings = readFileSync(join(source, 'site.toml'), 'utf8');
  const own = /^language = "([^"]+)"/m.exec(settings)?.[1] ?? 'en-GB';
  const more = /^languages = \[([^\]]*)\]/m.exec(settings)?.[1] ?? '';
  return [own, ...[...more.matchAll(/"([^"]+)"/g)].map(([, lang]) => lang)];
}
