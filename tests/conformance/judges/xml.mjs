// Judges the feeds and the sitemap: well-formed XML (Chromium's parser), the parts Atom requires, and addresses that exist.
// Source: XML 1.0; RFC 4287 (Atom), 4.1.1 and 4.1.2; https://www.sitemaps.org/protocol.html

import { eachPage, nothing } from '../kit/browser.mjs';
import { fileFor } from '../kit/site.mjs';

export async function judge(court) {
  const { site } = court;
  const files = site.ending('.xml').map((path) => ({ path }));
  if (!files.length) return nothing('feeds or sitemaps', site.dir);
  const roots = new Set();
  const cases = await eachPage(
    court,
    files,
    (tab) => tab.goto('about:blank'),
    async (tab, { path }) => {
      const { root, faults, urls } = await tab.evaluate(inspect, site.read(path));
      roots.add(root);
      const lost = urls.filter((url) => !/^https?:\/\//.test(url) || !fileFor(site.dir, new URL(url).pathname));
      return [...faults, ...lost.map((url) => `not the full address of a page of this site: ${url}`)];
    },
  );
  for (const [root, what] of [
    ['feed', 'Atom feed'],
    ['urlset', 'sitemap'],
  ]) {
    const ok = roots.has(root);
    cases.push({ name: what, ok, message: ok ? '' : `there is no ${what}` });
  }
  return cases;
}

/** Runs in the page. */
function inspect(text) {
  const page = new DOMParser().parseFromString(text, 'application/xml');
  const error = page.querySelector('parsererror');
  if (error) return { root: null, faults: [`not well-formed: ${error.textContent.slice(0, 200)}`], urls: [] };
  const root = page.documentElement;
  const faults = [];
  const child = (el, name) => [...el.children].find((one) => one.localName === name)?.textContent.trim();
  if (root.localName === 'feed') {
    if (root.namespaceURI !== 'http://www.w3.org/2005/Atom') faults.push('the feed is not in the Atom namespace');
    const author = child(root, 'author');
    for (const el of [root, ...page.querySelectorAll('entry')]) {
      const where = el === root ? 'the feed' : `entry "${child(el, 'title')}"`;
      for (const name of ['id', 'title', 'updated']) if (!child(el, name)) faults.push(`${where} has no ${name}`);
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(child(el, 'updated') ?? ''))
        faults.push(`${where}: updated is not an RFC 3339 date`);
      if (el !== root && !author && !child(el, 'author')) faults.push(`${where} has no author`);
    }
  }
  const links = [...page.querySelectorAll('link[href]')].map((link) => link.getAttribute('href'));
  const places = [...page.querySelectorAll('loc')].map((loc) => loc.textContent.trim());
  return { root: root.localName, faults, urls: root.localName === 'feed' ? links : places };
}
