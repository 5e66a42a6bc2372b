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

import TinyQueue from 'tinyqueue';
import type { Instant } from 'chokepoint-flow';

/** Something somebody will do. */
export type Act = () => void;

interface Entry {
  at: Instant;
  number: number;
  act: Act;
}

/**
 * What is going to happen, in order of time. No two acts happen in the same
 * millisecond: the later one put down happens a millisecond later.
 */
export class Agenda {
  private readonly entries = new TinyQueue<Entry>(
    [],
    (a, b) => a.at - b.at || a.number - b.number,
  );
  private put = 0;
  private latest: Instant;

  constructor(from: Instant) {
    this.latest = from;
  }

  /** The instant of the act that is happening. */
  get now(): Instant {
    return this.latest;
  }

  get length(): number {
    return this.entries.length;
  }

  at(at: Instant, act: Act): void {
    this.put += 1;
    this.entries.push({ at: Math.round(at), number: this.put, act });
  }

  /** Does the next thing before an instant. False when there is none. */
  doNext(before: Instant): boolean {
    const next = this.entries.peek();
    if (!next || Math.max(next.at, this.latest + 1) >= before) {
      return false;
    }
    this.entries.pop();
    this.latest = Math.max(next.at, this.latest + 1);
    next.act();
    return true;
  }
}
