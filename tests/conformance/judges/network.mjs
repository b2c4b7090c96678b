// Judges what a page asks of a reader's line and screen, under its own content security policy: no other host, nothing
// missing, no console error, no sideways scrolling or cut-off text at 320 px, and a weight a poor connection can carry.
// Source: WCAG 2.2, 1.4.10 Reflow; contract of this project (no trackers, 60 kB); https://www.w3.org/TR/CSP3/

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachPage } from '../kit/browser.mjs';

/** Bytes of HTML, CSS, scripts and fonts on a first visit, as stored: a host that compresses sends fewer. Drawings do not count. */
const MOST_BYTES = 60_000;
const COUNTED = ['document', 'stylesheet', 'script', 'font'];
const NARROW = 320;

export async function judge(court) {
  const weights = [];
  const logs = new Map();
  const cases = await eachPage(
    court,
    [...court.site.pages, ...court.site.redirects],
    async (tab) => {
      const log = { reset: () => Object.assign(log, { asked: new Set(), faults: [], bytes: new Map() }) };
      logs.set(tab, log.reset());
      await tab.setCacheEnabled(false);
      listen(tab, log, court.origin);
    },
    async (tab, page) => {
      const log = logs.get(tab).reset();
      await tab.setViewport({ width: 1280, height: 800 });
      await tab.goto(court.origin + page.url, { waitUntil: 'load' });
      if (page.redirect) return [...(await sentOn(tab, page)), ...log.faults];
      await tab.evaluate(() => document.fonts.ready.then(() => true));
      await tab.waitForNetworkIdle({ idleTime: 60, timeout: 5000 });
      const hints = await tab.evaluate(hostHints, court.origin);
      const complaints = [...log.faults, ...hints.map((url) => `hint to connect to another host: ${url}`)];

      const drawn = drawings(readFileSync(join(court.site.dir, page.path), 'utf8'));
      const bytes = [...log.bytes.values()].reduce((sum, size) => sum + size, 0) - drawn;
      weights.push({ path: page.path, bytes });
      if (bytes > MOST_BYTES) complaints.push(`weighs ${bytes} bytes without images; the most is ${MOST_BYTES}`);

      await tab.setViewport({ width: NARROW, height: 640 });
      return [...complaints, ...(await tab.evaluate(tooWide, NARROW))];
    },
  );
  const [heaviest] = weights.sort((a, b) => b.bytes - a.bytes);
  if (heaviest) court.note(`heaviest page: ${heaviest.path}, ${heaviest.bytes} bytes without images, uncompressed`);
  return cases;
}

function listen(tab, log, origin) {
  const ours = (url) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
  tab.on('request', (request) => {
    if (!ours(request.url())) log.faults.push(`asks another host: ${request.url()}`);
  });
  tab.on('response', (response) => {
    const url = response.url();
    const kind = response.request().resourceType();
    if (response.status() >= 400) log.faults.push(`answered ${response.status()}: ${url.replace(origin, '')}`);
    if (COUNTED.includes(kind)) log.bytes.set(url, Number(response.headers()['content-length'] ?? 0));
  });
  tab.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason given';
    if (why !== 'net::ERR_ABORTED') log.faults.push(`failed (${why}): ${request.url().replace(origin, '')}`);
  });
  tab.on('console', (message) => {
    if (message.type() === 'error') log.faults.push(`console error: ${message.text()}`);
  });
  tab.on('pageerror', (error) => log.faults.push(`script error: ${error.message ?? error}`));
}

/** A page that sends the reader on must do it, within two seconds. */
async function sentOn(tab, page) {
  for (let tries = 0; tries < 40; tries += 1) {
    const gone = new URL(tab.url()).pathname !== page.url;
    if (gone && (await tab.evaluate(() => document.readyState).catch(() => '')) === 'complete') return [];
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return ['says that it sends the reader on, but does not'];
}

/** Runs in the page: connections that a browser opens without a request. */
function hostHints(origin) {
  const links = document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch]');
  return [...links].map((link) => link.href).filter((url) => !url.startsWith(`${origin}/`));
}

/** Runs in the page: sideways scrolling, and text that a hidden overflow cuts off. Scroll regions of their own may be wide. */
function tooWide(width) {
  const name = (el) => `${el.localName}${el.id ? `#${el.id}` : ''}${el.classList.length ? `.${[...el.classList].join('.')}` : ''}`;
  const scrolls = (el) => /auto|scroll/.test(getComputedStyle(el).overflowX);
  const inRegion = (el) => {
    for (let up = el; up && up !== document.body; up = up.parentElement) {
      const box = up.getBoundingClientRect();
      if (scrolls(up) && box.right <= width + 1) return true;
      if (box.width <= 1 || box.height <= 1 || getComputedStyle(up).clipPath !== 'none') return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter((el) => {
    const words = [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const box = el.getBoundingClientRect();
    return (
      (words || el.matches('img, svg, video, input, select, textarea, table')) &&
      el.checkVisibility() &&
      box.right > width + 1 &&
      box.left < width * 3 &&
      !inRegion(el)
    );
  });
  const scrollWidth = document.scrollingElement.scrollWidth;
  const found = wide
    .slice(0, 3)
    .map((el) => `at ${width} px <${name(el)}> reaches ${Math.round(el.getBoundingClientRect().right)} px`);
  if (scrollWidth > width) found.push(`at ${width} px the page scrolls sideways to ${scrollWidth} px`);
  return found;
}

/** The bytes of drawings that stand in a page's markup: pictures, as those in files of their own are. */
function drawings(html) {
  const drawn = html.match(/<svg\b[^>]*role="img".*?<\/svg>/gs) ?? [];
  return drawn.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
}
