// Judges that every link, picture, script and fragment of the site's own leads somewhere, at every place it stands.
// Source: HTML Living Standard, 2.4.3 and 7.4.6.3 (fragments). Pages are read with Chromium's own parser.

import { eachPage } from '../kit/browser.mjs';
import { fileFor } from '../kit/site.mjs';

export async function judge(court) {
  const { site } = court;
  const read = new Map();
  const base = canonicalOrigin(site);
  const cases = await eachPage(
    court,
    [...site.pages, ...site.redirects],
    (tab) => tab.goto('about:blank'),
    async (tab, page) => {
      const { ids, refs } = await parsed(tab, site, page.path, read);
      const complaints = new Set();
      for (const ref of refs) {
        let url;
        try {
          url = new URL(ref, `${court.origin}${page.url}`);
        } catch {
          complaints.add(`not a URL: ${ref}`);
          continue;
        }
        if (url.origin !== court.origin && url.origin !== base) continue;
        const file = fileFor(site.dir, url.pathname);
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (!file) complaints.add(`leads nowhere: ${ref}`);
        else if (fragment && fragment !== 'top' && !fragment.startsWith(':~:') && file.endsWith('.html')) {
          const path = file.slice(site.dir.length).replace(/^\/+/, '');
          const there = path === page.path ? ids : (await parsed(tab, site, path, read)).ids;
          if (!there.includes(fragment)) complaints.add(`no such place on that page: ${ref}`);
        }
      }
      return [...complaints];
    },
  );
  return cases;
}

async function parsed(tab, site, path, read) {
  if (!read.has(path)) read.set(path, await tab.evaluate(idsAndRefs, site.read(path)));
  return read.get(path);
}

/** The address the site is published at, from the first canonical link; links to it are links to ourselves. */
function canonicalOrigin(site) {
  for (const page of site.pages) {
    const link = /<link[^>]+rel=["']?canonical["']?[^>]*>/i.exec(site.read(page.path))?.[0];
    const href = link && /href=["']?([^"'\s>]+)/i.exec(link)?.[1];
    if (href?.startsWith('http')) return new URL(href).origin;
  }
  return null;
}

/** Runs in the page. */
function idsAndRefs(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const of = (selector, attribute) => [...page.querySelectorAll(selector)].map((el) => el.getAttribute(attribute));
  const sets = of('[srcset]', 'srcset').flatMap((set) => set.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]));
  const refresh = of('meta[http-equiv=refresh i]', 'content').map((content) => /url=(.*)/i.exec(content)?.[1]);
  return {
    ids: [...of('[id]', 'id'), ...of('a[name]', 'name')],
    refs: [
      ...of('[href]', 'href'),
      ...of('[src]', 'src'),
      ...of('object[data]', 'data'),
      ...of('[poster]', 'poster'),
      ...sets,
      ...refresh,
    ].filter((ref) => ref && !/^(mailto|tel|sms|data|javascript):/i.test(ref)),
  };
}
