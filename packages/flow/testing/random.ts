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

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers drawn from known distributions, the same for the same seed. */
export class Random {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** From 0 to 1. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** A count with a mean (Knuth 1969, 3.4.1). */
  poisson(mean: number): number {
    let count = -1;
    for (let product = 1; product > Math.exp(-mean); count++) {
      product *= this.uniform();
    }
    return count;
  }

  /**
   * Values around 0 that correlate with those before them.
   *
   * @param correlation - of a value with the one before it
   * @param spread - standard deviation of the values
   */
  series(n: number, correlation: number, spread: number): number[] {
    const values: number[] = [];
    const fresh = Math.sqrt(1 - correlation ** 2);
    let value = this.normal();
    for (let i = 0; i < n; i++) {
      values.push(value * spread);
      value = correlation * value + fresh * this.normal();
    }
    return values;
  }
}
