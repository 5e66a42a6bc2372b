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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chokepointPlugin from './index';
import * as legacy from './legacy';

const INSTALL = readFileSync(
  join(__dirname, '../../../docs/install.md'),
  'utf8',
);

/** The cells of a column of the table in docs/install.md, each once. */
function column(index: number): string[] {
  const rows = INSTALL.split('\n').filter(line => /^\| .*`/.test(line));
  return [
    ...new Set(
      rows.map(row => row.split('|')[index].replace(/`|in /g, '').trim()),
    ),
  ];
}

describe('docs/install.md', () => {
  it.each(column(3))('names the extension %s of the plugin', id => {
    expect(chokepointPlugin.getExtension(id)).toBeDefined();
  });

  it('names all extensions there are', () => {
    const extensions: { id: string }[] = Reflect.get(
      chokepointPlugin,
      'extensions',
    );
    expect(column(3).sort()).toEqual(extensions.map(({ id }) => id).sort());
  });

  it('names what the old frontend system has', () => {
    const components = Object.keys(legacy).filter(name => /^[A-Z]/.test(name));
    expect(column(4).sort()).toEqual(
      [...components, 'chokepointApiRef'].sort(),
    );
  });
});
