// Judges the live preview: a page that is open while its words change keeps what the reader has there, says that it
// changed, and shows what was found on it without moving anything. In Chromium, on a copy of the sample.
// Sources: WCAG 2.2, 2.1.1 (keyboard), 3.2.5 (change on request), 4.1.3 (status messages).

import { axeFaults } from './axe.mjs';
import { withPreview } from '../kit/preview.mjs';

/** How long a change may take to be seen, in milliseconds, where nothing else is asked. How fast it is, is measured elsewhere. */
const PATIENCE = 30_000;

const PAGE = 'content/trial.md';
const OTHER = 'content/trial-other.md';
const FAULT = 'Here is a [link that leads nowhere](nowhere-at-all.md) for the trial.';
let trials = 0;
const FRONT = '---\ntitle: A trial page\nsummary: Words that change while somebody reads them.\n';
const PARTS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const LINK = '[how we keep your details safe](accessibility.md)';

/** The trial page: parts to scroll through, a link in the middle, and words that a finding is about, where it has them. */
function words({ front = '', before = '', link = `Read ${LINK} too.`, fault = '', last = '' } = {}) {
  const part = (name) => `## The ${name} part\n\nThe ${name} part has words of its own, and a reader stops here.\n\nMore of the ${name} part.\n\n`;
  const parts = PARTS.map(part);
  parts.splice(6, 0, `${link}\n\n`);
  // A page that nothing leads to, not even a printed address, would be a finding of its own.
  return `${FRONT}short: trial-words\n${front}---\n${before}\n\n${parts.join('')}${fault}\n\n${last}\n`;
}

/** What the site's own pages do not have: something to open, and somewhere to type. */
const CONTROLS = `<details class="trial"><summary>Something to open</summary><p>It is open.</p></details>
<p class="trial"><label>Search <input type="search" name="trial"></label></p>`;

/** What is tried, by name. Each gives a list of complaints. */
const TRIALS = { keeps, replaced, style, script, gone, findings, marks, covers, stays, list, axe, without };

/** `preview` says how it is started; `only` are the trials that are held, all of them by default. */
export async function judge({ browser, preview, only = Object.keys(TRIALS), patience = PATIENCE }) {
  const prepare = (site) => {
    site.edit('themes/civic/templates/base.html', '</main>', `${CONTROLS}</main>`);
    site.write(PAGE, words());
  };
  return withPreview(preview, prepare, async (site) => {
    const cases = [];
    for (const name of only) {
      const context = await browser.createBrowserContext();
      await context.overridePermissions(site.origin, ['clipboard-read', 'clipboard-write']);
      const tab = await context.newPage();
      const loud = [];
      tab.on('pageerror', (error) => loud.push(`the script failed: ${error.message}`));
      await tab.setViewport({ width: 1280, height: 800 });
      const session = await tab.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      const complaints = await TRIALS[name](new Reader(tab, site, patience)).catch((error) => [`the judge could not finish: ${error.message}`]);
      await context.close();
      complaints.push(...loud);
      cases.push({ name, ok: complaints.length === 0, message: complaints.join('\n') });
    }
    return cases;
  });
}

/** Somebody who has the page open. */
class Reader {
  constructor(tab, site, patience) {
    this.tab = tab;
    this.site = site;
    this.patience = patience;
  }

  /** Writes the trial page and what else there is to find, waits until it is served, and opens an address. */
  async begin(page = {}, { address = '/trial/', other = false } = {}) {
    const mark = `This is trial ${(trials += 1)}.`;
    if (other) this.site.write(OTHER, `${FRONT.replace('A trial', 'Another trial')}short: elsewhere\n---\nSee [the nowhere page](nowhere.md).\n`);
    else this.site.remove(OTHER);
    this.site.write(PAGE, words({ ...page, last: mark }));
    const end = Date.now() + this.patience;
    while (!(await (await fetch(`${this.site.origin}/trial/`)).text()).includes(mark)) {
      if (Date.now() > end) throw new Error('the trial page is never served');
      await new Promise((done) => setTimeout(done, 50));
    }
    await this.open(address);
  }

  async open(address) {
    await this.tab.goto(this.site.origin + address, { waitUntil: 'load' });
    await this.tab.evaluate(prepareProbe);
  }

  /** Saves the trial page, and waits until the open page has these words. */
  async save(page, wanted) {
    this.site.write(PAGE, words(page));
    await this.sees(wanted);
  }

  async sees(wanted) {
    await this.until((wanted) => document.body?.innerText.includes(wanted), wanted, `"${wanted}" is never seen`);
  }

  async until(test, value, otherwise) {
    await this.tab.waitForFunction(test, { timeout: this.patience, polling: 20 }, value).catch(() => {
      throw new Error(otherwise);
    });
  }

  /** Waits until a status message has these words. */
  async hears(wanted) {
    await this.until((wanted) => window.probe?.heard.some((text) => text.includes(wanted)), wanted, `"${wanted}" is never said`);
  }

  /** Forgets what status messages have said. */
  async listensAnew() {
    await this.tab.evaluate(() => (window.probe.heard.length = 0));
  }

  /** Scrolls to the middle, opens, types, and puts the focus on the link there. */
  async settles() {
    await this.tab.evaluate(() => {
      const link = [...document.querySelectorAll('main a')].find((link) => link.innerText.startsWith('how we keep'));
      link.scrollIntoView({ block: 'center' });
      document.querySelector('details.trial').open = true;
      const field = document.querySelector('input[name=trial]');
      field.value = 'half a wo';
      field.setSelectionRange(4, 6);
      link.focus({ preventScroll: true });
      const probe = window.probe;
      probe.link = link;
      probe.field = field;
      probe.top = link.getBoundingClientRect().top;
      probe.focused.length = 0;
    });
  }

  /** What is no longer as `settles` left it. */
  async lost() {
    return this.tab.evaluate(() => {
      const [probe, faults] = [window.probe, []];
      if (!probe?.link) return ['the page was loaded again'];
      const moved = probe.link.getBoundingClientRect().top - probe.top;
      if (Math.abs(moved) > 1) faults.push(`what is looked at moved by ${moved} px`);
      if (document.activeElement !== probe.link) faults.push(`the focus is on <${document.activeElement.localName}>`);
      if (probe.focused.length) faults.push(`the focus went to ${probe.focused.join(', ')}`);
      if (!document.querySelector('details.trial').open) faults.push('the open details were closed');
      const field = document.querySelector('input[name=trial]');
      if (field.value !== 'half a wo') faults.push(`what was typed became "${field.value}"`);
      else if (field.selectionStart !== 4 || field.selectionEnd !== 6) faults.push('the place in the field was lost');
      return faults;
    });
  }
}

/** Runs in the page: notes what is said in status messages, also in shadows, and where the focus goes. */
function prepareProbe() {
  const probe = { heard: [], focused: [] };
  window.probe = probe;
  document.addEventListener('focusin', (event) => probe.focused.push(`<${event.target.localName}>`));
  const roots = [document, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean)];
  for (const status of roots.flatMap((root) => [...root.querySelectorAll('[role=status], [aria-live=polite]')])) {
    const note = () => status.textContent && probe.heard.push(status.textContent);
    note();
    new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  }
}

async function keeps(reader) {
  await reader.begin();
  await reader.settles();
  await reader.save({ before: 'A wholly new beginning that pushes everything down.\n\n## A new heading\n\nAnd more.' }, 'wholly new beginning');
  await reader.hears('Page updated');
  const faults = await reader.lost();
  // The same once more, with the words around the link itself.
  await reader.listensAnew();
  await reader.save({ link: `Please do read ${LINK} too, all of it.` }, 'Please do read');
  // Said a moment after it is seen: what is still to be said must not be taken for the next save's.
  await reader.hears('Page updated');
  faults.push(...(await reader.lost()));
  // What changes nothing is not announced.
  await reader.listensAnew();
  reader.site.write('content/about.md', `${reader.site.read('content/about.md')}\n`);
  await new Promise((done) => setTimeout(done, 3000));
  const heard = await reader.tab.evaluate(() => window.probe.heard);
  if (heard.length) faults.push(`a build that changed nothing here was announced: ${heard.join(', ')}`);
  return faults;
}

/** An element with the focus that is taken out: the focus goes to the nearest equivalent. */
async function replaced(reader) {
  await reader.begin();
  await reader.settles();
  await reader.save({ link: `- Here is ${LINK} in a list.` }, 'in a list');
  await reader.hears('Page updated');
  return reader.tab.evaluate(() => {
    if (!window.probe.link) return ['the page was loaded again'];
    const now = document.activeElement;
    return now.localName === 'a' && now.innerText.startsWith('how we keep') ? [] : [`the focus is on <${now.localName}> "${now.innerText?.slice(0, 20)}"`];
  });
}

async function style(reader) {
  await reader.begin();
  await reader.settles();
  const css = reader.site.read('themes/civic/style.css');
  reader.site.write('themes/civic/style.css', `${css}\nmain { border-top-color: rgb(1, 2, 3) }\n`);
  await reader.until(() => getComputedStyle(document.querySelector('main')).borderTopColor === 'rgb(1, 2, 3)', null, 'the new style is never seen');
  const faults = await reader.lost();
  reader.site.write('themes/civic/style.css', css);
  await reader.until(() => getComputedStyle(document.querySelector('main')).borderTopColor !== 'rgb(1, 2, 3)', null, 'the old style stays');
  const sheets = await reader.tab.evaluate(() => document.querySelectorAll('head link[rel=stylesheet]').length);
  await reader.open('/trial/');
  const fresh = await reader.tab.evaluate(() => document.querySelectorAll('head link[rel=stylesheet]').length);
  if (sheets !== fresh) faults.push(`the open page has ${sheets} stylesheets, a fresh one ${fresh}`);
  return faults;
}

/** Another script can only run on a page that is loaded again: it comes back as it was. */
async function script(reader) {
  await reader.begin({ front: 'sensitive: true\n' });
  await reader.settles();
  const top = await reader.tab.evaluate(() => window.probe.top);
  reader.site.write('themes/civic/exit.js', `${reader.site.read('themes/civic/exit.js')}\ndocument.documentElement.dataset.trial = "new";\n`);
  await reader.until(() => document.documentElement.dataset.trial === 'new', null, 'the new script never runs');
  await reader.tab.waitForFunction(() => document.readyState === 'complete');
  await reader.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const faults = await reader.tab.evaluate((top) => {
    const faults = [];
    const link = document.activeElement;
    if (!link.innerText?.startsWith('how we keep')) faults.push(`the focus is on <${link.localName}>`);
    else if (Math.abs(link.getBoundingClientRect().top - top) > 1) faults.push('what is looked at moved');
    if (!document.querySelector('details.trial').open) faults.push('the open details were closed');
    const { value } = document.querySelector('input[name=trial]');
    if (value !== 'half a wo') faults.push(`what was typed became "${value}"`);
    return faults;
  }, top);
  return faults;
}

/** A page that vanishes stays open and says so; one that comes back is shown. */
async function gone(reader) {
  await reader.begin();
  await reader.settles();
  reader.site.remove(PAGE);
  await reader.hears('This page is gone');
  const faults = await reader.lost();
  await reader.save({ before: 'It is back.' }, 'It is back.');
  faults.push(...(await reader.lost()));
  return faults;
}

/** What a page says of its findings: its own only, each with what it needs; and nothing of the page moves for them. */
async function findings(reader) {
  await reader.begin({ fault: FAULT }, { other: true });
  return reader.tab.evaluate(inspectPanel);
}

/** Whatever has the focus is seen, also at the end of the page, where the panel lies over it. */
async function covers(reader) {
  await reader.begin({ fault: FAULT });
  const hidden = () => {
    const [box, cover] = [document.activeElement, document.querySelector('handbill-preview')].map((one) => one.getBoundingClientRect());
    const isUnder = box.top >= cover.top && box.bottom <= cover.bottom && box.left >= cover.left && box.right <= cover.right;
    const isSeen = getComputedStyle(document.querySelector('handbill-preview')).opacity !== '0';
    return document.activeElement.localName === 'a' && isUnder && isSeen ? document.activeElement.innerText : null;
  };
  await reader.tab.setViewport({ width: 390, height: 800 });
  const faults = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await reader.tab.keyboard.press('Tab');
    await reader.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const text = await reader.tab.evaluate(hidden);
    if (text !== null) faults.push(`the focus on "${text}" is under the panel`);
  }
  return faults;
}

/** The element of a finding is marked, and the keyboard leads from it to the finding and back. */
async function marks(reader) {
  await reader.begin({ fault: FAULT });
  const faults = await reader.tab.evaluate(inspectMark);
  const isOn = () => reader.tab.evaluate(deepFocus);
  let reached = false;
  for (let presses = 0; presses < 150 && !reached; presses += 1) {
    await reader.tab.keyboard.press('Tab');
    reached = /^button Error 1/.test(await isOn());
  }
  if (!reached) return [...faults, 'Tab reaches no mark'];
  await reader.tab.keyboard.press('Enter');
  if (!/^li .*nowhere-at-all/.test(await isOn())) faults.push(`the mark leads to ${await isOn()}`);
  await reader.tab.keyboard.press('Tab');
  if (!/^button Show/.test(await isOn())) return [...faults, `after the finding comes ${await isOn()}`];
  await reader.tab.keyboard.press('Enter');
  if (!/^button Error 1/.test(await isOn())) faults.push(`the way back leads to ${await isOn()}`);
  const seen = await reader.tab.evaluate(() => {
    const box = document.querySelector('[data-handbill]').getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  if (!seen) faults.push('the way back does not show the element');
  // An edit elsewhere on the page leaves the mark, and the focus on it.
  await reader.save({ before: 'Words in between.', fault: FAULT }, 'Words in between.');
  await reader.hears('Page updated');
  if (!/^button Error 1/.test(await isOn())) faults.push(`after an edit the focus is on ${await isOn()}`);
  await reader.save({ before: 'Mended.' }, 'Mended.');
  const isUnmarked = () => !document.querySelector('handbill-marks') && !document.querySelector('[data-handbill]');
  await reader.until(isUnmarked, null, 'the mark stays when the fault is mended');
  return faults;
}

/** Runs in the page. */
function deepFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return `${element?.localName} ${element?.textContent.trim()}`;
}

/** Runs in the page. */
async function inspectPanel() {
  await new Promise((done) => setTimeout(done, 300));
  const faults = [];
  const panel = document.querySelector('handbill-preview').shadowRoot;
  const items = [...panel.querySelectorAll('li[data-finding]')].map((item) => item.innerText);
  if (items.length !== 1) faults.push(`the panel has ${items.length} findings, not 1`);
  for (const part of ['Error 1', 'content/trial.md, line ', 'link-broken', 'What to do:']) {
    if (!items[0]?.includes(part)) faults.push(`the finding does not say "${part}"`);
  }
  const rest = panel.querySelector('a[href="/_handbill/"]');
  if (!/^1 finding elsewhere/.test(rest?.innerText ?? '')) faults.push(`the rest is told as "${rest?.innerText}"`);
  const page = () => [...document.querySelectorAll('body *')].filter((one) => !one.localName.startsWith('handbill-'));
  const boxes = () => page().map((one) => JSON.stringify(one.getBoundingClientRect())).join();
  const size = () => `${document.documentElement.scrollWidth} × ${document.documentElement.scrollHeight}`;
  const [before, beforeSize] = [boxes(), size()];
  const hosts = [...document.querySelectorAll('handbill-preview, handbill-marks')];
  for (const host of hosts) host.style.setProperty('display', 'none', 'important');
  if (boxes() !== before) faults.push('the panel and the marks move the page');
  if (size() !== beforeSize) faults.push(`the panel and the marks make the page ${beforeSize}, not ${size()}`);
  return faults;
}

/** Runs in the page. */
function inspectMark() {
  const mark = document.querySelector('handbill-marks')?.shadowRoot.querySelector('.mark');
  if (!mark) return ['no element is marked'];
  const faults = [];
  const element = document.querySelector('[data-handbill]');
  if (!element.textContent.includes('link that leads nowhere')) faults.push(`marked is "${element.textContent.slice(0, 40)}"`);
  const [box, around] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
  const isRound = box.left <= around.left && box.right >= around.right && box.top <= around.top && box.bottom >= around.bottom;
  if (!isRound) faults.push('the mark is not round its element');
  return faults;
}

/** A closed panel stays closed: after an update, on another page, and when the page is loaded again. */
async function stays(reader) {
  const faults = [];
  await reader.begin({ fault: FAULT }, { other: true });
  const isOpen = () => reader.tab.evaluate(() => document.querySelector('handbill-preview').shadowRoot.querySelector('aside details').open);
  if (!(await isOpen())) faults.push('an error is not shown at once');
  await reader.tab.evaluate(() => document.querySelector('handbill-preview').shadowRoot.querySelector('summary').click());
  if (await isOpen()) faults.push('the panel cannot be closed');
  await reader.save({ before: 'Words in between.', fault: FAULT }, 'Words in between.');
  if (await isOpen()) faults.push('an update opens the panel');
  await reader.open('/trial-other/');
  if (await isOpen()) faults.push('the panel is open again on another page');
  return faults;
}

/** The list of all findings, with its filters, with and without a script. */
async function list(reader) {
  await reader.begin({ fault: `${FAULT}\n\n#### A skipped level` }, { address: '/_handbill/' });
  const faults = [];
  const items = () => reader.tab.evaluate(() => [...document.querySelectorAll('.findings > li')].map((item) => item.innerText));
  const all = (await items()).length;
  await reader.tab.select('select[name=rule]', 'link-broken');
  await reader.until(() => document.querySelectorAll('.findings > li').length === 1, null, 'the filter leaves more than the one finding');
  const address = await reader.tab.evaluate(() => location.search);
  if (address !== '?rule=link-broken') faults.push(`the filter is not in the address: ${address}`);
  await reader.hears(`Showing 1 of ${all} findings`);
  await reader.open('/_handbill/?level=warning&rule=link-broken');
  if ((await items()).length) faults.push('a filter of level and rule lets others through');
  await reader.open(`/_handbill/?file=${encodeURIComponent(PAGE)}`);
  if ((await items()).length !== all) faults.push('a filter by file leaves out what is in that file');
  const page = await reader.tab.evaluate(() => document.querySelector('section .about a')?.getAttribute('href'));
  if (page !== '/trial/') faults.push(`the list leads to ${page}, not to the page`);
  return faults;
}

async function axe(reader) {
  const faults = [];
  await reader.begin({ fault: `${FAULT}\n\n#### A skipped level` });
  for (const address of ['/trial/', '/_handbill/']) {
    await reader.open(address);
    // The planted fault of the page itself is none of the preview's.
    const own = (fault) => address === '/_handbill/' || /handbill-/.test(fault);
    const found = await axeFaults(reader.tab);
    faults.push(...found.filter(own).map((fault) => `${address}: ${fault}`));
  }
  return faults;
}

/** Without a script the panel is there, and the filters work. */
async function without(reader) {
  await reader.begin({ fault: `${FAULT}\n\n#### A skipped level` });
  await reader.tab.setJavaScriptEnabled(false);
  await reader.tab.goto(`${reader.site.origin}/trial/`, { waitUntil: 'load' });
  const faults = [];
  const panel = await reader.tab.$('handbill-preview >>> aside');
  if (!(await panel?.isVisible())) faults.push('the panel is not there without a script');
  await reader.tab.goto(`${reader.site.origin}/_handbill/`, { waitUntil: 'load' });
  await reader.tab.select('select[name=rule]', 'link-broken');
  await Promise.all([reader.tab.waitForNavigation(), reader.tab.click('form button')]);
  const items = await reader.tab.$$('.findings > li');
  if (items.length !== 1) faults.push(`without a script the filter leaves ${items.length} findings`);
  return faults;
}
