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

import { gateParty } from 'chokepoint-flow';
import { describeParty } from './party';

describe('a party', () => {
  it('is a team or a person of the catalog', () => {
    expect(describeParty('group:default/web')).toEqual({
      kind: 'team',
      entityRef: 'group:default/web',
    });
    expect(describeParty('user:default/alice').kind).toBe('person');
  });

  it('is a gate of a repository, named without its host', () => {
    expect(
      describeParty(gateParty('merge-queue', 'github.com/acme/shop')),
    ).toEqual({ kind: 'gate', gate: 'merge-queue', repo: 'acme/shop' });
  });

  it('is nobody, or somebody outside the catalog', () => {
    expect(describeParty('unassigned').kind).toBe('unassigned');
    expect(describeParty('external').kind).toBe('external');
  });

  it('keeps its own name when its kind is not known', () => {
    expect(describeParty('gate:audit/x')).toEqual({
      kind: 'other',
      name: 'gate:audit/x',
    });
  });
});
