// A published folder: which pages, feeds and PDFs it holds. Reads files only; never opens a browser.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Reads the folder `dir`; `source` is the folder with `content/`, if known. */
export function openSite(dir, source = existsSync(join(dirname(dir), 'content')) ? dirname(dir) : null) {
  const files = walk(dir)
    .map((file) => relative(dir, file).split(sep).join('/'))
    .sort();
  const all = files.filter((file) => file.endsWith('.html')).map((path) => page(dir, path));
  return {
    dir,
    source,
    files,
    /** Pages that people read. */
    pages: all.filter((page) => !page.redirect),
    /** Pages whose only work is to send the reader on. */
    redirects: all.filter((page) => page.redirect),
    ending: (suffix) => files.filter((file) => file.endsWith(suffix)),
    read: (path) => readFileSync(join(dir, path), 'utf8'),
    sensitive: source ? sensitivePages(source) : new Set(),
    discreet: source ? discreetLeaflets(source) : new Set(),
  };
}

/** The file that a URL path stands for, as a static host would find it, or null. */
export function fileFor(dir, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.split('/').includes('..')) return null;
  const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function page(dir, path) {
  const redirect = /<meta[^>]+http-equiv=["']?refresh/i.test(readFileSync(join(dir, path), 'utf8'));
  return { path, url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`, redirect };
}

function walk(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

/** Paths of the HTML files whose Markdown says `sensitive: true`. */
function sensitivePages(source) {
  return htmlOf(source, sensitiveSources(source));
}

/** Paths of the HTML files whose Markdown brings in words of a page that says `sensitive: true`. */
export function bringsInSensitiveWords({ source }) {
  if (!source) return new Set();
  const sensitive = sensitiveSources(source);
  const brings = (file) => {
    const wanted = [...readFileSync(file, 'utf8').matchAll(/^:::include\s+([^\s#]+)/gm)];
    return wanted.some(([, path]) => sensitive.includes(join(dirname(file), path)));
  };
  return htmlOf(source, walk(join(source, 'content')).filter((file) => file.endsWith('.md') && brings(file)));
}

/** The codes of leaflets that are not to be noticed: `discreet: true`. */
function discreetLeaflets(source) {
  const folder = join(source, 'print');
  const files = existsSync(folder) ? walk(folder).filter((file) => file.endsWith('.md')) : [];
  const matter = files.map((file) => /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(file, 'utf8'))?.[1] ?? '');
  const marked = matter.filter((text) => /^discreet:\s*true\s*$/m.test(text));
  return new Set(marked.map((text) => /^reference:\s*(\S+)/m.exec(text)?.[1]).filter(Boolean));
}

function sensitiveSources(source) {
  return walk(join(source, 'content')).filter((file) => {
    const matter = file.endsWith('.md') && /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(file, 'utf8'));
    return matter && /^sensitive:\s*true\s*$/m.test(matter[1]);
  });
}

function htmlOf(source, marked) {
  const content = join(source, 'content');
  return new Set(
    marked.map((file) => {
      const [, path, language] = /^(.*?)(?:\.([a-z]{2,3}))?\.md$/.exec(relative(content, file).split(sep).join('/'));
      const folder = path.replace(/(^|\/)index$/, '');
      return [language, folder, 'index.html'].filter(Boolean).join('/');
    }),
  );
}
