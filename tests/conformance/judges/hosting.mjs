// Judges the settings that `handbill hosting` prints: a real nginx and a real Caddy serve the folder with them. What must
// be sensitive is worked out from the front matter and the finished pages, not from what Handbill says of it.
// Sources: RFC 9110 (status, redirects), RFC 9111 (copies), OWASP Secure Headers, IANA media types.

import { nothing } from '../kit/browser.mjs';
import { HOSTS, withHost } from '../kit/hosts.mjs';
import { bringsInSensitiveWords } from '../kit/site.mjs';

/** What every answer must carry. */
const PROTECTIONS = {
  'content-security-policy': /^default-src 'none'; .*frame-ancestors 'none'/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
};

/** What files are, by their ending. */
const TYPES = {
  html: /^text\/html; ?charset=utf-8$/i,
  css: /^text\/css; ?charset=utf-8$/i,
  js: /^text\/javascript; ?charset=utf-8$/i,
  txt: /^text\/plain; ?charset=utf-8$/i,
  csv: /^text\/csv; ?charset=utf-8$/i,
  ics: /^text\/calendar; ?charset=utf-8$/i,
  vtt: /^text\/vtt; ?charset=utf-8$/i,
  brf: /^text\/plain/,
  xml: /^application\/xml/,
  json: /^application\/json/,
  pdf: /^application\/pdf$/,
  epub: /^application\/epub\+zip$/,
  svg: /^image\/svg\+xml$/,
  png: /^image\/png$/,
  jpg: /^image\/jpeg$/,
  webp: /^image\/webp$/,
  woff2: /^font\/woff2$/,
  mp4: /^video\/mp4$/,
  webm: /^video\/webm$/,
};

const HASHED = /\.[0-9a-f]{10}\.[a-z0-9]+$/;
const FOR_THE_HOST = /(^|\/)[._]/;

/** `settings` are the printed ones by the host's name. */
export async function judge({ site, settings }) {
  if (!settings) return nothing('settings of hosts', site.dir);
  if (!site.files.length) return nothing('files', site.dir);
  const sensitive = sensitiveAddresses(site);
  const cases = [];
  for (const name of Object.keys(HOSTS)) {
    const add = (what, complaints) =>
      cases.push({ name: `${name}: ${what}`, ok: complaints.length === 0, message: complaints.join('\n') });
    try {
      await withHost(name, settings[name], site.dir, async (ask) => {
        await files(ask, site, sensitive, add);
        add('old addresses lead on', await redirects(ask, site, sensitive));
        add('other ways to write a sensitive address', await otherWays(ask, sensitive));
        add('lost addresses', await lost(ask, site, sensitive));
        add('what is for the host only', await hidden(ask));
        add('large files are compressed', await compressed(ask, site));
      });
      add('takes the settings', []);
    } catch (error) {
      add('takes the settings', [error.message]);
    }
  }
  return cases;
}

/** Every file answers, as what it is, with every protection, and with one word on copies. */
async function files(ask, site, sensitive, add) {
  const [answers, protections, types, copies] = [[], [], [], []];
  for (const path of site.files.filter((path) => !FOR_THE_HOST.test(path))) {
    const address = addressOf(path);
    if (site.redirects.some((page) => page.path === path)) continue;
    const { status, headers } = await ask(address);
    if (status !== 200) answers.push(`${address} answered ${status}`);
    protections.push(...unprotected(address, headers));
    const wanted = TYPES[path.split('.').pop()];
    const type = headers['content-type'] ?? '';
    if (wanted && !wanted.test(type)) types.push(`${address} is said to be ${type || 'nothing'}`);
    const keep = headers['cache-control'] ?? 'nothing';
    const want = sensitive(address) ? 'no-store' : HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (keep !== want) copies.push(`${address}: ${keep}, not ${want}`);
  }
  add('every file answers', answers);
  add('every answer protects', protections);
  add('every file is what it is', types);
  add('copies are kept or not', copies);
}

function unprotected(address, headers) {
  const lacking = Object.entries(PROTECTIONS).filter(([name, value]) => !value.test(headers[name] ?? ''));
  const faults = lacking.map(([name]) => `${address}: ${name} is ${headers[name] ?? 'missing'}`);
  // Source: RFC 6797, 7.2.
  if ('strict-transport-security' in headers) faults.push(`${address}: strict-transport-security without https`);
  return faults;
}

async function redirects(ask, site, sensitive) {
  const faults = [];
  for (const page of site.redirects) {
    const to = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(site.read(page.path))?.[1];
    const bare = page.url.replace(/\/$/, '');
    for (const from of [page.url, bare]) {
      const { status, headers } = await ask(encodeURI(from));
      if (status !== 301 || headers.location !== to) faults.push(`${from}: ${status} ${headers.location}, not 301 ${to}`);
      faults.push(...unprotected(from, headers));
      if (sensitive(to) && headers['cache-control'] !== 'no-store') faults.push(`${from}: ${headers['cache-control']}, not no-store`);
    }
  }
  for (const page of site.pages.filter(({ url }) => url.endsWith('/') && url !== '/')) {
    const bare = page.url.replace(/\/$/, '');
    const { status, headers } = await ask(encodeURI(bare));
    const to = headers.location ?? '';
    if (![301, 308].includes(status) || new URL(to, 'http://host.example/').href !== `http://host.example${encodeURI(page.url)}`)
      faults.push(`${bare}: ${status} ${to}, not 301 ${page.url}`);
    if (sensitive(page.url) && headers['cache-control'] !== 'no-store') faults.push(`${bare}: ${headers['cache-control']}, not no-store`);
  }
  return faults;
}

/** An address that a host reads as a sensitive one must be treated as one. */
async function otherWays(ask, sensitive) {
  const faults = [];
  for (const address of sensitive.folders) {
    const [, first] = address;
    const code = `%${first.charCodeAt(0).toString(16)}`;
    for (const way of [`/${address}`, `/${code}${address.slice(2)}`, `/x/..${address}`, `${address}?a=b`, `${address}index.html`]) {
      const { status, headers } = await ask(way);
      if (status === 200 && headers['cache-control'] !== 'no-store') faults.push(`${way}: ${headers['cache-control']}, not no-store`);
    }
  }
  return faults;
}

async function lost(ask, site, sensitive) {
  const faults = [];
  const page = site.read('404.html');
  const below = sensitive.folders.map((folder) => `${folder}no-such-file.pdf`);
  for (const address of ['/no-such-page/', '/no-such-page', '/no-such-file.ics', '/folder-without-a-page/', ...below]) {
    const { status, headers, body } = await ask(address);
    if (status !== 404) faults.push(`${address} answered ${status}, not 404`);
    if (body.toString() !== page) faults.push(`${address} does not show 404.html`);
    if (!TYPES.html.test(headers['content-type'] ?? '')) faults.push(`${address} is said to be ${headers['content-type']}`);
    faults.push(...unprotected(address, headers));
    if (below.includes(address) && headers['cache-control'] !== 'no-store')
      faults.push(`${address}: ${headers['cache-control']}, not no-store`);
  }
  return faults;
}

async function hidden(ask) {
  const faults = [];
  for (const address of ['/.handbill', '/.git/config', '/victims/.secret', '/_headers', '/_redirects']) {
    const { status } = await ask(address);
    if (status !== 404) faults.push(`${address} answered ${status}, not 404`);
  }
  const { status } = await ask('/.well-known/security.txt');
  if (status !== 200) faults.push(`/.well-known/security.txt answered ${status}, not 200`);
  return faults;
}

async function compressed(ask, site) {
  const large = site.files.filter((path) => /\.(html|css)$/.test(path) && site.read(path).length > 2000 && path !== '404.html');
  const faults = [];
  for (const path of large.filter((path) => !site.redirects.some((page) => page.path === path)).slice(0, 20)) {
    const { headers } = await ask(addressOf(path), { 'accept-encoding': 'gzip' });
    if (headers['content-encoding'] !== 'gzip') faults.push(`${path} is not compressed`);
    if (!/accept-encoding/i.test(headers.vary ?? '')) faults.push(`${path} does not say that it depends on accept-encoding`);
  }
  return faults;
}

const addressOf = (path) => `/${path.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/')}`;

/**
 * Which addresses must leave no copy: all in the folder of a sensitive page; what such a page shows or offers; a page that
 * sends the reader on to one; a list of the site's own that names one. The navigation is no list. A page that brings in
 * words of a sensitive one counts as one. So do leaflets that are discreet, and what lists or packs them.
 */
function sensitiveAddresses(site) {
  const brought = bringsInSensitiveWords(site);
  const folders = [...site.sensitive, ...brought].map((path) => `/${path.replace(/index\.html$/, '')}`).filter((folder) => folder !== '/');
  const exact = new Set();
  const main = (path) => /<main[\s\S]*<\/main>/.exec(site.read(path))?.[0] ?? '';
  const pages = new Set(folders);
  const inFolder = (address) => folders.some((folder) => address.startsWith(folder));
  const targets = (html) => [...html.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, address]) => address);
  const listed = [...site.discreet].map((reference) => `/leaflets/${reference}/`);
  for (const page of site.pages) {
    const html = main(page.path);
    if (inFolder(page.url)) {
      for (const address of targets(html)) {
        if (/^\/leaflets\/./.test(address)) listed.push(address.replace(/[^/]+$/, ''));
        else if (/\.[a-z0-9]+$/.test(address) && !address.endsWith('.html')) exact.add(address);
      }
      continue;
    }
    const generated = /^\/(topics|what-changes-next|recommendations|a-z)\//.test(page.url);
    const lists = generated ? [html] : [...html.matchAll(/<ul class="(?:pages|cards)">[\s\S]*?<\/ul>/g)].map(([list]) => list);
    if (lists.some((list) => targets(list).some((address) => pages.has(address)))) exact.add(page.url);
  }
  for (const path of site.files.filter((path) => /(^|\/)atom\.xml$|^sitemap\.xml$/.test(path))) {
    if (folders.some((folder) => site.read(path).includes(`${folder}<`) || site.read(path).includes(`${folder}"`))) exact.add(`/${path}`);
  }
  const topics = site.pages.filter(({ url }) => /^\/topics\/./.test(url));
  const only = topics.filter(({ path }) => {
    const all = [...main(path).matchAll(/<h[23]><a href="(\/[^"#]*)/g)].map(([, address]) => address);
    return all.length && all.every((address) => pages.has(address));
  });
  if (only.length) exact.add('/topics/');
  if (listed.length) exact.add('/leaflets/');
  // What a browser keeps of the search tells what was looked for.
  if (folders.length || listed.length) {
    for (const { url } of site.pages.filter(({ url }) => /^(\/[a-z]{2,3})?\/search\/$/.test(url))) listed.push(url);
  }
  for (const page of site.pages.filter(({ url }) => /^\/leaflets\/for\/./.test(url))) {
    if (!targets(main(page.path)).some((address) => listed.some((folder) => address.startsWith(folder)))) continue;
    exact.add(page.url).add(`/packs/${page.url.split('/').at(-2)}.zip`);
  }
  const is = (address) => exact.has(decodeURI(address)) || inFolder(decodeURI(address)) || listed.some((folder) => address.startsWith(folder));
  return Object.assign(is, { folders });
}
