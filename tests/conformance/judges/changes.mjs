// Judges the sheet that `handbill changes --html` writes for a manager to sign, as nu and axe judge published pages: one where
// nothing changes, and one of the site some years on. They are written into a folder that is thrown away.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../kit/server.mjs';
import { openSite } from '../kit/site.mjs';
import { tool } from '../kit/tools.mjs';
import { judge as axe } from './axe.mjs';
import { judge as nu } from './nu.mjs';

/** A moment at which pages of the sample have gone by themselves. */
const LATER = '2031-01-01';

/** `handbill` is a program, `source` the site's folder, whose output the court has. */
export async function judge(court, { handbill, source, at }) {
  const dir = mkdtempSync(join(tmpdir(), 'handbill-changes-'));
  const cases = [];
  try {
    for (const [name, moment] of [['index.html', LATER], ['nothing.html', at]]) {
      const asked = ['changes', '--since', court.site.dir, '--root', source, '--at', moment, '--html', join(dir, name)];
      const { status, stdout, stderr } = await tool(handbill, asked);
      const ok = status === 0 && stdout.startsWith('Nothing changes') === (moment === at);
      cases.push({ name: `written: ${name}`, ok, message: stdout + stderr });
    }
    const site = openSite(dir, source);
    const server = await serve(dir);
    try {
      const sheets = { ...court, site, origin: server.origin };
      cases.push(...(await nu(sheets)), ...(await axe(sheets)));
    } finally {
      server.close();
    }
    return cases;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
