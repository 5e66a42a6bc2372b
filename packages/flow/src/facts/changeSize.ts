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

import { ChangeDescription } from '../events/FlowEvent';

/**
 * The size classes, the smallest first; `unknown` where the source does not
 * report changed lines.
 *
 * @public
 */
export const CHANGE_SIZES = ['xs', 's', 'm', 'l', 'xl', 'unknown'] as const;

/**
 * A size class by changed lines (additions + deletions).
 *
 * @public
 */
export type ChangeSize = (typeof CHANGE_SIZES)[number];

/**
 * The most changed lines of each size class. The largest has no bound.
 *
 * @public
 */
export const MOST_LINES: Readonly<
  Record<Exclude<ChangeSize, 'xl' | 'unknown'>, number>
> = { xs: 9, s: 49, m: 249, l: 999 };

/**
 * The size class of a change by its changed lines.
 *
 * @public
 */
export function sizeOf(
  change: Pick<ChangeDescription, 'additions' | 'deletions'>,
): ChangeSize {
  if (change.additions === undefined && change.deletions === undefined) {
    return 'unknown';
  }
  const lines = (change.additions ?? 0) + (change.deletions ?? 0);
  for (const size of ['xs', 's', 'm', 'l'] as const) {
    if (lines <= MOST_LINES[size]) {
      return size;
    }
  }
  return 'xl';
}
