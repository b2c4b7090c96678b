// A real nginx and a real Caddy on 127.0.0.1, each serving a folder with the settings that Handbill printed. They need no
// rights: everything that they write lies in a folder of their own, which goes with them.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { tool } from './tools.mjs';

/** How long a host may take to answer, or to end, in milliseconds. */
const PATIENCE = 10_000;

/** Each host: its settings around those printed, how they are tried, how it runs. */
export const HOSTS = {
  nginx: {
    file: 'nginx.conf',
    settings: (printed, port, root, own) => `
${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
daemon off;
worker_processes 1;
pid ${own}/nginx.pid;
error_log ${own}/error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${own}/body;
  proxy_temp_path ${own}/proxy;
  fastcgi_temp_path ${own}/fastcgi;
  uwsgi_temp_path ${own}/uwsgi;
  scgi_temp_path ${own}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${root};
${printed}
  }
}
`,
    trial: (file, own) => ['nginx', ['-t', '-q', '-p', own, '-e', `${own}/error.log`, '-c', file]],
    run: (file, own) => ['nginx', ['-p', own, '-e', `${own}/error.log`, '-c', file]],
  },
  caddy: {
    file: 'Caddyfile',
    settings: (printed, port, root) => `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}
${printed}
}
`,
    trial: (file) => ['caddy', ['validate', '--adapter', 'caddyfile', '--config', file]],
    run: (file) => ['caddy', ['run', '--adapter', 'caddyfile', '--config', file]],
  },
};

/**
 * Starts a host and calls `work(ask)`; `ask(path, headers)` gives status, headers and body. The host is ended whatever
 * happens. What it says of settings that it does not take is an error.
 */
export async function withHost(name, printed, dir, work) {
  const host = HOSTS[name];
  const own = mkdtempSync(join(tmpdir(), `handbill-${name}-`));
  let child;
  const end = () => child?.kill('SIGKILL');
  process.on('exit', end);
  try {
    const root = join(own, 'public');
    cpSync(dir, root, { recursive: true });
    // One folder with a dot is for readers, and one folder has no page of its own.
    mkdirSync(join(root, '.well-known'), { recursive: true });
    writeFileSync(join(root, '.well-known/security.txt'), 'Contact: https://pcc.example/contact/\n');
    mkdirSync(join(root, 'folder-without-a-page'), { recursive: true });
    writeFileSync(join(root, 'folder-without-a-page/secret-name.txt'), 'A file.\n');
    const port = await freePort();
    const file = join(own, host.file);
    writeFileSync(file, host.settings(printed, port, root, own));
    const env = { ...process.env, HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own };
    const trial = await tool(...host.trial(file, own), { env });
    if (trial.status !== 0) throw new Error(`${name} does not take the settings: ${trial.stderr}`);
    child = spawn(...host.run(file, own), { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (words) => (said += words));
    const ended = new Promise((done) => child.on('exit', done));
    await answers(port, () => child.exitCode !== null, () => said);
    try {
      return await work((path, headers = {}) => ask(port, path, headers));
    } finally {
      child.kill('SIGTERM');
      const late = setTimeout(end, PATIENCE);
      await ended;
      clearTimeout(late);
    }
  } finally {
    process.off('exit', end);
    rmSync(own, { recursive: true, force: true });
  }
}

/** Asks for a path exactly as it is written. */
function ask(port, path, headers) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false, timeout: PATIENCE }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer for ${path}`)));
    asked.on('error', reject);
    asked.end();
  });
}

async function answers(port, gone, said) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until && !gone()) {
    try {
      await ask(port, '/', {});
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  throw new Error(`it does not answer: ${said()}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
