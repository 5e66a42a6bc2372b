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

import type { Instant } from 'chokepoint-flow';
import { Renaming } from '../company/renamings';

/** Who was called what when. */
export class Names {
  constructor(private readonly renamings: readonly Renaming[]) {}

  /** What is reported at an instant, by the names of that time. */
  asOf<T>(at: Instant, report: T): T {
    const former = this.renamings.filter(renaming => at < renaming.at);
    return former.length === 0 ? report : renamed(report, former);
  }
}

function renamed<T>(value: T, former: readonly Renaming[]): T;
function renamed(value: unknown, former: readonly Renaming[]): unknown {
  if (typeof value === 'string') {
    return former.reduce(
      (text, { from, to }) =>
        isWithin(text, to) ? text.replace(to, from) : text,
      value,
    );
  }
  if (Array.isArray(value)) {
    return value.map(item => renamed(item, former));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, renamed(item, former)]),
    );
  }
  return value;
}

/** A name itself, or the key or address of something that belongs to it. */
function isWithin(text: string, name: string): boolean {
  const bare = text.replace('https://', '');
  return bare === name || bare.startsWith(`${name}/`);
}
