// Makes the PDFs that the selftest puts before the PDF judge: Chromium prints them, and qpdf adds what Chromium leaves
// out of PDF/UA-1 (XMP, title shown, words for links), or takes away what a fault needs taken away.

import { readFileSync, writeFileSync } from 'node:fs';
import { settings } from './pdf.mjs';
import { tool } from './tools.mjs';

/** Prints `html` to `path`; `plant(objects, root)` may then spoil the objects of the file. */
export async function makePdf(browser, html, path, { tagged = true, plant = () => {} } = {}) {
  const tab = await browser.newPage();
  await tab.setContent(html);
  writeFileSync(path, await tab.pdf({ tagged, outline: tagged, preferCSSPageSize: true }));
  await tab.close();

  const { objects } = await settings(path);
  const root = objects[`obj:${objects.trailer.value['/Root']}`].value;
  const changed = [objects.trailer.value['/Root']];
  const [title] = /(?<=<title>).*?(?=<\/title>)/.exec(html) ?? [''];
  root['/ViewerPreferences'] = { '/DisplayDocTitle': true };
  for (const [name, { value }] of Object.entries(objects)) {
    if (value?.['/Subtype'] === '/Link') value['/Contents'] = 'u:a page of our website';
    if (value) changed.push(name.slice(4));
  }
  if (tagged) {
    root['/Metadata'] = '9000 0 R';
    objects['obj:9000 0 R'] = {
      stream: { data: Buffer.from(xmp(title)).toString('base64'), dict: { '/Type': '/Metadata', '/Subtype': '/XML' } },
    };
    changed.push('9000 0 R');
  }
  plant(objects, root);
  const update = Object.fromEntries(
    [...new Set(changed)].map((id) => [`obj:${id}`, objects[`obj:${id}`]]).filter(([, object]) => object),
  );
  const patch = [
    { jsonversion: 2, pdfversion: '1.7', maxobjectid: 9000, pushedinheritedpageresources: false, calledgetallpages: false },
    update,
  ];
  writeFileSync(`${path}.json`, JSON.stringify({ version: 2, parameters: { decodelevel: 'none' }, qpdf: patch }));
  const { status, stderr } = await tool('qpdf', [path, '--update-from-json=' + `${path}.json`, '--replace-input']);
  if (status !== 0) throw new Error(`the fixture ${path} could not be made: ${stderr}`);
}

/** Cuts a file short, as a full disk does. */
export function truncate(path) {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length / 2));
}

const xmp = (title) => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
