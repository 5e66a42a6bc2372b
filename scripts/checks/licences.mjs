/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * Whether all that an adopter gets with our published packages is under a
 * licence that a company may use without asking its lawyers.
 *
 *   node scripts/checks/licences.mjs
 */
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import satisfies from 'spdx-satisfies';
import { root } from '../toolchain/memory.mjs';

const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages whose manifest names no licence, or none in SPDX's words. */
const READ_BY_HAND = {
  '@visx/vendor': 'MIT AND ISC',
  'fast-shallow-equal': 'Unlicense',
  pause: 'MIT',
  'react-universal-interface': 'Unlicense',
};

const found = new Map();
for (const folder of publishedPackages()) {
  collect(folder);
}
const refused = [...found.values()].filter(({ licence }) => !allowed(licence));
for (const { name, version, licence, by } of refused) {
  process.stdout.write(
    `${name} ${version} is under ${licence ?? 'no licence'}, needed by ${by}\n`,
  );
}
process.stdout.write(
  `${found.size} packages, ${refused.length} under a licence that is not allowed\n`,
);
process.exitCode = refused.length ? 1 : 0;

function publishedPackages() {
  return ['packages', 'plugins']
    .flatMap(kind =>
      readdirSync(join(root, kind)).map(name => join(root, kind, name)),
    )
    .filter(folder => existsSync(join(folder, 'package.json')))
    .filter(folder => !manifestOf(folder).private);
}

/** The package in a folder and all that it needs when it runs. */
function collect(folder, by = 'this project') {
  if (found.has(folder)) {
    return;
  }
  const manifest = manifestOf(folder);
  const { name, version, dependencies, optionalDependencies } = manifest;
  found.set(folder, { name, version, licence: licenceOf(manifest), by });
  for (const needed of Object.keys({
    ...dependencies,
    ...optionalDependencies,
  })) {
    const place = find(needed, folder);
    if (place) {
      collect(place, name);
    }
  }
}

/** Where Node would find a package, seen from a folder. */
function find(name, folder) {
  const place = join(folder, 'node_modules', name);
  if (existsSync(join(place, 'package.json'))) {
    return realpathSync(place);
  }
  return dirname(folder) === folder ? undefined : find(name, dirname(folder));
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function licenceOf({ name, license, licenses }) {
  return (
    READ_BY_HAND[name] ??
    license?.type ??
    license ??
    licenses?.map(({ type }) => type).join(' OR ')
  );
}

function allowed(licence) {
  try {
    return satisfies(licence, ALLOWED);
  } catch {
    return false;
  }
}
