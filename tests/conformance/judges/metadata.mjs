// Judges that no published picture or PDF says where, when, with what or by whom it was made, or where it lay: every tag
// that exiftool finds must be one that is needed to show the file. Pictures in PDFs are taken out and judged too.
// Source: UK GDPR, article 5(1)(c); Exif 2.32, 4.6; the groups are those of exiftool.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothing } from '../kit/browser.mjs';
import { tool, twoAtOnce } from '../kit/tools.mjs';

const PICTURE = /\.(jpe?g|png|gif|webp|avif|heic|tiff?)$/i;

/** Groups of tags that say how a picture is shown, or that exiftool works out by itself. */
const SHOWS = /^(ExifTool|System|File|JFIF|Adobe|PNG|PNG-pHYs|PNG-cICP|GIF|RIFF|Composite|ICC_Profile|ICC-.*)$/;
/** Tags of those groups that are words of people and programs. */
const SAYS = /^(Comment|.*Author|Artist|Copyright|Software|Source|ThumbnailImage|TIFF-.*|XMP.*|ModifyDate)$/;
/** Tags of a PDF that name people, things and places. */
const NAMES = /^(Author|Creator|Company|Manager|LastModifiedBy|SourceModified|Artist|Make|Model|GPS.*|.*SerialNumber)$/;
const LOCAL_PATH = /(^|["' (])([A-Z]:[\\/]|\\\\\w|\/(Users|home)\/|file:)/i;

export async function judge(court) {
  const { dir } = court.site;
  const files = court.site.files.filter((path) => PICTURE.test(path) || path.endsWith('.pdf'));
  if (!files.length) return nothing('pictures and no PDFs', dir);
  const allowed = publishers(court.site.source);
  const read = await tags(files.map((path) => join(dir, path)));
  return twoAtOnce(files, async (name) => {
    const path = join(dir, name);
    const found = read.get(path);
    if (!found) return { name, ok: false, message: 'exiftool cannot read it' };
    const complaints = name.endsWith('.pdf') ? await ofPdf(path, found, allowed) : ofPicture(found);
    return { name, ok: complaints.length === 0, message: complaints.join('\n') };
  });
}

/** The tags of each file by its path; exiftool starts slowly, so it gets many files at once. */
async function tags(paths) {
  const { stdout } = await tool('exiftool', ['-json', '-G1', '-a', '-u', '-ee', ...paths]);
  return new Map((stdout.trim() ? JSON.parse(stdout) : []).map((file) => [file.SourceFile, Object.entries(file)]));
}

const split = (tag) => [tag.slice(0, tag.indexOf(':')), tag.slice(tag.indexOf(':') + 1)];

function ofPicture(found) {
  return found
    .filter(([tag]) => tag !== 'SourceFile')
    .filter(([tag, value]) => {
      const [group, name] = split(tag);
      if (!SHOWS.test(group)) return true;
      // Paths are those of the file itself in the groups of the disk.
      return group !== 'System' && (SAYS.test(name) || (group !== 'ExifTool' && LOCAL_PATH.test(String(value))));
    })
    .map(([tag, value]) => `says ${tag}: ${String(value).slice(0, 80)}`);
}

async function ofPdf(path, found, allowed) {
  const complaints = found
    .filter(([tag]) => tag !== 'SourceFile' && !/^(System|ExifTool|File):/.test(tag))
    .filter(([tag, value]) => {
      const [, name] = split(tag);
      // In the file's own dictionary the creator is a program; in XMP it is a person.
      if (tag === 'PDF:Creator') return LOCAL_PATH.test(String(value));
      return (NAMES.test(name) && ![value].flat().every((one) => allowed.has(String(one)))) || LOCAL_PATH.test(String(value));
    })
    .map(([tag, value]) => `says ${tag}: ${String(value).slice(0, 80)}`);
  const folder = mkdtempSync(join(tmpdir(), 'handbill-metadata-'));
  try {
    await tool('pdfimages', ['-all', path, join(folder, 'p')]);
    const pictures = readdirSync(folder).filter((name) => PICTURE.test(name));
    if (pictures.length) {
      const read = await tags(pictures.map((name) => join(folder, name)));
      for (const name of pictures) {
        const inside = ofPicture(read.get(join(folder, name)) ?? []);
        complaints.push(...inside.map((complaint) => `a picture in it ${complaint}`));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return complaints;
}

/** Names that a PDF may bear as its author: those of the publisher, in each language. */
function publishers(source) {
  const settings = source && join(source, 'site.toml');
  const text = settings && existsSync(settings) ? readFileSync(settings, 'utf8') : '';
  const named = [...text.matchAll(/^(?:name|title|organisation)\s*=\s*"(.*)"/gm)].map(([, name]) => name);
  return new Set(named);
}
