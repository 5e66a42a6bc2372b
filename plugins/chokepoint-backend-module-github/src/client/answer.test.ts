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
import { understand } from './answer';

const NOW = Date.parse('2024-05-06T09:00:00Z');

function answer(status: number, body: unknown, headers = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return understand({ status, headers: new Headers(headers) }, text, NOW);
}

describe('an answer of GitHub', () => {
  it('with data is the data', () => {
    const data = { x: 1, rateLimit: { cost: 7 } };
    expect(answer(200, { data })).toEqual({
      kind: 'data',
      data,
      hidden: [],
      points: 7,
    });
  });

  it('that hides a part from this token is the rest', () => {
    const error = { type: 'FORBIDDEN', message: 'no', path: ['a', 'checks'] };
    expect(answer(200, { data: { a: {} }, errors: [error] })).toEqual({
      kind: 'data',
      data: { a: {} },
      hidden: [error],
      points: 0,
    });
  });

  it('with data and an error that is no hiding has failed', () => {
    const errors = [{ message: 'Something went wrong' }];
    expect(answer(200, { data: { a: {} }, errors })).toEqual({
      kind: 'failed',
      reason: 'Something went wrong',
    });
  });

  it('without anything is refused where it names a repository that is not there', () => {
    const errors = [{ type: 'NOT_FOUND', message: 'Could not resolve' }];
    expect(answer(200, { data: null, errors })).toEqual({
      kind: 'refused',
      reason: 'Could not resolve',
    });
  });

  it('to a query this server does not understand is refused', () => {
    const message = "Field 'mergeQueue' doesn't exist on type 'PullRequest'";
    const errors = [{ message, extensions: { code: 'undefinedField' } }];
    expect(answer(200, { errors })).toEqual({
      kind: 'refused',
      reason: message,
    });
  });

  it.each(['{"data":{"a":', '', 'null', '7'])(
    'that reads %j was cut off',
    text => {
      expect(answer(200, text)).toMatchObject({ kind: 'failed' });
    },
  );

  it.each([500, 502, 503, 504, 408])('with status %s has failed', status => {
    expect(answer(status, '<html>')).toEqual({
      kind: 'failed',
      reason: `GitHub answered ${status}`,
    });
  });

  it('to a wrong token is refused', () => {
    expect(answer(401, { message: 'Bad credentials' })).toEqual({
      kind: 'refused',
      reason: 'GitHub answered 401: Bad credentials',
    });
  });

  it.each([
    ['seconds', '40', 40_000],
    ['a date', 'Mon, 06 May 2024 09:02:00 GMT', 120_000],
    ['a date that is over', 'Mon, 06 May 2024 08:00:00 GMT', 0],
  ])('that limits us by Retry-After in %s waits so long', (_, after, wait) => {
    expect(answer(403, {}, { 'retry-after': after })).toMatchObject({
      kind: 'limited',
      wait,
    });
  });

  it.each([
    [403, {}],
    [200, { errors: [{ type: 'RATE_LIMITED', message: 'spent' }] }],
  ])(
    'with status %s and no points left waits for the hour to end',
    (status, body) => {
      const headers = {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 + 900),
      };
      expect(answer(status, body, headers)).toMatchObject({
        kind: 'limited',
        wait: 900_000,
      });
    },
  );

  it('with status 429 is a limit, whatever else it says', () => {
    expect(answer(429, {})).toMatchObject({ kind: 'limited' });
  });

  it('that only says that it is a limit leaves the wait to us', () => {
    const message = 'You have exceeded a secondary rate limit';
    expect(answer(403, { message })).toMatchObject({
      kind: 'limited',
      wait: undefined,
    });
  });

  it('that forbids for another reason is refused', () => {
    const message = 'Resource not accessible by integration';
    expect(answer(403, { message })).toEqual({
      kind: 'refused',
      reason: `GitHub answered 403: ${message}`,
    });
  });
});
