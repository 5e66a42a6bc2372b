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

import { Writers } from './Writers';

describe('a credential', () => {
  const given = new Writers(
    {
      'external:ci': ['api:ci-*'],
      release: ['api:release', 'gitlab:*'],
      '*': ['api:*', '*:shared'],
    },
    () => ['jira:acme'],
  );

  it.each([
    ['external:ci', 'api:ci-shop', undefined],
    [
      'external:ci',
      'api:other',
      'source: external:ci may write under api:ci-* only',
    ],
    ['external:release', 'api:release', undefined],
    ['external:release', 'gitlab:gitlab.com', undefined],
    ['user:default/alice', 'api:anything', undefined],
    ['user:default/alice', 'cd:shared', undefined],
    [
      'user:default/alice',
      'cd:other',
      'source: user:default/alice may write under api:*, *:shared only',
    ],
  ])('of %s under %s: %s', (subject, source, answer) => {
    expect(given.mayNotWrite(subject, source)).toBe(answer);
  });

  it('writes under api:* where it was given nothing', () => {
    const none = new Writers({}, () => []);
    expect(none.mayNotWrite('external:ci', 'api:ci')).toBeUndefined();
    expect(none.mayNotWrite('external:ci', 'xapi:ci')).toBe(
      'source: external:ci may write under api:* only',
    );
  });

  it('writes under no source of a module, whatever it was given', () => {
    const modules: string[] = [];
    const all = new Writers({ '*': ['*'] }, () => modules);
    expect(all.mayNotWrite('external:ci', 'jira:acme')).toBeUndefined();
    modules.push('jira:acme', 'api:builds');
    expect(all.mayNotWrite('external:ci', 'Jira:other')).toBe(
      'source: Jira:other is reserved to the module that reads it',
    );
    expect(all.mayNotWrite('external:ci', 'api:builds')).toBe(
      'source: api:builds is reserved to the module that reads it',
    );
    expect(all.mayNotWrite('external:ci', 'api:others')).toBeUndefined();
  });

  it('writes under github: never, even before the module is there', () => {
    const all = new Writers({ '*': ['*'] }, () => []);
    expect(all.mayNotWrite('external:ci', 'github:github.com')).toBe(
      'source: github:github.com is reserved to the module that reads it',
    );
  });
});
