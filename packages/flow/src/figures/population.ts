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

import { elapsed, Elapsed } from '../facts/elapsed';
import { ChangeFacts, ReleaseFacts } from '../facts/factTypes';
import { FeatureFacts } from '../facts/featureFacts';
import { Duration, Instant } from '../timeline/Segment';
import { Window } from './Figure';
import { counted, whyLeftOut } from './leavingOut';
import { once } from './once';

/**
 * What figures are pooled from: every change of the scope that was on its way
 * at any time in the window or reached production, was closed or had a review
 * end in it, once each; and the releases of the scope's services.
 *
 * @public
 */
export interface Observations {
  changes: readonly ChangeFacts[];
  releases: readonly ReleaseFacts[];
  /** The work items whose changes are all live; none known where absent. */
  features?: readonly FeatureFacts[];
  window: Window;
  /** Now; what comes later is not known yet. */
  asOf: Instant;
  /** Longest wait for a review that meets the target, in milliseconds. */
  reviewTarget?: Duration;
  /** How durations are counted; in wall-clock time where absent. */
  elapsed?: Elapsed;
  /** IANA name of the zone in which weeks begin; UTC where absent. */
  zone?: string;
}

/**
 * Whether an instant lies in a window.
 *
 * @public
 */
export function isIn(window: Window, at: Instant | undefined): at is Instant {
  return at !== undefined && at >= window.from && at < window.to;
}

/**
 * Population P: the changes that reached production in the window. Those
 * merged before the first deployment ever seen of their repository have no
 * observed release and are not in it.
 */
export const shipped = once(
  (observations: Observations): readonly ChangeFacts[] =>
    counted(observations).filter(change =>
      isIn(observations.window, change.milestones.productionAt),
    ),
);

/** Changes merged in the window whose release was not observed. */
export const unobserved = once(
  (observations: Observations): readonly ChangeFacts[] =>
    counted(observations).filter(
      change =>
        change.releaseUnobserved &&
        isIn(observations.window, change.milestones.mergedAt),
    ),
);

/** Merged changes that releases go by without, since an instant of the window. */
export const unplaced = once(
  (observations: Observations): readonly ChangeFacts[] =>
    counted(observations).filter(change =>
      isIn(observations.window, change.unplacedSince),
    ),
);

/** Releases that reached production in the window: something new each. */
export const released = once(
  ({ releases, window }: Observations): readonly ReleaseFacts[] =>
    releases.filter(
      ({ kind, productionAt }) =>
        kind === 'release' && isIn(window, productionAt),
    ),
);

/** Releases that began in the window and never reached production. */
export const notReleased = once(
  ({ releases, window }: Observations): readonly ReleaseFacts[] =>
    releases.filter(
      ({ kind, productionAt, startedAt }) =>
        kind === 'release' &&
        productionAt === undefined &&
        isIn(window, startedAt),
    ),
);

/** The end of what can be seen of a window. */
export function lastInstant({ window, asOf }: Observations): Instant {
  return Math.min(window.to, asOf);
}

/**
 * Work in progress: the changes on their way at an instant. While it is paused
 * a change is not: it is closed and reopened later, its decision is withdrawn,
 * or releases go by without it. What is left out of the figures never is.
 *
 * @public
 */
export function onTheWayAt(
  changes: readonly ChangeFacts[],
  at: Instant,
): ChangeFacts[] {
  return changes.filter(
    change =>
      !whyLeftOut(change) &&
      change.start <= at &&
      (change.end === undefined || change.end > at) &&
      !change.pauses.some(
        ({ start, end = Infinity }) => start <= at && at < end,
      ),
  );
}

/** Changes on their way at the end of the window. */
export const inFlight = once(
  (observations: Observations): readonly ChangeFacts[] =>
    onTheWayAt(observations.changes, lastInstant(observations)),
);

/** How durations of some observations are counted. */
export function elapsedIn(observations: Observations): Elapsed {
  return observations.elapsed ?? elapsed;
}

/** The same observations, with durations in wall-clock time. */
export function onTheWall(observations: Observations): Observations {
  return observations.elapsed
    ? { ...observations, elapsed: undefined }
    : observations;
}

/** The length of the window in weeks, for rates. */
export function weeks({ window }: Observations): number {
  return (window.to - window.from) / (7 * 86_400_000);
}
