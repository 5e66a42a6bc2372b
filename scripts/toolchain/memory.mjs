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

/** What the scripts know from their last run, kept beside the dependencies. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, 'node_modules/.cache/chokepoint');

export function recall(name) {
  const file = join(folder, name);
  const found = statSync(file, { throwIfNoEntry: false })?.isFile();
  return found ? readFileSync(file, 'utf8') : undefined;
}

export function remember(name, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), value);
}

/** A fingerprint of files and folders, by content. */
export function fingerprint(paths, ...others) {
  const hash = createHash('sha256');
  for (const other of others) {
    hash.update(`${other}\0`);
  }
  for (const file of paths.flatMap(path => filesOf(join(root, path)))) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Results, and tests, which change nothing that is built. */
const NOT_SOURCES =
  /^(node_modules|dist|coverage|e2e-tests)$|\.test\.[jt]sx?$|\.md$/;

function filesOf(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path)
    .filter(name => !NOT_SOURCES.test(name))
    .sort()
    .flatMap(name => filesOf(join(path, name)));
}
