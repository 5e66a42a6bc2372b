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

import { FlowEvent } from '../events/FlowEvent';
import { withoutRetracted } from './retraction';

const SUBJECT = 'github.com/acme/shop/pull/1';

function fact(id: string, source = 'test:a'): FlowEvent {
  return {
    id,
    source,
    type: 'change.commented',
    subject: SUBJECT,
    at: '2026-01-01T00:00:00.000Z',
  };
}

function retraction(id: string, of: string, source = 'test:a'): FlowEvent {
  return {
    id,
    source,
    type: 'fact.retracted',
    subject: SUBJECT,
    at: '2026-01-02T00:00:00.000Z',
    data: { id: of },
  };
}

function left(...events: FlowEvent[]): string[] {
  const found = withoutRetracted(events).map(({ id }) => id);
  const backwards = withoutRetracted([...events].reverse());
  expect(backwards.map(({ id }) => id).reverse()).toEqual(found);
  return found;
}

describe('a retraction', () => {
  it('takes a fact back, whichever came first', () => {
    expect(left(fact('1'), fact('2'), retraction('r', '1'))).toEqual(['2']);
  });

  it('takes back no fact of another source', () => {
    expect(left(fact('1', 'test:b'), retraction('r', '1'))).toEqual(['1']);
  });

  it('can be taken back itself', () => {
    expect(left(fact('1'), retraction('r', '1'), retraction('s', 'r'))).toEqual(
      ['1'],
    );
    expect(
      left(
        fact('1'),
        retraction('r', '1'),
        retraction('s', 'r'),
        retraction('t', 's'),
      ),
    ).toEqual([]);
  });

  it('says nothing about itself', () => {
    expect(left(fact('1'), retraction('r', 'r'))).toEqual(['1']);
  });
});
