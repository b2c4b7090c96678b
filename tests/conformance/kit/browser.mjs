// One headless Chromium for all judges, and a way to go through all pages two at a time.

import puppeteer from 'puppeteer-core';

const AT_ONCE = 2;

export async function openBrowser() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Nothing off this machine is looked up: a page that tries fails at once, and the network judge sees the try.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * Visits each of `pages` and gathers the cases. `visit(tab, page)` gives a list of complaints; none is a pass.
 * `prepare(tab)` is called once for each of the tabs. Each tab has its own window, so none is in the background.
 */
export async function eachPage(court, pages, prepare, visit) {
  if (!pages.length) return nothing('pages', court.site.dir);
  const cases = [];
  const queue = [...pages];
  const work = async () => {
    const context = await court.browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.setViewport({ width: 1280, height: 800 });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const session = await tab.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await prepare(tab);
    for (let page = queue.shift(); page; page = queue.shift()) {
      const complaints = await visit(tab, page).catch((error) => [`the judge could not finish: ${error.message}`]);
      cases.push({ name: page.path, ok: complaints.length === 0, message: complaints.join('\n') });
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, pages.length) }, work));
  return cases.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The verdict when there is nothing to judge: an empty folder must never pass. */
export function nothing(what, dir) {
  return [{ name: what, ok: false, message: `there are no ${what} to judge in ${dir}` }];
}
