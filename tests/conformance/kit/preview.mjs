// A running `handbill serve` on a copy of a site, behind a door that can change what it sends: so a fault can be planted.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a site is made from. */
const SOURCES = ['site.toml', 'content', 'locales', 'print', 'themes'];

/**
 * Calls `work` with a preview of a copy of the site in `source`, and ends it. `handbill` is a program. `plant(address, text)`
 * gives what is sent in place of a text; by default it is sent as it is. The copy is changed by `edit` before it is served.
 */
export async function withPreview({ handbill, source, at, plant = (address, text) => text }, prepare, work) {
  const dir = mkdtempSync(join(tmpdir(), 'handbill-preview-'));
  const path = (name) => join(dir, name);
  const site = {
    read: (name) => readFileSync(path(name), 'utf8'),
    write: (name, text) => writeFileSync(path(name), text),
    edit: (name, from, to) => {
      const text = site.read(name);
      if (!text.includes(from)) throw new Error(`${name} does not have "${from}"`);
      site.write(name, text.replace(from, () => to));
    },
    remove: (name) => rmSync(path(name), { force: true }),
  };
  let serving, door;
  try {
    for (const name of SOURCES.filter((name) => existsSync(join(source, name)))) cpSync(join(source, name), path(name), { recursive: true });
    prepare(site);
    serving = await started(handbill, dir, at);
    door = await opened(serving.port, plant);
    const stop = () => serving.process.kill('SIGINT');
    return await work({ ...site, origin: `http://127.0.0.1:${door.address().port}`, stop });
  } finally {
    door?.closeAllConnections();
    door?.close();
    serving?.process.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Starts the preview, and waits until it has said where it is. */
function started(handbill, dir, at) {
  const child = spawn(handbill, ['serve', '--at', at], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const port = /^http:\/\/127\.0\.0\.1:(\d+)\/\n/.exec(said)?.[1];
      if (port) resolve({ process: child, port: Number(port) });
    });
    let complained = '';
    child.stderr.on('data', (text) => (complained += text));
    child.on('error', reject);
    child.on('exit', (status) => reject(new Error(`the preview ended with ${status}: ${complained}`)));
  });
}

/** Opens a door to the preview on a port of its own. */
function opened(port, plant) {
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, host: `127.0.0.1:${port}` };
    const inside = request({ host: '127.0.0.1', port, path: asked.url, method: asked.method, headers }, (given) => {
      const pieces = [];
      given.on('data', (piece) => pieces.push(piece));
      given.on('end', () => {
        const isText = /^(text|application\/json)/.test(given.headers['content-type'] ?? '');
        const whole = Buffer.concat(pieces);
        const body = isText ? Buffer.from(plant(asked.url, whole.toString('utf8'))) : whole;
        answer.writeHead(given.statusCode, { ...given.headers, 'content-length': body.length });
        answer.end(body);
      });
    });
    inside.on('error', () => answer.destroy());
    answer.on('close', () => inside.destroy());
    inside.end();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
