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
 * The folders that hold some files, each once; `''` is the root. They say which
 * parts of a repository a change touches and are far fewer than its paths.
 *
 * @public
 */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const plain = plainPath(path);
    folders.add(plain.slice(0, Math.max(0, plain.lastIndexOf('/'))));
  }
  return [...folders].sort();
}

/** A folder without what people write around it: `./services/cart/**` is `services/cart`. */
export function plainPath(path: string): string {
  return path
    .replace(/^(\.?\/)+/, '')
    .replace(/(\/\*{0,2})+$/, '')
    .replace(/^(\.|\*{1,2})$/, '');
}

/** Whether a folder lies in another, or is that one; everything lies in the root. */
export function liesIn(folder: string, parent: string): boolean {
  return parent === '' || folder === parent || folder.startsWith(`${parent}/`);
}
