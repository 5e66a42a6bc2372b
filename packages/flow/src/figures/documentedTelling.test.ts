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

import { Chapter, hours, rounded } from '../../testing/documentation';
import { DAY, facts, observe } from '../../testing/observations';
import { HOUR } from '../../testing/story';
import { quantileInterval } from '../statistics/intervals';
import { degradationOf } from './degradation';
import { Figure } from './Figure';
import { openCounted } from './openCounted';
import { poolFigure } from './poolFigures';
import { statusOf, Target } from './status';
import { trendOf } from './trend';

// The worked examples of docs/kpis.md on how figures are told, computed.

const WEEK = 7 * DAY;

const leadTimes = (lengths: number[]) =>
  observe(lengths.map(h => facts({ shipped: 1, leadTime: h * HOUR })));

describe('open changes counted', () => {
  const chapter = new Chapter('Open changes counted');
  const shipped = [1, 2, 3, 4].map(days =>
    facts({ shipped: days, leadTime: days * DAY }),
  );
  const since = (start: number) => facts({ start });
  const closed = facts({ closed: 0.5 });
  const inDays = (length: number | undefined) =>
    length === undefined ? 'not reached' : `${rounded(length / DAY)} days`;

  it.each([
    ['both open for 5 days', [since(23), since(23)]],
    ['one open for 5 days, one for half a day', [since(23), since(27.5)]],
    ['one open for 5 days, one closed after half a day', [since(23), closed]],
  ])('gives what is told with %s', (name, others) => {
    const { p50, p75 } = openCounted(
      'leadTime',
      observe([...shipped, ...others]),
    );
    expect(chapter.row(name)).toEqual([inDays(p50), inDays(p75)]);
  });

  it('is not the plain median', () => {
    const figure = poolFigure('leadTime', observe([...shipped, since(23)]));
    expect(chapter.row('plain, of the four alone')).toEqual([
      inDays(figure.p50),
      inDays(figure.p75),
    ]);
  });
});

describe('trends', () => {
  const chapter = new Chapter('Trends');
  const before = [20, 22, 26, 28, 30, 32, 34, 38, 40];
  const some = [15, 16, 18, 19, 20, 21, 22, 24, 25];
  const fewer = [12, 14, 15, 16, 17, 18, 20];

  function shown(lengths: number[]): string[] {
    const values = lengths.map(length => length * HOUR);
    const interval = quantileInterval(values);
    return [
      lengths.join(', '),
      hours(poolFigure('leadTime', leadTimes(lengths)).p50),
      `${hours(interval?.low)} to ${hours(interval?.high)}`,
    ];
  }

  it('has the interval of the window before that is told', () => {
    expect(chapter.row('the window before')).toEqual([...shown(before), '']);
  });

  it.each([
    ['this one', some],
    ['or this one', fewer],
  ])('has the direction of %s that is told', (name, lengths) => {
    const trend = trendOf('leadTime', leadTimes(lengths), leadTimes(before));
    expect(chapter.row(name)).toEqual([
      ...shown(lengths),
      String(trend?.direction),
    ]);
  });
});

describe('a change point', () => {
  // Monday, 0:00: one wait for a review in each of twelve weeks.
  const from = Date.UTC(2026, 0, 5);
  const window = { from, to: from + 12 * WEEK };
  const waits = [7, 8, 9, 8, 7, 9, 19, 20, 21, 20, 22, 18];
  const degradation = (lengths: number[]) =>
    degradationOf('reviewLatency', {
      changes: lengths.map((length, week) => ({
        ...facts({}),
        start: window.from + week * WEEK,
        reviewVisits: [
          {
            start: window.from + week * WEEK + DAY,
            end: window.from + week * WEEK + DAY + length * HOUR,
            answered: true,
          },
        ],
      })),
      releases: [],
      window,
      asOf: window.to,
    });

  it('is where it is told to be', () => {
    const chapter = new Chapter('Change points');
    const found = degradation(waits);
    expect(chapter.row('waits of the weeks, in hours')).toEqual([
      waits.slice(0, 6).join(', '),
      waits.slice(6).join(', '),
    ]);
    expect(chapter.row('median')).toEqual([
      hours(found?.before.median),
      hours(found?.after.median),
    ]);
    expect(chapter.row('n')).toEqual([
      String(found?.before.n),
      String(found?.after.n),
    ]);
    expect(found?.since).toBe(from + 6 * WEEK);
  });

  it('needs four weeks on either side', () => {
    expect(degradation(waits.slice(2, -2))).toBeDefined();
    expect(degradation(waits.slice(3, -2))).toBeUndefined();
  });
});

describe('status', () => {
  const latency: Target = {
    target: 8 * HOUR,
    limit: 24 * HOUR,
    better: 'lower',
    minimum: 5,
  };
  const frequency: Target = {
    ...latency,
    target: 5,
    limit: 1,
    better: 'higher',
  };
  const figure = (value: number, n: number): Figure => ({
    value,
    n,
    unit: 'count',
    definition: 1,
    excluded: [],
  });

  it.each([
    ['a review latency of 8 h', latency, 8 * HOUR, 20],
    ['a review latency of 10 h', latency, 10 * HOUR, 20],
    ['a review latency of 30 h', latency, 30 * HOUR, 20],
    ['a review latency of 30 h, of 4 visits', latency, 30 * HOUR, 4],
    ['6 deployments a week', frequency, 6, 20],
    ['half a deployment a week', frequency, 0.5, 20],
  ])('of %s is as told', (name, target, value, n) => {
    expect(new Chapter('Status').result(name)).toBe(
      statusOf(figure(value, n), target),
    );
  });
});
