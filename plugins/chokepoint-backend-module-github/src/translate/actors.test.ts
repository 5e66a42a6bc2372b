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
import { actorNames, actorOf, kindOf } from './actors';
import { drawContext } from '../../dev/testing/draw';

const nobody = actorNames({ bots: [], agents: [] });

describe('an actor', () => {
  it.each([
    ['User', 'alice', 'human'],
    ['Mannequin', 'old-alice', 'human'],
    ['User', 'DrahtBot', 'human'],
    ['Bot', 'dependabot', 'bot'],
    ['User', 'renovate[bot]', 'bot'],
    ['Bot', 'copilot-swe-agent', 'agent'],
    ['Bot', 'Claude', 'agent'],
    ['User', 'claude', 'human'],
  ])('typed %s and named %s is a %s', (__typename, login, kind) => {
    expect(kindOf({ __typename, login }, nobody)).toBe(kind);
  });

  it.each([
    ['User', 'DrahtBot', 'bot'],
    ['User', 'drahtbot', 'bot'],
    ['Bot', 'our-coder', 'agent'],
    ['User', 'both', 'agent'],
  ])(
    'typed %s and named %s is what the configuration says',
    (__typename, login, kind) => {
      const names = actorNames({
        bots: ['DrahtBot', 'both'],
        agents: ['our-coder[bot]', 'both'],
      });
      expect(kindOf({ __typename, login }, names)).toBe(kind);
    },
  );

  it('has the id of the host it is known on', () => {
    const context = drawContext({ host: 'github.acme.org' });
    expect(actorOf({ __typename: 'User', login: 'alice' }, context)).toEqual({
      id: 'github.acme.org/alice',
      kind: 'human',
    });
    expect(actorOf(null, context)).toBeUndefined();
  });
});
