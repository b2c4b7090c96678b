// Judges the search: what is typed finds a page, counts are told, keys lead there, and nothing of it stands in an address, a title,
// the history, a store or a request, nor comes back; without a script the page leads to the list by title; and with 10,000 pages
// and a CPU slowed four times, the first result comes within 100 ms of the keystroke.
// Source: ARIA Authoring Practices Guide, combobox; contract of this project; RAIL (a response within 100 ms).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults } from './axe.mjs';
import { nothing } from '../kit/browser.mjs';

const MANY = 10_000;
const SLOWED = 4;
const MOST_MS = 100;
const PAGE = /^(?:[a-z]{2,3}\/)?search\/index\.html$/;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export async function judge(court) {
  const pages = court.site.pages.filter(({ path }) => PAGE.test(path));
  if (!pages.length) return court.site.pages.length ? [{ name: 'the site has no search', ok: true, message: '' }] : nothing('pages', court.site.dir);
  const index = JSON.parse(readFileSync(join(court.site.dir, 'search/index.json'), 'utf8'));
  const cases = [];
  for (const page of pages) {
    for (const [name, trial] of Object.entries({ finds, leaves: leavesNothing, script: withoutScript, axe })) {
      const context = await court.browser.createBrowserContext();
      const tab = await context.newPage();
      const faults = await trial(tab, court, page, index).catch((error) => [`the judge could not finish: ${error.message}`]);
      cases.push({ name: `${page.path}: ${name}`, ok: !faults.length, message: faults.join('\n') });
      await context.close();
    }
  }
  const context = await court.browser.createBrowserContext();
  const faults = await fast(await context.newPage(), court, pages[0]).catch((error) => [`the judge could not finish: ${error.message}`]);
  cases.push({ name: `${pages[0].path}: fast`, ok: !faults.length, message: faults.join('\n') });
  await context.close();
  return cases;
}

/** A page that there is in the language of the page to search, and a word of its title. */
function sample(court, page, index) {
  const lang = /<html lang="([^"]+)"/.exec(court.site.read(page.path))[1];
  const { folder } = index.languages.find((language) => language.lang === lang);
  const [[route, title]] = JSON.parse(court.site.read(`search/${folder}/pages-0.json`)).pages;
  return { route, word: title.match(/\p{L}+/gu).reduce((one, other) => (other.length > one.length ? other : one)) };
}

async function open(tab, court, page) {
  await tab.goto(`${court.origin}${page.url}#find`, { waitUntil: 'load' });
  await tab.waitForSelector('#find:not([hidden])', { timeout: 3000 });
}

const results = () => [...document.querySelectorAll('[role="listbox"] [role="option"]')].map((one) => one.getAttribute('href'));

async function typed(tab, word) {
  await tab.type('#find', word);
  await tab.waitForSelector('[role="option"]', { timeout: 5000 }).catch(() => null);
  await wait(600);
  return tab.evaluate(results);
}

/** Three letters find the page; the count is told; arrows choose, Escape closes, Enter leads there. */
async function finds(tab, court, page, index) {
  const { route, word } = sample(court, page, index);
  const faults = [];
  await open(tab, court, page);
  if (!(await tab.evaluate(() => document.activeElement.id === 'find'))) faults.push('the link of the header does not lead into the field');
  await tab.type('#find', word.slice(0, 2));
  await wait(500);
  if ((await tab.evaluate(results)).length) faults.push('two letters find pages');
  const found = await typed(tab, word.slice(2));
  if (!found.some((href) => href.endsWith(route))) return [...faults, `“${word}” does not find ${route}, but ${found.join(', ') || 'nothing'}`];
  const state = () => {
    const field = document.getElementById('find');
    const active = document.getElementById(field.getAttribute('aria-activedescendant'));
    return {
      count: document.querySelector('[role="status"]')?.textContent ?? '',
      expanded: field.getAttribute('aria-expanded'),
      active: active?.getAttribute('aria-selected') === 'true' ? active.getAttribute('href') : null,
    };
  };
  const open_ = await tab.evaluate(state);
  if (!/\d/.test(open_.count)) faults.push(`no count is told: “${open_.count}”`);
  if (open_.expanded !== 'true') faults.push('the list is open, and the field does not say so');
  await tab.keyboard.press('ArrowDown');
  const first = (await tab.evaluate(state)).active;
  if (first !== found[0]) faults.push(`the arrow chooses ${first}, not ${found[0]}`);
  await tab.keyboard.press('Escape');
  if ((await tab.evaluate(state)).expanded !== 'false') faults.push('Escape does not close the list');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await Promise.all([tab.waitForNavigation({ timeout: 5000 }).catch(() => null), tab.keyboard.press('Enter')]);
  if (new URL(tab.url()).pathname !== new URL(found[0], court.origin).pathname) faults.push(`Enter leads to ${tab.url()}, not to ${found[0]}`);
  return faults;
}

/** Nothing that is typed is sent, written or kept, and Back does not bring it again. */
async function leavesNothing(tab, court, page, index) {
  const { word } = sample(court, page, index);
  const asked = [];
  tab.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await open(tab, court, page);
  const state = () =>
    JSON.stringify([location.href, document.title, history.length, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie]);
  const before = await tab.evaluate(state);
  const typing = asked.length;
  const found = await typed(tab, word);
  const faults = [];
  const after = await tab.evaluate(state);
  if (before !== after) faults.push(`what is typed changes what is kept: ${before} becomes ${after}`);
  for (const url of asked.filter((one) => !one.startsWith(`${court.origin}/`))) faults.push(`asks another host: ${url}`);
  const telling = asked.slice(typing).find((one) => one.includes('?') || one.toLowerCase().includes(word.toLowerCase()));
  if (telling) faults.push(`a request tells what is typed: ${telling}`);
  const named = await tab.evaluate(() => {
    const field = document.getElementById('find');
    return [field.form && 'it is in a form', field.name && 'it has a name', field.autocomplete !== 'off' && 'it is completed', field.spellcheck && 'its spelling is checked'].filter(Boolean);
  });
  faults.push(...named.map((why) => `the field: ${why}`));
  if (!found.length) return [...faults, `“${word}” finds nothing`];
  await tab.goto(`${court.origin}/`, { waitUntil: 'load' });
  await tab.goBack({ waitUntil: 'load' });
  await wait(300);
  const left = await tab.evaluate(() => [document.getElementById('find').value, document.querySelectorAll('[role="option"]').length]);
  if (left[0] || left[1]) faults.push(`Back shows what was typed: “${left[0]}”, ${left[1]} results`);
  return faults;
}

async function withoutScript(tab, court, page) {
  await tab.setJavaScriptEnabled(false);
  await tab.goto(court.origin + page.url, { waitUntil: 'load' });
  const field = await tab.$eval('#find', (one) => one.checkVisibility());
  const links = await tab.$$eval('main a', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('href')));
  const faults = field ? ['a field is shown that does nothing'] : [];
  return links.some((href) => href.endsWith('/a-z/')) ? faults : [...faults, 'nothing leads to the list by title'];
}

/** With results open. */
async function axe(tab, court, page, index) {
  await tab.setBypassCSP(true);
  await open(tab, court, page);
  await typed(tab, sample(court, page, index).word);
  await tab.keyboard.press('ArrowDown');
  return axeFaults(tab);
}

/** Characters for numbers, as src/search/index.rs writes them. */
function number(value) {
  const more = value > 31 ? 32 : 0;
  const code = (value & 31) + more;
  return String.fromCharCode(35 + code + (code >= 57 ? 1 : 0)) + (more ? number(value >> 5) : '');
}

/** An index of many pages: one word on half of them, and others that begin alike. */
function many() {
  const version = 'many';
  const each = 256;
  const words = ['complain,,ed,t w#' + number(0).repeat(4) + 'p' + number(1).repeat(MANY / 2 - 2)];
  for (let at = 0; at < 400; at += 1) words.push(`com${at.toString(36).padStart(3, 'x')} p${number(at % 7).repeat(200)}`);
  words.sort();
  const names = Array.from({ length: each }, (_, at) => ['/', `Complaint number ${at}`, 'Help for victims › Complaints', 'What you can do, and what happens next.']);
  const language = { folder: 'en', lang: 'en-GB', dir: 'ltr', name: 'English', pages: MANY, each, starts: ['com', 'xyz', 'xyzz'] };
  return (path) => (path.endsWith('index.json') ? { version, languages: [language] } : path.includes('words-') ? { version, words } : { version, pages: names });
}

/** Types letter by letter into an index that is there, and takes the time from the key to the first result. */
async function fast(tab, court, page) {
  const data = many();
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!/\/search\/.*\.json$/.test(pathname)) return request.continue();
    return request.respond({ status: 200, contentType: 'application/json', body: JSON.stringify(data(pathname)) });
  });
  await open(tab, court, page);
  // What is slow once is fetched and read: the files are there when it counts.
  await typed(tab, 'comp');
  await tab.evaluate(() => { const field = document.getElementById('find'); field.value = ''; field.dispatchEvent(new Event('input')); });
  const session = await tab.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await tab.evaluate(() => {
    window.times = [];
    document.getElementById('find').addEventListener('keydown', () => (window.pressed = performance.now()));
    new MutationObserver(() => {
      if (document.querySelector('[role="option"]')) requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - window.pressed)));
    }).observe(document.querySelector('[role="listbox"]'), { childList: true });
  });
  for (const letter of 'complaint') {
    await tab.keyboard.press(letter);
    await wait(400);
  }
  const times = await tab.evaluate(() => window.times);
  const slowest = Math.round(Math.max(...times));
  court.note(`slowest first result of ${MANY} pages, CPU slowed ${SLOWED} times: ${slowest} ms`);
  if (times.length < 6) return [`only ${times.length} of 7 letters show results`];
  return slowest > MOST_MS ? [`the first result comes after ${slowest} ms; the most is ${MOST_MS}`] : [];
}
