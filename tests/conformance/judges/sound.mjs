// Judges sound: a voice (espeak-ng) reads the audio pages and leaflets of a copy of the site out, and the copy is built again.
// Each file is Opus, one channel, as long as its last packet says, with its parts, even and not too loud, and says nothing of
// anybody; each script for a voice is well-formed; and each page plays its file in Chromium under the site's policy.
// Source: RFC 7845; EBU R 128; AES TD1008 (−16 LUFS, true peak of −1 dB); SSML 1.1; HTML Living Standard, 4.8.9

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothing } from '../kit/browser.mjs';
import { serve } from '../kit/server.mjs';
import { openSite } from '../kit/site.mjs';
import { tool, twoAtOnce } from '../kit/tools.mjs';

/** The voice. */
const VOICE = 'espeak-ng -v {lang} --stdin --stdout';
/** How far a file may be from −16 LUFS: the coder changes loudness a little. */
const LOUDNESS = [-17, -15];
/** The highest true peak, in dB, with what a decoder may add. */
const PEAK = -0.5;
/** Comments that may stand in a file. */
const TOLD = ['TITLE', 'LANGUAGE'];
/** What a site is made from. */
const PARTS = ['site.toml', 'content', 'print', 'locales', 'themes'];

/** `handbill` is a program, `source` the site's folder. */
export async function judge({ browser }, { handbill, source, at }) {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-sound-'));
  try {
    const site = join(folder, 'site');
    for (const part of PARTS) if (existsSync(join(source, part))) cpSync(join(source, part), join(site, part), { recursive: true });
    const build = (...more) => tool(handbill, ['build', '--root', site, '--at', at, '--drafts', '--quiet', ...more]);
    const spoken = await build('--only', 'audio', '--tts-command', VOICE);
    if (spoken.status !== 0) return [{ name: 'a voice', ok: false, message: spoken.stdout + spoken.stderr }];
    const whole = await build();
    if (whole.status !== 0) return [{ name: 'the site with sound', ok: false, message: whole.stdout + whole.stderr }];
    return [...unfinished(site), ...(await heard(join(site, 'public'))), ...(await played(browser, join(site, 'public')))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is kept between builds is whole files. */
function unfinished(site) {
  const kept = join(site, '.handbill/sound');
  const odd = existsSync(kept) ? readdirSync(kept).filter((name) => !/^[0-9a-f]{16}-[0-9a-f]{16}\.opus$/.test(name)) : [];
  return odd.map((name) => ({ name, ok: false, message: 'something unfinished is kept' }));
}

/** The files of sound, and the scripts for voices. */
export async function heard(dir) {
  const { ending } = openSite(dir);
  const files = [...ending('.opus'), ...ending('.ssml')];
  if (!ending('.opus').length) return nothing('files of sound', dir);
  return twoAtOnce(files, async (name) => {
    const path = join(dir, name);
    const faults = await (name.endsWith('.opus') ? faultsOf(path) : script(path)).catch((error) => [error.message]);
    return { name, ok: faults.length === 0, message: faults.join('\n') };
  });
}

async function faultsOf(path) {
  const asked = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', '-show_chapters', path];
  const { status, stdout, stderr } = await tool('ffprobe', asked);
  if (status !== 0) return [`ffprobe cannot read it: ${stderr.slice(0, 200)}`];
  const { streams = [], format = {}, chapters = [] } = JSON.parse(stdout);
  const [stream = {}] = streams;
  const faults = [];
  if (stream.codec_name !== 'opus' || format.format_name !== 'ogg') faults.push(`it is ${stream.codec_name} in ${format.format_name}`);
  if (stream.channels !== 1) faults.push(`it has ${stream.channels} channels`);
  const told = Object.keys({ ...format.tags, ...stream.tags }).map((name) => name.toUpperCase());
  const more = told.filter((name) => !TOLD.includes(name));
  if (more.length) faults.push(`it says more than title and language: ${more.join(', ')}`);
  if (!told.includes('TITLE')) faults.push('it has no title');
  const starts = chapters.map((chapter) => Number(chapter.start_time));
  if (!starts.length || starts[0] !== 0) faults.push('its parts do not begin at its start');
  if (starts.some((start, at) => at && start <= starts[at - 1])) faults.push('its parts are not in order');
  if (chapters.some((chapter) => !chapter.tags?.title)) faults.push('a part has no name');
  return [...faults, ...(await loudness(path, Number(format.duration)))];
}

/** Decodes the whole file: how loud it is, and whether it is as long as it says. */
async function loudness(path, duration) {
  const { status, stderr } = await tool('ffmpeg', ['-hide_banner', '-nostats', '-i', path, '-af', 'ebur128=peak=true', '-f', 'null', '-']);
  if (status !== 0) return [`ffmpeg cannot decode it: ${stderr.slice(-200)}`];
  const [, summary = ''] = stderr.split('Summary:');
  const number = (pattern) => Number(pattern.exec(summary)?.[1] ?? NaN);
  const [loud, peak] = [number(/I:\s+(-?[\d.]+) LUFS/), number(/Peak:\s+(-?[\d.]+) dBFS/)];
  const faults = [];
  if (!(loud >= LOUDNESS[0] && loud <= LOUDNESS[1])) faults.push(`its loudness is ${loud} LUFS and not -16`);
  if (!(peak <= PEAK)) faults.push(`its true peak is ${peak} dB`);
  const [, hours, minutes, seconds] = [...stderr.matchAll(/time=(\d+):(\d+):([\d.]+)/g)].at(-1) ?? [];
  const decoded = hours * 3600 + minutes * 60 + Number(seconds);
  if (!(Math.abs(decoded - duration) < 0.1)) faults.push(`it says ${duration} s, and ${decoded} s are heard`);
  return faults;
}

async function script(path) {
  const asked = ['--xpath', "concat(namespace-uri(/*), ' ', local-name(/*), ' ', /*/@version, ' ', count(//*[local-name()='s']) > 0)", path];
  const { status, stdout, stderr } = await tool('xmllint', asked);
  if (status !== 0) return [`it is not well-formed: ${stderr.slice(0, 200)}`];
  const expected = 'http://www.w3.org/2001/10/synthesis speak 1.1 true';
  return stdout.trim() === expected ? [] : [`it is no script for a voice: ${stdout.trim()}`];
}

/** Every page with a player: it plays its file, as long as the page says, and fetched nothing before. */
export async function played(browser, dir) {
  const site = openSite(dir);
  const pages = site.pages.filter(({ path }) => /<audio /.test(site.read(path)));
  if (!pages.length) return nothing('pages with a player', dir);
  const server = await serve(dir);
  const tab = await browser.newPage();
  try {
    const cases = [];
    for (const { path, url } of pages) {
      const early = [];
      const watch = (request) => request.url().endsWith('.opus') && early.push(request.url());
      tab.on('request', watch);
      await tab.goto(server.origin + url, { waitUntil: 'load' });
      tab.off('request', watch);
      const faults = early.length ? ['the sound is fetched before anybody plays it'] : [];
      faults.push(...(await tab.evaluate(listen)));
      cases.push({ name: path, ok: faults.length === 0, message: faults.join('\n') });
    }
    return cases;
  } finally {
    await tab.close();
    server.close();
  }
}

/** Runs in the page. */
async function listen() {
  const faults = [];
  for (const audio of document.querySelectorAll('audio')) {
    if (audio.autoplay || !audio.controls) faults.push('the player starts by itself or has no controls');
    const name = document.getElementById(audio.getAttribute('aria-labelledby') ?? '')?.textContent.trim();
    if (!name) faults.push('the player has no name');
    const known = await new Promise((resolve) => {
      audio.addEventListener('loadedmetadata', () => resolve(true), { once: true });
      audio.addEventListener('error', () => resolve(false), { once: true });
      setTimeout(() => resolve(false), 10_000);
      audio.preload = 'metadata';
      audio.load();
    });
    if (!known || !(audio.duration > 1 && audio.duration < Infinity)) faults.push(`the player cannot play ${audio.getAttribute('src')}`);
    const parts = [...audio.parentElement.querySelectorAll('ol a')].map((link) => new URL(link.href));
    const lost = parts.filter(({ pathname, hash }) => pathname !== new URL(audio.src).pathname || !(Number(hash.slice(3)) < audio.duration));
    if (lost.length) faults.push(`a part is not in the sound: ${lost[0].href}`);
  }
  return faults;
}
