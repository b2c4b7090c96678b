// Judges each page with the Tab and Enter keys alone: the skip link comes first, can be seen and works; every link and
// control is reached; the focus is always in sight, uncovered and marked, on a wide screen and a narrow one; a sensitive
// page's exit control is reached.
// Source: WCAG 2.2, 2.1.1, 2.1.2, 2.4.1, 2.4.7, 2.4.11; GOV.UK Design System, "Exit this page".

import { eachPage } from '../kit/browser.mjs';

const SCREENS = [
  [1280, 800],
  [320, 640],
];
const MOST_STOPS = 600;
/** Stops inside one player: its own controls, which the page cannot look into. */
const MOST_CONTROLS = 20;
/** The exit control, by the ways themes mark it. */
const EXIT = '[data-exit], [class*="exit-this-page"], [class*="exit"] a, a[class*="exit"], button[class*="exit"]';

export async function judge(court) {
  return eachPage(
    court,
    court.site.pages,
    () => {},
    async (tab, page) => {
      const url = court.origin + page.url;
      const complaints = new Map();
      for (const [width, height] of SCREENS) {
        await tab.setViewport({ width, height });
        await tab.goto('about:blank');
        await tab.goto(url, { waitUntil: 'load' });
        const faults = await walk(tab, court.site.sensitive.has(page.path));
        for (const fault of faults) complaints.set(fault, [...(complaints.get(fault) ?? []), `${width}px`]);
      }
      const walked = [...complaints].map(([fault, widths]) => `${fault} (${widths.join(', ')})`);
      return [...walked, ...(await skip(tab, url))];
    },
  );
}

/** Presses Tab through the whole page. */
async function walk(tab, sensitive) {
  const complaints = new Set();
  let stops = 0;
  let inside = 0;
  for (; stops < MOST_STOPS; stops += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(lookAtFocus);
    inside = stop?.inside ? inside + 1 : 0;
    if (inside > MOST_CONTROLS) complaints.add(`${stop.name}: Tab does not leave it`);
    if (!stop || stop.again || inside > MOST_CONTROLS) break;
    if (stop.inside) continue;
    if (stops === 0 && !stop.skip) complaints.add(`the first stop is not a skip link but ${stop.name}`);
    for (const fault of stop.faults) complaints.add(`${stop.name}: ${fault}`);
  }
  if (stops === 0) complaints.add('Tab reaches nothing');
  if (stops === MOST_STOPS) complaints.add(`no end after ${MOST_STOPS} stops`);
  const missed = await tab.evaluate(notReached);
  if (missed.length) complaints.add(`${missed.length} not reached by Tab, such as ${missed.slice(0, 3).join(', ')}`);
  const exit = await tab.evaluate(exitControl, EXIT);
  if (sensitive && !exit.found) complaints.add('the page is sensitive but has no exit control');
  if (exit.found) for (const fault of exit.faults) complaints.add(`exit control: ${fault}`);
  return [...complaints];
}

/** Uses the skip link as a person does: Tab, Enter, Tab. */
async function skip(tab, url) {
  await tab.goto('about:blank');
  await tab.goto(url, { waitUntil: 'load' });
  await tab.keyboard.press('Tab');
  const inPage = await tab.evaluate(() => document.activeElement.getAttribute('href')?.startsWith('#'));
  if (!inPage) return ['no skip link to use'];
  await tab.keyboard.press('Enter');
  const target = await tab.evaluate(() => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return place ? (place.closest('main') ? 'main' : 'elsewhere') : 'nowhere';
  });
  if (target !== 'main') return [`the skip link leads ${target}, not to the main part`];
  await tab.keyboard.press('Tab');
  const after = await tab.evaluate(() => {
    const main = document.querySelector('main');
    const el = document.activeElement;
    if (main.contains(el)) return 'main';
    const first = main.querySelector('a[href], button, input, select, textarea, summary');
    if (first?.checkVisibility()) return 'not in main';
    return main.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_PRECEDING ? 'before main' : 'main';
  });
  return after === 'main' ? [] : [`after the skip link, Tab goes to a place ${after}`];
}

/** Runs in the page: where the focus is, and what is wrong with it. */
function lookAtFocus() {
  const el = document.activeElement;
  if (!el || el === document.body || el === document.documentElement) return null;
  window.stops ??= new Set();
  const name = `<${el.localName}> "${(el.innerText || el.getAttribute('aria-label') || el.id || '').trim().slice(0, 40)}"`;
  if (window.stops.has(el)) return el.matches('video, audio') ? { inside: true, name } : { again: true, name };
  window.stops.add(el);

  const faults = [];
  const boxes = [...el.getClientRects()].filter((box) => box.width >= 5 && box.height >= 5);
  const inView = boxes
    .map((box) => ({
      left: Math.max(box.left, 0),
      right: Math.min(box.right, innerWidth),
      top: Math.max(box.top, 0),
      bottom: Math.min(box.bottom, innerHeight),
    }))
    .find((box) => box.right - box.left >= 5 && box.bottom - box.top >= 5);
  if (!boxes.length) faults.push('has the focus but no size');
  else if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push('has the focus but is hidden');
  else if (!inView) faults.push('has the focus but is out of sight');
  else {
    const hit = document.elementFromPoint((inView.left + inView.right) / 2, (inView.top + inView.bottom) / 2);
    const own = hit && (hit.contains(el) || el.contains(hit) || [...(el.labels ?? [])].some((label) => label.contains(hit)));
    if (!own) faults.push(`has the focus but is covered by <${hit?.localName}>`);
  }

  const looks = () =>
    [el, el.parentElement]
      .flatMap((one) =>
        [null, '::before', '::after'].map((pseudo) => {
          const style = getComputedStyle(one, pseudo);
          return [
            style.outline,
            style.boxShadow,
            style.backgroundColor,
            style.border,
            style.color,
            style.textDecoration,
            style.transform,
            style.clipPath,
          ].join();
        }),
      )
      .join(';');
  const focused = looks();
  el.blur();
  const plain = looks();
  el.focus({ preventScroll: true, focusVisible: true });
  if (focused === plain) faults.push('looks no different with the focus');

  const hash = el.localName === 'a' && el.getAttribute('href')?.startsWith('#') && el.hash.slice(1);
  return { name, faults, skip: Boolean(hash && document.getElementById(decodeURIComponent(hash))) };
}

/** Runs in the page: what can be seen and clicked but was no stop. */
function notReached() {
  const all = document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, details > summary:first-of-type, [tabindex="0"]',
  );
  const kept = [...all].filter(
    (el) =>
      el.checkVisibility({ visibilityProperty: true }) &&
      !el.disabled &&
      !el.closest('[inert], [aria-hidden=true], [role=tablist], [role=menu], [role=toolbar]') &&
      !(el.type === 'radio' && [...(window.stops ?? [])].some((stop) => stop.type === 'radio' && stop.name === el.name)),
  );
  return kept
    .filter((el) => !window.stops?.has(el))
    .map((el) => `<${el.localName}> "${(el.innerText || el.id).trim().slice(0, 40)}"`);
}

/** Runs in the page: the exit control must be a plain link to another site, reached by Tab before the main part. */
function exitControl(selector) {
  const named = [...document.querySelectorAll('a, button')].filter((el) =>
    /^(emergency\s+)?(exit|leave) (this|the) (page|site|website)/i.test(el.innerText.trim()),
  );
  const controls = [...new Set([...document.querySelectorAll(selector), ...named])].filter((el) => el.matches('a, button'));
  if (!controls.length) return { found: false, faults: [] };
  const faults = [];
  const main = document.querySelector('main');
  const reached = controls.filter((el) => window.stops?.has(el));
  const link = controls.find(
    (el) => el.localName === 'a' && /^https?:/.test(el.href) && new URL(el.href).origin !== location.origin,
  );
  if (!reached.length) faults.push('Tab does not reach it');
  else if (
    !reached.some((el) => main && (main.contains(el) || el.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING))
  )
    faults.push('it comes after the main part');
  if (!link) faults.push('it is not a link to another site, so it does nothing without JavaScript');
  else if (link.target) faults.push('it opens a new tab, so the page stays behind');
  return { found: true, faults };
}
