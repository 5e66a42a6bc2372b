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

import { CheckOutcome, CheckRun } from '../events/FlowEvent';
import { Duration, Instant } from './Segment';

/** The checks the merge needs, of the newest push. */
export interface Checks {
  running: { check: string; since: Instant }[];
  /** Runs on what was there before the newest push. */
  outdated: string[];
  /** Names of the checks that stand failed. */
  failed: Set<string>;
}

/** The name of a check that bears none. */
const UNNAMED = '';

/** No check ran yet. */
export function newChecks(): Checks {
  return { running: [], outdated: [], failed: new Set() };
}

/** A run begins. Checks that the merge does not need keep nothing waiting. */
export function startCheck(checks: Checks, run: CheckRun, at: Instant): void {
  if (run.required !== false) {
    checks.running.push({ check: run.check ?? UNNAMED, since: at });
  }
}

/**
 * A run ends. A failure stands until a push of work or the success of that
 * check: of any, where no name is given. What a run on outdated commits says
 * counts for nothing.
 */
export function finishCheck(
  checks: Checks,
  run: CheckRun & { outcome?: CheckOutcome },
): void {
  const check = run.check ?? UNNAMED;
  if (run.required === false) {
    // It was not known to be optional when it began.
    checks.running = checks.running.filter(
      other => check === UNNAMED || other.check !== check,
    );
  } else if (!endRun(checks, check)) {
    const outdated = checks.outdated.indexOf(check);
    if (outdated >= 0) {
      checks.outdated.splice(outdated, 1);
      return;
    }
  }
  if (run.outcome === 'success') {
    checks.failed.delete(check);
    checks.failed.delete(UNNAMED);
    if (check === UNNAMED) {
      checks.failed.clear();
    }
  } else if (run.outcome === 'failure' && run.required !== false) {
    checks.failed.add(check);
  }
}

/** Ends the oldest run of a check, or the oldest of all where no name is given. */
function endRun(checks: Checks, check: string): boolean {
  const named = checks.running.findIndex(run => run.check === check);
  const i =
    named < 0
      ? checks.running.findIndex(
          run => run.check === UNNAMED || check === UNNAMED,
        )
      : named;
  if (i < 0) {
    return false;
  }
  checks.running.splice(i, 1);
  return true;
}

/** What runs is outdated by a push; what failed, by a push of work alone. */
export function outdateChecks(checks: Checks, isWork: boolean): void {
  checks.outdated.push(...checks.running.map(run => run.check));
  checks.running = [];
  if (isWork) {
    checks.failed.clear();
  }
}

/** When the oldest run will have run for too long to be believed. */
export function nextStaleCheck(
  checks: Checks,
  staleCheck: Duration,
): Instant | undefined {
  return checks.running.length === 0
    ? undefined
    : checks.running[0].since + staleCheck;
}

/** A run that has not ended after `staleCheck` runs no longer. */
export function endStaleChecks(
  checks: Checks,
  staleCheck: Duration,
  at: Instant,
): void {
  if (checks.running.some(run => run.since + staleCheck <= at)) {
    checks.running = checks.running.filter(run => run.since + staleCheck > at);
  }
}
