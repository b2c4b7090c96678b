// Judges every page with axe-core in real Chromium: wide and narrow, light and dark. Any violation fails.
// Source: WCAG 2.2 A and AA as axe-core tests it, and its best practices: https://dequeuniversity.com/rules/axe/4.14
// The page's own content security policy is set aside here, because axe is a script; network.mjs judges with it on.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { eachPage } from '../kit/browser.mjs';

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 320];
const SCHEMES = ['light', 'dark'];

export async function judge(court) {
  const unsure = {};
  const cases = await eachPage(
    court,
    court.site.pages,
    (tab) => tab.setBypassCSP(true),
    async (tab, page) => {
      await tab.goto(court.origin + page.url, { waitUntil: 'load' });
      return axeFaults(tab, unsure);
    },
  );
  const left = Object.entries(unsure).map(([rule, count]) => `${rule} ${count}`);
  court.note(`left by axe to a person, over all runs: ${left.join(', ') || 'nothing'}`);
  return cases;
}

/** What axe finds on the page that is open, wide and narrow, light and dark; `unsure` counts what it leaves to a person. */
export async function axeFaults(tab, unsure = {}) {
  const found = new Map();
  await tab.evaluate(SCRIPT);
  for (const width of WIDTHS) {
    await tab.setViewport({ width, height: 800 });
    for (const scheme of SCHEMES) {
      await tab.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      const report = await tab.evaluate(runAxe, TAGS);
      if (!report.rules) throw new Error('axe ran no rule');
      for (const rule of report.unsure) unsure[rule] = (unsure[rule] ?? 0) + 1;
      for (const fault of report.faults) found.set(fault, [...(found.get(fault) ?? []), `${width}px ${scheme}`]);
    }
  }
  return [...found].map(([fault, where]) => `${fault} (${where.join(', ')})`);
}

/** Runs in the page. */
async function runAxe(tags) {
  const options = { runOnly: tags, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete, passes } = await window.axe.run(document, options);
  const summary = (node) => (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? '';
  return {
    rules: passes.length + violations.length,
    unsure: incomplete.flatMap((rule) => rule.nodes.map(() => rule.id)),
    faults: violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${summary(node)} [${node.html.slice(0, 120)}]`),
    ),
  };
}
