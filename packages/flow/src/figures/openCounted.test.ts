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

import { DAY, facts, observe } from '../../testing/observations';
import { openCounted } from './openCounted';
import { trendOf } from './trend';

describe('with open changes counted', () => {
  it('a change still on its way counts as long as it was observed', () => {
    const day = (d: number) => observe([]).window.from + d * DAY;
    const of = (start: number, end?: number) =>
      facts({
        start,
        shipped: end,
        milestones: {
          openedAt: day(start),
          productionAt: end === undefined ? undefined : day(end),
        },
      });
    const changes = [of(0, 2), of(0, 4), of(20), of(24)];
    expect(openCounted('leadTime', observe(changes))).toEqual({
      p50: 4 * DAY,
      p75: undefined,
      p90: undefined,
      n: 4,
      reached: 2,
      open: 2,
      closed: 0,
    });
  });

  it('one closed unmerged never gets there, and a half may not be reached', () => {
    const changes = [
      facts({ start: 0, shipped: 2 }),
      facts({ start: 0, closed: 1 }),
      facts({ start: 0, closed: 3 }),
    ];
    const estimate = openCounted('leadTime', observe(changes));
    expect(estimate).toMatchObject({ n: 3, reached: 1, closed: 2, open: 0 });
    expect(estimate.p50).toBeUndefined();
  });

  it('a visit to review counts by itself', () => {
    const changes = [
      facts({
        visits: [
          [1, 2],
          [3, 5],
        ],
      }),
      facts({ visits: [[8, undefined]] }),
    ];
    expect(openCounted('reviewLatency', observe(changes))).toMatchObject({
      p50: 2 * DAY,
      n: 3,
      open: 1,
    });
  });

  it('what happened after the window is not known', () => {
    expect(
      openCounted('leadTime', observe([facts({ start: 20, shipped: 40 })])),
    ).toMatchObject({ open: 1, reached: 0 });
  });
});

describe('a trend', () => {
  const latencies = (days: number[]) =>
    observe(days.map(d => facts({ visits: [[1, 1 + d]] })));
  const slow = latencies([4, 4.2, 4.4, 4.6, 4.8, 5, 5.2, 5.4]);
  const quick = latencies([1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7]);
  const mixed = latencies([1, 9, 1, 9, 1, 9, 4, 5]);

  it('counts only where the intervals of both windows are apart', () => {
    expect(trendOf('reviewLatency', slow, quick)?.direction).toBe('up');
    expect(trendOf('reviewLatency', quick, slow)?.direction).toBe('down');
    expect(trendOf('reviewLatency', mixed, slow)?.direction).toBe('none');
  });

  it('is not told of a figure without observations, or without an interval', () => {
    expect(trendOf('reviewLatency', slow, observe([]))).toBeUndefined();
    expect(trendOf('throughput', slow, quick)).toBeUndefined();
  });
});
