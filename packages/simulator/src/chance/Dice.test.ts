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

import { Dice } from './Dice';

const MANY = 20_000;

function throws<T>(seed: number, one: (dice: Dice) => T): T[] {
  const dice = new Dice(seed);
  return Array.from({ length: MANY }, () => one(dice));
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length / 2];
}

describe('dice', () => {
  it('fall the same for the same seed, otherwise for another', () => {
    expect(throws(1, dice => dice.throw())).toEqual(
      throws(1, dice => dice.throw()),
    );
    expect(throws(1, dice => dice.throw())).not.toEqual(
      throws(2, dice => dice.throw()),
    );
  });

  it('throw from 0 to below 1, evenly', () => {
    const thrown = throws(1, dice => dice.throw());

    expect(Math.min(...thrown)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...thrown)).toBeLessThan(1);
    expect(mean(thrown)).toBeCloseTo(0.5, 1);
  });

  it('throw whole numbers with both bounds', () => {
    expect(new Set(throws(1, dice => dice.whole(2, 4)))).toEqual(
      new Set([2, 3, 4]),
    );
  });

  it('let half of the lengths be below the median', () => {
    expect(median(throws(1, dice => dice.lasting(100, 0.8)))).toBeCloseTo(
      100,
      -1,
    );
  });

  it('let arrivals come at their mean distance', () => {
    expect(mean(throws(1, dice => dice.arrival(50)))).toBeCloseTo(50, -1);
  });

  it('take the heavier more often', () => {
    const taken = throws(1, dice =>
      dice.weighted(['light', 'heavy'], item => (item === 'heavy' ? 3 : 1)),
    );

    expect(taken.filter(item => item === 'heavy').length / MANY).toBeCloseTo(
      0.75,
      1,
    );
  });

  it('take some, each at most once', () => {
    const dice = new Dice(1);
    const taken = dice.some(['a', 'b', 'c'], 2);

    expect(new Set(taken).size).toBe(2);
    expect(dice.some(['a'], 5)).toEqual(['a']);
  });

  it('name commits by forty hexadecimal digits', () => {
    expect(new Dice(1).sha()).toMatch(/^[0-9a-f]{40}$/);
  });
});
