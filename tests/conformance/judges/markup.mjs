// Judges the markup of every HTML file with html-validate, its recommended rules and those for accessibility: any finding fails.
// Source: https://html-validate.org/rules/ (npm package html-validate).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { nothing } from '../kit/browser.mjs';

/** Rules that are set aside, each for a reason. */
const ARGUED = {
  // The HTML Living Standard takes the word in either case (13.1.1), and ours is the one that its own pages have.
  'doctype-style': ['error', { style: 'lowercase' }],
  // How a line of the source ends is nothing that a reader meets.
  'no-trailing-whitespace': 'off',
  // The style sheet keeps a number on one line (`.tel`), so that what is copied has plain spaces.
  'tel-non-breaking': 'off',
  // What is found under a field to search is a list box that the field leads (ARIA, combobox); a <select> cannot be one.
  'prefer-native-element': ['error', { exclude: ['listbox'] }],
  // Titles end with the site's name (WCAG 2.4.2), which may be long. How long a page's own title may be, `handbill check` says.
  'long-title': 'off',
};

export async function judge({ site }) {
  if (!site.ending('.html').length) return nothing('pages', site.dir);
  const config = { root: true, extends: ['html-validate:recommended', 'html-validate:a11y'], rules: ARGUED };
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const cases = [];
  for (const name of site.ending('.html')) {
    const { results } = await validator.validateString(readFileSync(join(site.dir, name), 'utf8'), name);
    const told = results.flatMap(({ messages }) => messages).map(({ line, column, ruleId, message }) => `${line}:${column}: ${message} [${ruleId}]`);
    cases.push({ name, ok: told.length === 0, message: told.join('\n') });
  }
  return cases;
}
