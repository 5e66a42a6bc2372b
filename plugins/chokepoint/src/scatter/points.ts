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

import { DurationPoint } from '../api/answers';

/** A change as a point of the scatter. */
export interface Point {
  key: string;
  title: string;
  /** When it got there, or now while it is open; milliseconds since the epoch. */
  at: number;
  /** Milliseconds. */
  length: number;
  open: boolean;
  workType: string;
}

/** Reads the compact points of the API. */
export function pointsOf(points: readonly DurationPoint[]): Point[] {
  return points.map(([key, title, at, length, open, workType]) => ({
    key,
    title,
    at,
    length,
    open: open === 1,
    workType,
  }));
}

/**
 * All circles of a series as one path: thousands of points are one element of
 * the page, and appear at once.
 */
export function circlesPath(
  places: readonly { x: number; y: number }[],
  radius: number,
): string {
  const arc = `a${radius},${radius} 0 1,0`;
  return places
    .map(
      ({ x, y }) =>
        `M${(x - radius).toFixed(1)},${y.toFixed(1)}${arc} ${
          2 * radius
        },0${arc} ${-2 * radius},0`,
    )
    .join('');
}

/** The place nearest to a spot, within a reach in pixels. */
export function nearest<T extends { x: number; y: number }>(
  places: readonly T[],
  spot: { x: number; y: number },
  reach: number,
): T | undefined {
  let found: T | undefined;
  let least = reach * reach;
  for (const place of places) {
    const distance = (place.x - spot.x) ** 2 + (place.y - spot.y) ** 2;
    if (distance <= least) {
      least = distance;
      found = place;
    }
  }
  return found;
}

/**
 * How many lengths fall between neighbours of a list of bounds; those on the
 * last bound belong to the last bin.
 */
export function histogram(
  lengths: readonly number[],
  bounds: readonly number[],
): number[] {
  const counts = bounds.slice(1).map(() => 0);
  for (const length of lengths) {
    const after = bounds.findIndex(bound => length < bound);
    const bin = after < 0 ? counts.length - 1 : Math.max(0, after - 1);
    counts[bin] += 1;
  }
  return counts;
}
