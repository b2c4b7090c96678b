// Judges that a page says all it has to say with JavaScript off: every line of main text seen with scripts is there without.
// Source: WCAG 2.2 conformance requirement 5 in spirit; GOV.UK service manual, "Building a resilient frontend".

import { eachPage } from '../kit/browser.mjs';

export async function judge(court) {
  return eachPage(
    court,
    court.site.pages,
    () => {},
    async (tab, page) => {
      const lines = async (scripts) => {
        await tab.setJavaScriptEnabled(scripts);
        await tab.goto(court.origin + page.url, { waitUntil: 'load' });
        return tab.evaluate(mainLines);
      };
      const without = await lines(false);
      const withScripts = await lines(true);
      if (!without.length) return ['main has no text without JavaScript'];
      const left = [...without];
      const missing = withScripts.filter((line) => {
        const at = left.indexOf(line);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      return missing.map((line) => `only with JavaScript: ${line.slice(0, 100)}`);
    },
  );
}

/** Runs in the page: the lines of text that can be seen. */
function mainLines() {
  const main = document.querySelector('main') ?? document.body;
  return main.innerText
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
