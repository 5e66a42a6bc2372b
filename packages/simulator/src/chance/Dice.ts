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

import { randomNormal } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Chance, from a seed: the same seed throws the same dice in the same order.
 */
export class Dice {
  private readonly generator;
  private readonly standardNormal: () => number;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
    this.standardNormal = randomNormal.source(() => this.throw())(0, 1);
  }

  /** A number from 0 (included) to 1 (excluded). */
  throw(): number {
    return uniformFloat64(this.generator);
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.throw() < probability;
  }

  /** Evenly between two numbers. */
  between(low: number, high: number): number {
    return low + (high - low) * this.throw();
  }

  /** A whole number, both bounds included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.throw() * (high - low + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.throw() * list.length)];
  }

  /** Some of a list, each at most once; all of a shorter one. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(Math.floor(this.throw() * left.length), 1));
    }
    return taken;
  }

  /** One of a list, the heavier the likelier. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T {
    const total = list.reduce((sum, item) => sum + weightOf(item), 0);
    let left = this.throw() * total;
    for (const item of list) {
      left -= weightOf(item);
      if (left < 0) {
        return item;
      }
    }
    return list[list.length - 1];
  }

  /** A log-normal length: half of them below the median, few much above it. */
  lasting(median: number, spread: number): number {
    return median * Math.exp(spread * this.standardNormal());
  }

  /** The time to the next of independent arrivals. */
  arrival(mean: number): number {
    return -Math.log(1 - this.throw()) * mean;
  }

  /** A commit id. */
  sha(): string {
    let sha = '';
    while (sha.length < 40) {
      sha += Math.floor(this.throw() * 0x100000000)
        .toString(16)
        .padStart(8, '0');
    }
    return sha;
  }
}
