// Where judges work: the published folder, a server for it, a browser, and a place for notes.

import { openBrowser } from './browser.mjs';
import { serve } from './server.mjs';
import { openSite } from './site.mjs';

/** All judges of a folder, in the order they are heard: quick ones first. */
export const JUDGES = ['nu', 'xml', 'links', 'metadata', 'network', 'noscript', 'keyboard', 'axe', 'pdf'];

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
