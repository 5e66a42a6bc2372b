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

import { ReportedSegment } from 'backstage-plugin-chokepoint-common';
import { STAGES } from 'chokepoint-flow';
import fc from 'fast-check';
import { SEGMENTS } from '../../dev/examples/changes';
import { lanesOf } from './lanes';
import { ledgerOf } from './ledger';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T08:00:00.000Z');

/** Timelines as the core builds them: touching segments, shares that sum to 1. */
const timelines = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...STAGES),
      mode: fc.constantFrom<ReportedSegment['mode'][]>(
        'working',
        'waiting',
        'paused',
      ),
      length: fc.integer({ min: 1, max: 10_000_000 }),
      parties: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), {
        minLength: 1,
      }),
    }),
    { minLength: 1 },
  )
  .map(parts => {
    let at = START;
    return parts.map(({ stage, mode, length, parties }): ReportedSegment => {
      const start = at;
      at += length;
      return {
        stage,
        mode,
        start: new Date(start).toISOString(),
        end: new Date(at).toISOString(),
        holders: parties.map(party => ({ party, share: 1 / parties.length })),
      };
    });
  });

describe('the ledger of a change', () => {
  it('has one entry for each segment, with its length', () => {
    const { entries } = ledgerOf(SEGMENTS);
    expect(entries).toHaveLength(SEGMENTS.length);
    expect(entries[0]).toMatchObject({
      stage: 'prioritisation',
      mode: 'waiting',
      start: START,
      length: 20 * HOUR,
      open: false,
    });
  });

  it('sums what lies in working hours beside the whole', () => {
    const [first, second] = SEGMENTS;
    const ledger = ledgerOf([
      { ...first, mode: 'waiting', inWorkingHours: 5 * HOUR },
      { ...second, mode: 'working', inWorkingHours: 2 * HOUR },
    ]);
    expect(ledger.inWorkingHours).toEqual({
      working: 2 * HOUR,
      waiting: 5 * HOUR,
      total: 7 * HOUR,
    });
  });

  it('counts a pause in no total', () => {
    const ledger = ledgerOf(SEGMENTS);
    expect(ledger.paused).toBe(12 * HOUR);
    expect(ledger.total).toBe(ledger.working + ledger.waiting);
  });

  it('balances, whatever happened: totals and pauses are the whole timeline', () => {
    fc.assert(
      fc.property(timelines, segments => {
        const { entries, working, waiting, paused, total } = ledgerOf(segments);
        expect(total).toBe(working + waiting);
        expect(total + paused).toBe(
          entries[entries.length - 1].end - entries[0].start,
        );
      }),
    );
  });

  it('is empty for a change without a timeline', () => {
    expect(ledgerOf([])).toMatchObject({ entries: [], total: 0 });
  });
});

describe('the lanes of a change', () => {
  it('are one for each holder, in the order in which they had the ball', () => {
    expect(lanesOf(ledgerOf(SEGMENTS).entries).map(l => l.party)).toEqual([
      'group:default/web',
      'user:default/alice',
      'user:default/bob',
      'group:default/platform',
      'gate:release/github.com/acme/shop',
      'gate:deployment/github.com/acme/shop',
    ]);
  });

  it('charge each holder with its share of a wait', () => {
    const bob = lanesOf(ledgerOf(SEGMENTS).entries)[2];
    expect(bob.waited).toBe((3.75 * HOUR) / 2);
    expect(bob.spans).toMatchObject([{ share: 0.5, stage: 'review' }]);
  });

  it('charge nobody for a pause', () => {
    const alice = lanesOf(ledgerOf(SEGMENTS).entries)[1];
    expect(alice.worked).toBe((29.5 + 5) * HOUR);
    expect(alice.spans.map(({ mode }) => mode)).toContain('paused');
  });

  it('lose and create no waiting, however it is shared', () => {
    fc.assert(
      fc.property(timelines, segments => {
        const { entries, waiting } = ledgerOf(segments);
        const charged = lanesOf(entries).reduce((sum, l) => sum + l.waited, 0);
        expect(charged).toBeCloseTo(waiting, 3);
      }),
    );
  });
});
