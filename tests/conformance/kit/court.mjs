// Where judges work: the published folder, a server for it, a browser, and a place for notes.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { HOSTS } from './hosts.mjs';
import { serve } from './server.mjs';
import { openSite } from './site.mjs';
import { tool } from './tools.mjs';

/** All judges of a folder, in the order they are heard: quick ones first. */
export const JUDGES = ['nu', 'markup', 'xml', 'braille', 'links', 'metadata', 'network', 'noscript', 'keyboard', 'exit', 'axe', 'pdf'];

export async function openCourt(dir, source) {
  const [server, browser] = await Promise.all([serve(dir), openBrowser()]);
  const notes = [];
  const court = { site: openSite(dir, source), origin: server.origin, browser, notes, note: (text) => notes.push(text) };
  return {
    ...court,
    /** The cases of one judge: `{ name, ok, message }` each. A judge without a case has judged nothing, and fails. */
    hear: async (name) => {
      const { judge } = await import(`../judges/${name}.mjs`);
      const failed = (message) => [{ name, ok: false, message }];
      const cases = await judge(court).catch((error) => failed(`the judge could not finish: ${error.stack}`));
      return cases.length ? cases : failed('the judge found nothing to judge');
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * The settings for each host, by its name: as `handbill`, a program, prints them for the site in `source`, or as they lie in
 * `hosting/` beside the folder. Null where there are none.
 */
export async function settingsOf(dir, { handbill, source, at } = {}) {
  const settings = {};
  for (const name of Object.keys(HOSTS)) {
    const file = join(dirname(dir), 'hosting', `${name}.conf`);
    if (handbill) {
      const { status, stdout, stderr } = await tool(handbill, ['hosting', name, '--root', source, '--at', at]);
      if (status !== 0) throw new Error(`handbill hosting ${name} ended with ${status}: ${stderr}`);
      settings[name] = stdout;
    } else if (existsSync(file)) settings[name] = readFileSync(file, 'utf8');
    else return null;
  }
  return settings;
}
