// Judges the front page and the four largest with Lighthouse on a slow phone: 100 of 100 for performance, accessibility, best practices
// and search engines. And nothing moves once a reader sees it, however late the typeface comes.
// Source: https://developer.chrome.com/docs/lighthouse (npm package lighthouse); Layout Instability, W3C draft: at most 0.01 here,
// where 0.1 counts as good, since what moves is pressed by mistake.

import lighthouse from 'lighthouse';
import { nothing } from '../kit/browser.mjs';

const PAGES = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** A busy machine makes a page look slow, so a page may be tried again. */
const TRIES = 3;

/** The most that all of a page may move, and how late the typeface comes, in milliseconds. */
const MOST_MOVED = 0.01;
const LATE = 1000;

export async function judge({ site, origin, browser }, tries = TRIES) {
  if (!site.pages.length) return nothing('pages', site.dir);
  const weight = (page) => (page.url === '/' ? Infinity : site.read(page.path).length);
  const pages = [...site.pages].sort((a, b) => weight(b) - weight(a)).slice(0, PAGES);
  const cases = [];
  for (const { path, url } of pages) {
    const told = [...(await points(browser, origin + url, tries)), ...(await moved(browser, origin + url))];
    cases.push({ name: path, ok: told.length === 0, message: told.join('\n') });
  }
  return cases;
}

/** What Lighthouse finds that costs points, of the best try. */
async function points(browser, url, tries) {
  let told = [];
  for (let left = tries; left > 0; left -= 1) {
    const page = await browser.newPage();
    // Lighthouse asks for robots.txt from within the page, which the page's policy rightly refuses.
    await page.setBypassCSP(true);
    const { lhr } = await lighthouse(url, { output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES }, undefined, page);
    await page.close();
    told = lhr.runtimeError ? [`Lighthouse could not finish: ${lhr.runtimeError.message}`] : lost(lhr);
    if (!told.length) break;
  }
  return told;
}

function lost({ categories, audits }) {
  return Object.values(categories)
    .filter(({ score }) => Math.round(score * 100) < 100)
    .map(({ title, score, auditRefs }) => {
      const failed = auditRefs.map(({ id, weight }) => weight && audits[id]).filter((audit) => audit && audit.score !== null && audit.score < 0.9);
      return `${title}: ${Math.round(score * 100)} of 100: ${failed.map((audit) => `${audit.title} ${audit.displayValue ?? ''}`.trim()).join('; ')}`;
    });
}

/** What moves on a phone while the typeface comes late. */
async function moved(browser, url) {
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 800 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (/\.woff2$/.test(request.url())) setTimeout(() => request.continue().catch(() => {}), LATE);
    else request.continue();
  });
  await page.evaluateOnNewDocument(() => {
    window.moved = [];
    const note = (list) => window.moved.push(...list.getEntries().map(({ value, sources }) => [value, sources[0]?.node?.nodeName ?? '']));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle0' });
  await page.evaluate(() => document.fonts.ready);
  // A shift is told of in the next frames.
  await new Promise((done) => setTimeout(done, 300));
  const all = await page.evaluate(() => window.moved);
  await page.close();
  const sum = all.reduce((sum, [value]) => sum + value, 0);
  return sum > MOST_MOVED ? [`what a reader sees moves by ${sum.toFixed(3)} (at most ${MOST_MOVED}), first <${all[0][1].toLowerCase()}>`] : [];
}
