// Judges open data by the schemas that its standards publish, with formats asserted: release packages of the Open
// Contracting Data Standard, and packages of 360Giving. Source: OCDS 1.1.5, 360Giving Data Standard 1.4.3

import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { here } from '../kit/tools.mjs';

/** The schemas by the name of the file that they judge: the package first, then what it asks for. */
const STANDARDS = {
  'release.json': { schemas: ['ocds-release-package-schema.json', 'ocds-release-schema.json'], reader: Ajv4 },
  'awards.json': { schemas: ['360-giving-package-schema.json', '360-giving-schema.json'], reader: Ajv2020 },
};

/** Where the schemas lie: they are no part of this repository. Null where they are not. */
export function schemas() {
  const folder = process.env.OPEN_DATA_SCHEMAS ?? here('../../../shared/schemas');
  return existsSync(join(folder, STANDARDS['release.json'].schemas[0])) ? folder : null;
}

/** The files of a site that are judged. */
export const dataOf = (site) => site.files.filter((name) => basename(name) in STANDARDS);

export async function judge({ dir, files, folder }) {
  const judges = new Map(Object.entries(STANDARDS).map(([name, standard]) => [name, compiled(folder, standard)]));
  return files.map((name) => {
    const faults = faultsOf(join(dir, name), judges.get(basename(name)));
    return { name, ok: faults.length === 0, message: faults.join('\n') };
  });
}

function compiled(folder, { schemas: names, reader: Reader }) {
  // Published schemas have keywords of their own, such as `codelist`, which judge nothing.
  const reader = new Reader({ allErrors: true, strict: false, validateFormats: true });
  addFormats(reader);
  // The reader is of the draft that they are written in; 360Giving's name its address with another scheme.
  const read = (name) => ({ ...JSON.parse(readFileSync(join(folder, name), 'utf8')), $schema: undefined });
  const [whole, ...parts] = names.map(read);
  // A package may name another version of what it asks for than the one beside it.
  const asked = [...JSON.stringify(whole).matchAll(/"\$ref":"(https:[^"#]+)/g)].map(([, address]) => address);
  for (const part of parts) {
    for (const address of asked) reader.addSchema({ ...part, id: undefined, $id: undefined }, address);
  }
  return reader.compile(whole);
}

function faultsOf(path, judged) {
  let data;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return [`it is not JSON: ${error.message}`];
  }
  if (judged(data)) return [];
  return judged.errors.map(({ instancePath, message }) => `${instancePath || 'the whole'} ${message}`);
}
