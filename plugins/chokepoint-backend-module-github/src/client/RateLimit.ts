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

export interface RateLimit {
  /** Points of a whole hour. */
  limit: number;
  /** Points left. */
  remaining: number;
  /** When the hour ends, in milliseconds since the epoch. */
  resetAt: number;
}

/** What GitHub tells of the limit in the headers of every answer. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const [limit, remaining, reset] = [
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  ].map(name => Number(headers.get(name) ?? NaN));
  return Number.isFinite(limit + remaining + reset)
    ? { limit, remaining, resetAt: reset * 1000 }
    : undefined;
}

/**
 * How long to wait so that a share of the points is left to the rest of the
 * portal, which uses the same token: milliseconds, 0 when there is enough.
 *
 * @param reserve - the share that is left alone, 0 to 1
 * @param now - the current instant in milliseconds since the epoch
 */
export function waitForPoints(
  known: RateLimit | undefined,
  reserve: number,
  now: number,
): number {
  if (!known || known.resetAt <= now) {
    return 0;
  }
  return known.remaining > known.limit * reserve ? 0 : known.resetAt - now;
}
