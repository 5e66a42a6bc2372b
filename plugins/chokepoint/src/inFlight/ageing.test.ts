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

import { openChange } from '../../dev/examples/changes';
import { AS_OF } from '../../dev/examples/figures';
import { byOverdue, usualTimes } from './ageing';
import { ageAxis, sideways, stagesInFlight } from './ageingScale';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** In a stage whose usual time is one day, four at the 85th percentile. */
function waiting(number: number, length: number, usual = true) {
  return openChange(number, 'review', length, {
    usualP50: usual ? DAY : undefined,
    usualP85: usual ? 4 * DAY : undefined,
  });
}

describe('what is in flight', () => {
  it('is overdue beyond the 85th percentile of the past, slow beyond the median', () => {
    const ageings = byOverdue(
      [
        waiting(1, 4 * DAY + 1),
        waiting(2, 4 * DAY),
        waiting(3, DAY + 1),
        waiting(4, DAY),
        waiting(5, DAY, false),
      ],
      AS_OF,
    ).map(({ ageing }) => ageing);
    expect(ageings).toEqual(['overdue', 'slow', 'slow', 'usual', 'unknown']);
  });

  it('is sorted by how far it is overdue, not by how long it waits', () => {
    const merge = openChange(1, 'merge', 6 * HOUR, {
      usualP50: HOUR,
      usualP85: 2 * HOUR,
    });
    expect(
      byOverdue([waiting(2, 5 * DAY), merge], AS_OF).map(
        ({ change }) => change.key,
      ),
    ).toEqual(['github.com/acme/shop/pull/1', 'github.com/acme/shop/pull/2']);
  });

  it('without a past comes last, the oldest first', () => {
    expect(
      byOverdue(
        [waiting(1, HOUR, false), waiting(2, DAY, false), waiting(3, HOUR)],
        AS_OF,
      ).map(({ change }) => change.key.slice(-1)),
    ).toEqual(['3', '2', '1']);
  });

  it('leaves out what has arrived', () => {
    expect(
      byOverdue([{ ...waiting(1, DAY), current: undefined }], AS_OF),
    ).toEqual([]);
  });

  it('is never in a stage for less than no time', () => {
    expect(byOverdue([waiting(1, DAY)], AS_OF - 2 * DAY)[0].inStage).toBe(0);
  });

  it('has one usual time for each stage that has a past', () => {
    const changes = byOverdue(
      [
        waiting(1, DAY),
        waiting(2, HOUR),
        openChange(3, 'merge', HOUR, {
          usualP50: undefined,
          usualP85: undefined,
        }),
      ],
      AS_OF,
    );
    expect(usualTimes(changes)).toEqual([
      { stage: 'review', p50: DAY, p85: 4 * DAY },
    ]);
  });
});

describe('the chart of ages', () => {
  it('has familiar lengths on its axis, and everything between its ends', () => {
    expect(ageAxis([2 * HOUR, 5 * DAY])).toEqual({
      min: HOUR,
      max: 7 * DAY,
      ticks: [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY],
    });
  });

  it('goes as far as the longest, however long', () => {
    expect(ageAxis([900 * DAY]).max).toBe(900 * DAY);
  });

  it('has its stages in the order in which changes meet them', () => {
    expect(
      stagesInFlight(
        byOverdue(
          [openChange(1, 'release', DAY), openChange(2, 'build', DAY)],
          AS_OF,
        ),
      ),
    ).toEqual(['build', 'release']);
  });

  it('puts no two of the first fifty points of a stage on one place', () => {
    const places = sideways(
      byOverdue(
        Array.from({ length: 50 }, (_, n) => waiting(n, DAY)),
        AS_OF,
      ),
    );
    expect(new Set(places.map(place => place.toFixed(2))).size).toBe(50);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(1);
  });
});
