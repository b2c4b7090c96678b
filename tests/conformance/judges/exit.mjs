// Judges what a sensitive page does for a reader who is watched: the exit leads off the site in one press and in three of
// Shift; Back then shows no sensitive page again; the page says where to call in an emergency in the largest type of any
// number; and it stands where all others stand, so that going there moves nothing.
// Source: GOV.UK Design System, "Exit this page"; WCAG 2.2, 3.2.3.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachPage } from '../kit/browser.mjs';

const AWAY = '<!doctype html><html lang="en"><title>Weather</title><p>Sun and cloud</p></html>';
const WAYS = ['press', 'keys'];
const WIDTHS = [1280, 390];
/** How far a page may stand from the others, in CSS pixels. */
const SLIP = 1;

export async function judge(court) {
  // A page that leads on at once is gone before anybody looks.
  const stays = (path) => !/http-equiv="refresh"/i.test(readFileSync(join(court.site.dir, path), 'utf8'));
  const pages = court.site.pages.filter((page) => court.site.sensitive.has(page.path) && stays(page.path));
  const calm = court.site.pages.find((page) => !court.site.sensitive.has(page.path) && stays(page.path));
  if (court.site.pages.length && !pages.length) return [{ name: 'no page is sensitive', ok: true, message: '' }];
  return eachPage(
    court,
    pages,
    async (tab) => {
      await tab.setRequestInterception(true);
      tab.on('request', (request) => {
        const here = request.url().startsWith(court.origin) || request.url().startsWith('about:');
        if (here) request.continue();
        else request.respond({ status: 200, contentType: 'text/html', body: AWAY });
      });
    },
    async (tab, page) => {
      const url = court.origin + page.url;
      // The same page, read once before under another address.
      const other = `${url}?earlier`;
      const faults = [];
      for (const way of WAYS) faults.push(...(await leave(tab, { url, other, way })));
      for (const width of WIDTHS) {
        await tab.setViewport({ width, height: 800 });
        await tab.goto(url, { waitUntil: 'load' });
        faults.push(...(await tab.evaluate(emergency)).map((fault) => `${fault} (${width}px)`));
        if (calm) faults.push(...(await moved(tab, url, court.origin + calm.url)).map((fault) => `${fault} (${width}px)`));
      }
      await tab.setViewport({ width: 1280, height: 800 });
      return faults;
    },
  );
}

/** Reads the page, reads it again, leaves it, and goes back. */
async function leave(tab, { url, other, way }) {
  await tab.goto('about:blank');
  await tab.goto(other, { waitUntil: 'load' });
  await tab.goto(url, { waitUntil: 'load' });
  if (!(await tab.$('[data-exit]'))) return ['there is no exit'];
  const gone = tab.waitForNavigation({ waitUntil: 'load', timeout: 5000 }).then(() => true, () => false);
  if (way === 'press') await tab.click('[data-exit]');
  else for (let press = 0; press < 3; press += 1) await tab.keyboard.press('Shift');
  if (!(await gone) || (await tab.title()) !== 'Weather') return [`the exit does not lead away (${way})`];
  await tab.goBack({ waitUntil: 'load', timeout: 5000 }).catch(() => null);
  await new Promise((done) => setTimeout(done, 400));
  const shown = await tab.evaluate(() => (document.title === 'Weather' ? '' : document.body?.innerText.trim() ?? '')).catch(() => '');
  return shown ? [`Back shows a page again after leaving (${way}): ${shown.slice(0, 40)}`] : [];
}

/** Runs in the page: is a number for emergencies there, to be tapped, and the largest of all? */
function emergency() {
  const links = [...document.querySelectorAll('a[href^="tel:"]')].filter((link) => link.checkVisibility());
  const size = (link) => parseFloat(getComputedStyle(link).fontSize);
  const isEmergency = (link) => /^tel:(999|112)$/.test(link.getAttribute('href'));
  const [urgent, others] = [links.filter(isEmergency), links.filter((link) => !isEmergency(link))];
  if (!urgent.length) return ['no number for emergencies can be tapped'];
  const largest = Math.max(...urgent.map(size));
  const larger = others.find((link) => size(link) >= largest);
  return larger ? [`${larger.innerText} is as large as the number for emergencies`] : [];
}

/** Does the title stand where it stands on a page that is not sensitive? */
async function moved(tab, url, calm) {
  const places = () => {
    const at = (selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box ? Math.round(box.left) : null;
    };
    return { title: at('h1') };
  };
  const here = await tab.evaluate(places);
  await tab.goto(calm, { waitUntil: 'load' });
  const there = await tab.evaluate(places);
  const slipped = Object.keys(here).filter((part) => here[part] !== null && there[part] !== null && Math.abs(here[part] - there[part]) > SLIP);
  return slipped.map((part) => `the ${part} stands at ${here[part]} px, and on other pages at ${there[part]}`);
}
