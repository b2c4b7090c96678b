// A static file server on 127.0.0.1, like the hosts a site is put on: folder indexes, MIME types, 404.html, and the
// response headers that the site asks for in `_headers` (Netlify's format). It sends nothing compressed.

import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileFor } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.brf': 'text/plain; charset=us-ascii',
  '.ics': 'text/calendar; charset=utf-8',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.opus': 'audio/ogg',
  '.mp4': 'video/mp4',
};

/** Serves `dir`; gives the origin and a way to stop. */
export async function serve(dir) {
  const rules = headerRules(join(dir, '_headers'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    let status = 200;
    let file = fileFor(dir, pathname);
    if (!file && fileFor(dir, `${pathname}/`)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    if (!file && pathname === '/favicon.ico') {
      // Chromium asks for it of its own accord, now and then.
      response.writeHead(204).end();
      return;
    }
    if (!file) {
      status = 404;
      file = fileFor(dir, '/404.html');
    }
    let body = file ? readFileSync(file) : Buffer.from('not found');
    const type = file ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/plain';
    for (const rule of rules.filter((rule) => rule.path.test(pathname))) response.appendHeader(rule.name, rule.value);
    if (!response.hasHeader('content-type')) response.setHeader('content-type', type);
    // A player asks for a part, such as the end of a sound, where its length stands. Source: RFC 9110, 14.
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    response.setHeader('accept-ranges', 'bytes');
    if (file && status === 200 && from !== undefined && Number(from) < body.length) {
      const last = Math.min(to ? Number(to) : Infinity, body.length - 1);
      response.setHeader('content-range', `bytes ${from}-${last}/${body.length}`);
      body = body.subarray(Number(from), last + 1);
      status = 206;
    }
    response.setHeader('content-length', body.length);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Lines at the margin are paths (`*` any ending, `:name` one segment); indented lines are headers. */
function headerRules(file) {
  if (!existsSync(file)) return [];
  const rules = [];
  let path = null;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replace(/:\w+/g, '[^/]+');
      path = new RegExp(`^${pattern}$`);
    } else if (path && line.includes(':')) {
      const at = line.indexOf(':');
      rules.push({ path, name: line.slice(0, at).trim().toLowerCase(), value: line.slice(at + 1).trim() });
    }
  }
  return rules;
}
