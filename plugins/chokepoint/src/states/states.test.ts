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

import { ResponseError } from '@backstage/errors';
import { entityFigures, NO_FIGURES, SOURCES } from '../../dev/examples/figures';
import { englishWords } from '../../dev/englishWords';
import { emptinessOf, isEmpty } from './emptiness';
import { failureOf, failureText } from './failure';
import { stillToCome } from './Notices';

const t = englishWords();

async function answered(status: number, message: string) {
  return ResponseError.fromResponse(
    Object.assign(
      new Response(
        JSON.stringify({
          error: { name: 'InputError', message },
          response: { statusCode: status },
        }),
        { status, headers: { 'content-type': 'application/json' } },
      ),
    ),
  );
}

describe('a failure', () => {
  it.each([
    [403, 'permission chokepoint.read'],
    [401, 'permission chokepoint.read'],
    [404, 'Is backstage-plugin-chokepoint-backend installed and running?'],
    [503, 'Is backstage-plugin-chokepoint-backend installed and running?'],
  ])('of status %d says what to do', async (status, text) => {
    const error = await answered(status, 'no');
    expect(failureText(failureOf(error), t)).toContain(text);
  });

  it("passes on the backend's own sentence", async () => {
    const bad = await answered(400, 'from: not an RFC 3339 instant');
    expect(failureText(failureOf(bad), t)).toBe(
      'The request was not understood: from: not an RFC 3339 instant',
    );
    const broken = await answered(500, 'the disk is full');
    expect(failureText(failureOf(broken), t)).toBe(
      'The backend answered: the disk is full',
    );
  });

  it('without any answer is one of the network', () => {
    expect(failureOf(new TypeError('Failed to fetch')).kind).toBe('network');
    expect(failureOf(new Error('odd'))).toEqual({
      kind: 'other',
      message: 'odd',
    });
  });
});

describe('an entity', () => {
  it('is empty when nothing was or is on its way', () => {
    expect(isEmpty(NO_FIGURES)).toBe(true);
    expect(isEmpty(entityFigures())).toBe(false);
    expect(isEmpty({ ...NO_FIGURES, inFlight: { n: 1 } })).toBe(false);
    expect(isEmpty({ ...NO_FIGURES, figures: entityFigures().figures })).toBe(
      false,
    );
  });
});

describe('an empty view', () => {
  const source = SOURCES.items[0];

  it('is laid to the filters when there are any', () => {
    expect(emptinessOf(true, undefined)).toBe('filtered');
  });

  it('asks for a source when there is none', () => {
    expect(emptinessOf(false, { ...SOURCES, items: [] })).toBe('noSource');
  });

  it('asks to wait while a source is read for the first time', () => {
    expect(
      emptinessOf(false, {
        ...SOURCES,
        items: [{ ...source, state: 'syncing', lastSuccessAt: undefined }],
      }),
    ).toBe('notSynced');
    expect(emptinessOf(false, { ...SOURCES, pending: 3 })).toBe('notSynced');
  });

  it('names the missing tie to a repository otherwise', () => {
    expect(emptinessOf(false, SOURCES)).toBe('noTie');
    expect(
      emptinessOf(false, {
        ...SOURCES,
        items: [{ ...source, state: 'syncing' }],
      }),
    ).toBe('noTie');
    expect(emptinessOf(false, undefined)).toBe('noTie');
  });
});

describe('partial figures', () => {
  it('say what is still to come', () => {
    expect(stillToCome({ pending: 1 }, t)).toBe(
      'One change is still to be processed.',
    );
    expect(
      stillToCome({ pending: 312, syncing: ['github:github.com'] }, t),
    ).toBe(
      '312 changes are still to be processed. The first reading of github:github.com is still running.',
    );
  });
});
