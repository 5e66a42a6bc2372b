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

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { SettingsSection } from 'backstage-plugin-chokepoint-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readSettings } from './readSettings';

const ROOT = resolve(__dirname, '../../../..');
const GUIDE = readFileSync(resolve(ROOT, 'docs/configuration.md'), 'utf8');

/** Every key of a `config.d.ts`, by its path; `*` stands for names of one's own. */
function declaredKeys(file: string): string[] {
  const path: string[] = [];
  const found: string[] = [];
  for (const line of readFileSync(resolve(ROOT, file), 'utf8').split('\n')) {
    const [, indent, key] = /^( *)(\w+|\[\w+: string\])\??:/.exec(line) ?? [];
    if (key !== undefined) {
      path.length = indent.length / 2 - 1;
      path.push(key.startsWith('[') ? '*' : key);
      found.push(path.slice(1).join('.'));
      const names = /\{ (\[\w+: string\]|\w+): /.exec(line);
      if (names) {
        found.push([...path.slice(1), '*'].join('.'));
      }
    }
  }
  return found.filter(key => key !== '').sort();
}

/** What the examples of the guide set under `chokepoint`. */
function examples(): JsonObject[] {
  return [...GUIDE.matchAll(/```yaml\n(.*?)```/gs)].flatMap(([, text]) =>
    parseAllDocuments(text).map(document => document.toJS().chokepoint),
  );
}

describe('the settings', () => {
  const declared = declaredKeys('plugins/chokepoint-backend/config.d.ts');

  it('are all declared, for the check of the configuration, and all read', () => {
    const read = jest.spyOn(SettingsSection.prototype, 'value');
    const [everything] = examples();
    readSettings(new ConfigReader({ chokepoint: everything }));
    const asked = read.mock.contexts.map((section, i) =>
      (section as SettingsSection)
        .pathOf(read.mock.calls[i][0])
        .replace('chokepoint.', '')
        .replace(/\[\d+\]/g, '')
        .replace(/hours\.\d/, 'hours.*')
        .replace(/^targets\.\w+/, 'targets.*')
        .replace(
          /^(releasedBranches|ingest\.sources|aliases\.\w+)\..*$/,
          '$1.*',
        ),
    );
    read.mockRestore();
    expect([...new Set(asked)].sort()).toEqual(declared);
  });

  it.each(examples().map((example, i) => [i + 1, example]))(
    'are refused in no example of the guide (%s)',
    (_, example) => {
      expect(() =>
        readSettings(new ConfigReader({ chokepoint: example })),
      ).not.toThrow();
    },
  );

  it.each([
    'plugins/chokepoint-backend/config.d.ts',
    'plugins/chokepoint-backend-module-github/config.d.ts',
  ])('are all in the guide: %s', file => {
    const words = new Set(GUIDE.match(/\w+/g));
    const missing = declaredKeys(file).filter(key => {
      const name = key.slice(key.lastIndexOf('.') + 1);
      return name !== '*' && !words.has(name);
    });
    expect(missing).toEqual([]);
  });
});
