// What qpdf and poppler say a PDF holds. Facts only; judges/pdf.mjs says what is wrong.

import { tool } from './tools.mjs';

const lines = async (command, args) => (await tool(command, args)).stdout.split('\n');

const unescape = (text) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos|#39|#160|amp);/g,
      (all, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#160': ' ' })[name] ?? "'",
    );

/** `pdfinfo` as a record: Title, Tagged, Pages and others. */
export async function info(path) {
  const rows = (await lines('pdfinfo', [path])).map((line) => /^([^:]+):\s*(.*)$/.exec(line)).filter(Boolean);
  return Object.fromEntries(rows.map(([, key, value]) => [key, value.trim()]));
}

/** Each font, and whether it is embedded, subset and has a Unicode map, from `pdffonts`. */
export async function fonts(path) {
  const rows = (await lines('pdffonts', [path]))
    .slice(2)
    .map((line) => /^(\S+).*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line));
  return rows
    .filter(Boolean)
    .map(([, name, emb, sub, uni]) => ({ name, embedded: emb === 'yes', subset: sub === 'yes', unicode: uni === 'yes' }));
}

/** The document as qpdf's JSON: language, title shown, outline, objects. */
export async function settings(path) {
  const { stdout } = await tool('qpdf', ['--json=2', '--json-key=qpdf', '--json-key=outlines', path]);
  const report = JSON.parse(stdout);
  const objects = report.qpdf[1];
  const look = (value) =>
    /^\d+ \d+ R$/.test(value) ? (objects[`obj:${value}`]?.value ?? objects[`obj:${value}`]?.stream?.dict) : value;
  const root = look(objects.trailer.value['/Root']);
  return {
    objects,
    look,
    outlines: report.outlines ?? [],
    language: typeof root['/Lang'] === 'string' ? root['/Lang'].slice(2) : null,
    showsTitle: look(root['/ViewerPreferences'])?.['/DisplayDocTitle'] === true,
  };
}

/** Links that lead nowhere: each needs a full URI, or a place in this document. */
export function linkFaults({ objects, look }) {
  const faults = [];
  for (const { value } of Object.values(objects)) {
    if (value?.['/Subtype'] !== '/Link' || !value['/Rect']) continue;
    const action = look(value['/A']);
    const kind = look(action?.['/S']);
    if (kind === '/URI') {
      const uri = look(action['/URI'])?.slice(2) ?? '';
      if (!/^(https?:\/\/[^\s/]+|mailto:|tel:|sms:)/.test(uri))
        faults.push(`link with an address that works only on one machine: "${uri}"`);
    } else if (kind !== '/GoTo' && !value['/Dest']) faults.push(`link with no URI action (${kind ?? 'none'})`);
  }
  return faults;
}

/** Bookmarks in order, with the page each leads to. */
export function bookmarks({ outlines }) {
  const flat = (marks) => marks.flatMap((mark) => [{ title: mark.title, page: mark.destpageposfrom1 }, ...flat(mark.kids ?? [])]);
  return flat(outlines);
}

/** Text of the heading elements, in the order of the tags, from `pdfinfo -struct-text`. */
export async function headings(path) {
  const found = [];
  let open = null;
  for (const line of await lines('pdfinfo', ['-struct-text', path])) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (open && indent <= open.indent) open = null;
    if (!open && /^\s*H[1-6]?\b/.test(line)) found.push((open = { indent, text: '' }));
    const text = /^\s*"(.*)"$/.exec(line);
    if (open && text) open.text += text[1];
  }
  return found.map(({ text }) => text.trim()).filter(Boolean);
}

/** Text of each paragraph, heading and cell, in the order of the tags, from `pdfinfo -struct-text`. */
export async function paragraphs(path) {
  const found = [];
  let open = null;
  for (const line of await lines('pdfinfo', ['-struct-text', path])) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (open && indent <= open.indent) open = null;
    if (!open && /^\s*(P|H[1-6]?|TH|TD)\b/.test(line)) found.push((open = { indent, text: '' }));
    const text = /^\s*"(.*)"$/.exec(line);
    if (open && text) open.text += text[1];
  }
  return found.map(({ text }) => text.trim()).filter(Boolean);
}

/**
 * Every run of text with its size in points, from `pdftohtml -xml` at its greatest zoom, 3: sizes come as whole thirds
 * of a point, rounded, so a size counts as less than 14 only when it is below 13.83. Text outside the trim is left out.
 */
export async function textSizes(path) {
  const zoom = 3;
  const trim = await trimBox(path);
  const sizes = new Map();
  const found = [];
  let page = 0;
  for (const line of await lines('pdftohtml', ['-xml', '-stdout', '-i', '-hidden', '-zoom', String(zoom), path])) {
    if (/<page /.test(line)) page += 1;
    const font = /<fontspec id="(\d+)" size="(-?\d+)"/.exec(line);
    if (font) sizes.set(font[1], Number(font[2]) / zoom);
    const run = /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*)<\/text>/.exec(line);
    if (!run) continue;
    const text = unescape(run[6]).trim();
    const [x, y] = [(Number(run[2]) + Number(run[3]) / 2) / zoom, (Number(run[1]) + Number(run[4]) / 2) / zoom];
    if (text && x > trim.left && x < trim.right && y > trim.top && y < trim.bottom)
      found.push({ page, text, size: sizes.get(run[5]) });
  }
  return found;
}

/** The first page's trim, from the top left of its media box. */
async function trimBox(path) {
  const boxes = Object.fromEntries(
    (await lines('pdfinfo', ['-box', path]))
      .map((line) => /^(MediaBox|TrimBox):\s+(.*)$/.exec(line))
      .filter(Boolean)
      .map(([, name, four]) => [name, four.trim().split(/\s+/).map(Number)]),
  );
  const [left, , , top] = boxes.MediaBox;
  const trim = boxes.TrimBox ?? boxes.MediaBox;
  return { left: trim[0] - left, right: trim[2] - left, top: top - trim[3], bottom: top - trim[1] };
}

/** For each page its blocks, for each block its lines as text, in poppler's reading order, hyphens kept. */
export async function pagesOfLines(path) {
  const pages = [];
  for (const line of await lines('pdftotext', ['-bbox-layout', path, '-'])) {
    if (/<page /.test(line)) pages.push([]);
    else if (/<block /.test(line)) pages.at(-1).push([]);
    else if (/<line /.test(line)) pages.at(-1).at(-1).push('');
    const word = /<word [^>]*>(.*)<\/word>/.exec(line);
    if (word) {
      const block = pages.at(-1).at(-1);
      block[block.length - 1] = `${block.at(-1)} ${unescape(word[1])}`.trim();
    }
  }
  return pages;
}
