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

import { ascending } from './quantile';

/**
 * How long one change took, and how it ended: it reached what is measured, it
 * ended otherwise and now never can (`competing`: closed unmerged), or it is
 * still on its way (`open`).
 *
 * @public
 */
export interface TimeToEvent {
  /** Any unit; the result is in the same. */
  time: number;
  outcome: 'reached' | 'competing' | 'open';
}

/**
 * One step of an estimate: from `time` on, `share` of all have got there.
 *
 * @public
 */
export interface IncidenceStep {
  time: number;
  share: number;
  /** Still under observation just before. */
  atRisk: number;
}

/**
 * The share that has reached its end by each time, open ones counted as long as
 * they were observed and a competing end as one that keeps it from ever being
 * reached: the Aalen-Johansen estimate of the cumulative incidence. Without
 * competing ends it is one minus the Kaplan-Meier estimate (Kaplan and Meier
 * 1958; Kalbfleisch and Prentice 2002, section 8.2).
 *
 * @public
 */
export function cumulativeIncidence(
  observations: readonly TimeToEvent[],
): IncidenceStep[] {
  const timesOf = (outcome: TimeToEvent['outcome']) =>
    ascending(observations.filter(o => o.outcome === outcome).map(o => o.time));
  const reached = timesOf('reached');
  const competing = timesOf('competing');
  const open = timesOf('open');
  const steps: IncidenceStep[] = [];
  let unended = 1;
  let share = 0;
  const at = { reached: 0, competing: 0, open: 0 };
  while (at.reached < reached.length || at.competing < competing.length) {
    const time = Math.min(
      reached[at.reached] ?? Infinity,
      competing[at.competing] ?? Infinity,
    );
    at.open = passed(open, at.open, t => t < time);
    const atRisk = observations.length - at.reached - at.competing - at.open;
    const before = { ...at };
    at.reached = passed(reached, at.reached, t => t <= time);
    at.competing = passed(competing, at.competing, t => t <= time);
    const arrived = at.reached - before.reached;
    if (arrived > 0) {
      share += (unended * arrived) / atRisk;
      steps.push({ time, share, atRisk });
    }
    unended *= 1 - (arrived + at.competing - before.competing) / atRisk;
  }
  return steps;
}

/** How many of the sorted times are behind, after those that are known to be. */
function passed(
  times: readonly number[],
  known: number,
  isBehind: (time: number) => boolean,
): number {
  let behind = known;
  while (behind < times.length && isBehind(times[behind])) {
    behind += 1;
  }
  return behind;
}

/**
 * The time by which a share has got there; undefined when it is not reached,
 * which is an answer.
 *
 * @param p - from 0 to 1
 * @public
 */
export function incidenceQuantile(
  steps: readonly IncidenceStep[],
  p: number,
): number | undefined {
  // The tolerance is for shares summed in floating point.
  return steps.find(step => step.share >= p - 1e-12)?.time;
}
