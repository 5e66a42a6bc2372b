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

import {
  DAY,
  facts,
  failed,
  live,
  observe,
  WINDOW,
} from '../../testing/observations';
import { approvalConcentration } from './concentration';
import { wholeWeeks } from './degradation';
import { openCounted } from './openCounted';
import { poolFigure, poolFigures } from './poolFigures';
import { onTheWayAt } from './population';

describe('what is left out of the figures', () => {
  const counting = facts({ shipped: 5, leadTime: DAY, visits: [[1, 2]] });
  const carrier = facts({
    shipped: 5,
    leadTime: 9 * DAY,
    carrier: true,
    visits: [[1, 9]],
  });
  const mirror = facts({
    shipped: 5,
    leadTime: 9 * DAY,
    excludedBy: 'mirrors',
  });
  const figures = poolFigures(
    observe(
      [counting, carrier, mirror],
      [live(5, { changes: [carrier.change, counting.change] })],
    ),
  );

  it('is counted with its reason, and in no duration', () => {
    expect(figures.leadTime).toMatchObject({
      p50: DAY,
      n: 1,
      coverage: 1,
      excluded: [
        { reason: 'carriesOthers', n: 1 },
        { reason: 'byRule', rule: 'mirrors', n: 1 },
      ],
    });
    expect(figures.throughput.n).toBe(1);
    expect(figures.reviewLatency).toMatchObject({
      n: 1,
      excluded: [{ reason: 'carriesOthers', n: 1 }],
    });
    expect(figures.batchSize.p50).toBe(1);
  });

  it('is no work in progress', () => {
    const open = [
      facts({ carrier: true }),
      facts({ excludedBy: 'x' }),
      facts({}),
    ];
    expect(onTheWayAt(open, WINDOW.to)).toEqual([open[2]]);
    expect(poolFigure('wip', observe(open))).toMatchObject({
      value: 1,
      excluded: [
        { reason: 'carriesOthers', n: 1 },
        { reason: 'byRule', n: 1 },
      ],
    });
  });
});

describe('a change that releases go by without', () => {
  it('is counted as unplaced, and is no work in progress from that moment on', () => {
    const unplaced = facts({
      unplacedSince: WINDOW.from + 10 * DAY,
      pauses: [{ start: WINDOW.from + 10 * DAY }],
    });
    const { leadTime } = poolFigures(observe([unplaced]));
    expect(leadTime.excluded).toEqual([{ reason: 'unplaced', n: 1 }]);
    expect(onTheWayAt([unplaced], WINDOW.from + 9 * DAY)).toHaveLength(1);
    expect(onTheWayAt([unplaced], WINDOW.from + 10 * DAY)).toHaveLength(0);
  });
});

describe('a visit that nobody answered', () => {
  const merged = facts({
    reviewVisits: [
      { start: WINDOW.from, end: WINDOW.from + 1000, answered: false },
    ],
  });
  const answered = facts({ visits: [[1, 3]] });

  it('is excluded, and censored in the estimate', () => {
    const observations = observe([merged, answered]);
    expect(poolFigure('reviewLatency', observations)).toMatchObject({
      p50: 2 * DAY,
      n: 1,
      excluded: [{ reason: 'unanswered', n: 1 }],
    });
    expect(openCounted('reviewLatency', observations)).toMatchObject({
      n: 2,
      reached: 1,
      open: 1,
      closed: 0,
      p50: 2 * DAY,
    });
  });
});

describe('beside the change failure rate', () => {
  it('stand the roll-outs that failed, and the failures without a known cause', () => {
    const failure = { cause: 'incident' as const, at: WINDOW.from + 5 * DAY };
    const { details } = poolFigure(
      'changeFailureRate',
      observe(
        [],
        [
          live(1, { failure, causeUnknown: true }),
          live(2, { failure }),
          live(3),
          failed(4),
        ],
      ),
    );
    expect(details).toEqual({ failedRollouts: 0.25, unknownCause: 0.5 });
  });
});

describe('people outside the catalog', () => {
  it('are people of their own, and those without an account others each time', () => {
    const outsiders = approvalConcentration([['external:a'], ['external:b']]);
    expect(outsiders).toMatchObject({ value: 0.5, details: { people: 2 } });
    const gone = approvalConcentration([
      ['external'],
      ['external'],
      ['external'],
    ]);
    expect(gone.details?.people).toBe(3);
  });
});

describe('weeks', () => {
  const from = Date.UTC(2026, 0, 1);
  const shown = (zone?: string) =>
    wholeWeeks({
      window: { from, to: from + 20 * DAY },
      asOf: Infinity,
      zone,
    }).map(week => new Date(week.from).toISOString());

  it('begin on Monday in the zone of the viewer', () => {
    expect(shown()).toEqual([
      '2026-01-05T00:00:00.000Z',
      '2026-01-12T00:00:00.000Z',
    ]);
    expect(shown('Australia/Sydney')).toEqual([
      '2026-01-04T13:00:00.000Z',
      '2026-01-11T13:00:00.000Z',
    ]);
  });

  it('are as long as the clock makes them where it is changed', () => {
    const spring = Date.UTC(2026, 2, 23, 0) - 3_600_000;
    const [week] = wholeWeeks({
      window: { from: spring, to: spring + 7 * DAY },
      asOf: Infinity,
      zone: 'Europe/Zurich',
    });
    expect(week.to - week.from).toBe(7 * DAY - 3_600_000);
  });
});
