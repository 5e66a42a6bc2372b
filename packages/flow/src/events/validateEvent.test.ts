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

import { FLOW_EVENT_TYPES, compareEvents, rankOfType } from './FlowEvent';
import { validateEvent } from './validateEvent';

const now = Date.UTC(2026, 5, 1, 12);
const good = {
  id: 'e1',
  source: 'github:github.com',
  type: 'change.pushed',
  subject: 'github.com/acme/shop/pull/42',
  at: '2026-05-31T10:00:00.000Z',
  actor: { id: 'github.com/alice', kind: 'human' },
  data: { sha: 'a1' },
};
const refusal = (change: object) => {
  const result = validateEvent({ ...good, ...change }, { now });
  return result.ok ? 'accepted' : result.reason;
};

describe('an event', () => {
  it('is accepted as it came', () => {
    expect(validateEvent(good, { now })).toEqual({ ok: true, event: good });
  });

  it.each([
    ['2026-05-31T12:00:00+02:00', '2026-05-31T10:00:00.000Z'],
    ['2026-05-31T10:00:00Z', '2026-05-31T10:00:00.000Z'],
    ['2026-05-31T10:00:00.1239Z', '2026-05-31T10:00:00.123Z'],
  ])(
    'has its instant normalised to UTC with milliseconds: %s',
    (at, expected) => {
      expect(validateEvent({ ...good, at }, { now })).toMatchObject({
        ok: true,
        event: { at: expected },
      });
    },
  );

  it.each([
    [
      'an unknown type',
      { type: 'change.exploded' },
      'type: unknown type change.exploded',
    ],
    ['no type', { type: undefined }, 'type: missing'],
    [
      'a field of data that is not known',
      { data: { sha: 'a', colour: 'red' } },
      'data.colour: unknown field',
    ],
    ['a field that is not known', { colour: 'red' }, 'colour: unknown field'],
    ['a required field of data missing', { data: {} }, 'data.sha: missing'],
    ['its data missing', { data: undefined }, 'data: missing'],
    ['a wrong type in data', { data: { sha: 7 } }, 'data.sha: not a string'],
    ['no instant', { at: 'yesterday' }, 'at: not an RFC 3339 instant'],
    ['a number for an instant', { at: 5 }, 'at: not an RFC 3339 instant'],
    [
      'a day that does not exist',
      { at: '2026-02-30T10:00:00Z' },
      'at: not an RFC 3339 instant',
    ],
    [
      'an instant without a zone',
      { at: '2026-05-31T10:00:00' },
      'at: not an RFC 3339 instant',
    ],
    [
      'an instant without seconds',
      { at: '2026-05-31T10:00Z' },
      'at: not an RFC 3339 instant',
    ],
    [
      'an instant before 1990',
      { at: '1989-12-31T23:59:59Z' },
      'at: before 1990',
    ],
    [
      'an instant more than a day ahead',
      { at: '2026-06-02T12:00:00.001Z' },
      'at: more than a day ahead',
    ],
    [
      'a subject without a host',
      { subject: 'pull/42' },
      'subject: not a URL without its scheme: a host, then a path',
    ],
    [
      'a scheme without a host',
      { subject: 'https://pull/42' },
      'subject: not a URL without its scheme: a host, then a path',
    ],
    [
      'a host without a path',
      { subject: 'github.com' },
      'subject: not a URL without its scheme: a host, then a path',
    ],
    [
      'an actor of an unknown kind',
      { actor: { id: 'a', kind: 'robot' } },
      'actor.kind: not one of human, bot, agent',
    ],
    ['an empty id', { id: '' }, 'id: empty'],
    [
      'a key longer than an index takes',
      { id: 'x'.repeat(501) },
      'id: longer than 500 characters',
    ],
    ['a NUL character', { id: 'a\u0000b' }, 'id: contains a NUL character'],
  ])('is refused with %s, naming the field', (_, change, reason) => {
    expect(refusal(change)).toBe(reason);
  });

  it('is refused with its id, when it has one', () => {
    expect(validateEvent({ ...good, at: 1 }, { now })).toMatchObject({
      id: 'e1',
    });
    expect(validateEvent({ at: 1 }, { now })).toEqual({
      ok: false,
      id: undefined,
      source: undefined,
      reason: 'type: missing',
    });
  });

  it.each([[null], ['text'], [7], [[]]])(
    'is refused when it is no object: %j',
    item => {
      expect(validateEvent(item, { now })).toEqual({
        ok: false,
        reason: 'not an object',
      });
    },
  );

  it('is accepted exactly a day ahead, from 1990 on, and with a port for a host', () => {
    expect(refusal({ at: '2026-06-02T12:00:00Z' })).toBe('accepted');
    expect(refusal({ at: '1990-01-01T00:00:00Z' })).toBe('accepted');
    expect(refusal({ subject: 'forge:8443/acme/shop/pull/1' })).toBe(
      'accepted',
    );
  });

  it('has its names as keys, and what is shown as it was reported', () => {
    const url = 'https://GitHub.com/Acme/Shop/pull/42';
    const validation = validateEvent(
      {
        ...good,
        type: 'change.opened',
        subject: url,
        actor: { id: 'GitHub.com/Alice', kind: 'human' },
        data: { title: 'T', url, repo: 'https://github.com/Acme/Shop.git' },
      },
      { now },
    );
    expect(validation).toMatchObject({
      ok: true,
      event: {
        subject: 'github.com/acme/shop/pull/42',
        actor: { id: 'github.com/alice' },
        data: { title: 'T', url, repo: 'github.com/acme/shop' },
      },
    });
  });

  it.each([
    [5_000, undefined],
    [6_000, ['data.paths: the first 5000 of 6000 were kept']],
  ])('of %d paths keeps the first 5,000, and says so', (n, notices) => {
    const paths = Array.from({ length: n }, (_, i) => `src/${i}.ts`);
    const validation = validateEvent(
      { ...good, type: 'change.updated', data: { paths } },
      { now },
    );
    expect(validation).toMatchObject({
      ok: true,
      event: { data: { paths: paths.slice(0, 5_000) } },
    });
    expect('notices' in validation ? validation.notices : undefined).toEqual(
      notices,
    );
  });

  it.each([
    [0, 'accepted'],
    [2, 'accepted'],
    [100, 'accepted'],
    [101, 'data.approvalsNeeded: more than 100'],
    [-1, 'data.approvalsNeeded: less than zero'],
    [1.5, 'data.approvalsNeeded: not a whole number'],
    ['2', 'data.approvalsNeeded: not a whole number'],
  ])('tells of %j approvals needed: %s', (approvalsNeeded, answer) => {
    const opening = { title: 't', url: 'u', repo: 'github.com/acme/shop' };
    expect(
      refusal({ type: 'change.opened', data: { ...opening, approvalsNeeded } }),
    ).toBe(answer);
    expect(refusal({ type: 'change.updated', data: { approvalsNeeded } })).toBe(
      answer,
    );
    expect(
      refusal({ type: 'change.pushed', data: { sha: 'a', approvalsNeeded } }),
    ).toBe('data.approvalsNeeded: unknown field');
  });

  it.each(['workItem.decided', 'change.ready', 'deployment.started'])(
    'of type %s needs no data, and takes none',
    type => {
      expect(refusal({ type, data: undefined })).toBe('accepted');
      expect(refusal({ type, data: {} })).toBe('accepted');
      expect(refusal({ type, data: { a: 1 } })).toBe('data.a: unknown field');
    },
  );
});

describe('the order of events', () => {
  it('is by instant, rank of type, source and id', () => {
    const event = (
      at: string,
      type: 'change.pushed' | 'change.merged',
      source: string,
      id: string,
    ) => ({
      ...good,
      at,
      source,
      id,
      type,
      actor: undefined,
    });
    const sorted = [
      event('2026-01-01T00:00:00.000Z', 'change.merged', 'b', '9'),
      event('2026-01-02T00:00:00.000Z', 'change.pushed', 'b', '9'),
      event('2026-01-02T00:00:00.000Z', 'change.merged', 'a', '9'),
      event('2026-01-02T00:00:00.000Z', 'change.merged', 'b', '1'),
      event('2026-01-02T00:00:00.000Z', 'change.merged', 'b', '2'),
    ];
    expect([...sorted].reverse().sort(compareEvents)).toEqual(sorted);
    expect(compareEvents(sorted[0], { ...sorted[0] })).toBe(0);
  });

  it('ranks the types as the table of the model does', () => {
    expect(FLOW_EVENT_TYPES).toHaveLength(48);
    expect(FLOW_EVENT_TYPES.map(rankOfType)).toEqual([
      ...FLOW_EVENT_TYPES.keys(),
    ]);
    expect(rankOfType('change.merged')).toBeLessThan(
      rankOfType('change.closed'),
    );
  });
});
