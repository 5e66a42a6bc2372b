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

import { ChangeFacts } from '../facts/factTypes';
import { counted } from '../figures/leavingOut';
import { isIn, Observations } from '../figures/population';
import { groupBy } from '../gateways/ranking';
import { ascending, quantile } from '../statistics/quantile';
import { inWords, number } from '../wording/wording';
import { plain } from './cite';
import { Diagnosis, Finding, Rule } from './Finding';

const MOVE = 'Agree on what needs which review, and on how long one may wait.';

/**
 * Some reviews are quick and some endless, for changes that are alike. A wait is
 * compared with the usual one for changes of its size; waits within the target
 * are nobody's worry, however quick the others are.
 */
export const inconsistentReview: Rule = diagnosis =>
  spreadOut(diagnosis) ?? sideBySide(diagnosis);

function spreadOut({
  observations,
  figures: { reviewLatency },
  thresholds,
}: Diagnosis): Finding | undefined {
  const { p50, p90, n } = reviewLatency;
  if (
    p50 === undefined ||
    p90 === undefined ||
    n < thresholds.minimum ||
    p90 <= thresholds.reviewWait
  ) {
    return undefined;
  }
  const visits = visitsBySize(observations).sort((a, b) => b.spread - a.spread);
  const spread = quantile(ascending(visits.map(v => v.spread)), 0.9) ?? 0;
  if (spread <= thresholds.reviewSpread) {
    return undefined;
  }
  const slowest = new Set(visits.map(({ change }) => change));
  return {
    rule: 'inconsistentReview',
    severity: 'info',
    sentence: `One review in ten takes ${number(
      spread,
    )} times as long as is usual for a change of its size: half of all reviews take ${inWords(
      p50,
    )} or less, one in ten ${inWords(p90)} or more.`,
    figures: [
      plain('p90 of a review over the usual one', spread, 'ratio', n),
      plain('p50 of a review', p50, 'ms', n),
      plain('p90 of a review', p90, 'ms', n),
    ],
    move: MOVE,
    changes: [...slowest].slice(0, 10),
  };
}

/** The waits for review that were answered, over the median of changes of the same size. */
function visitsBySize(observations: Observations) {
  const { window } = observations;
  const bySize = groupBy(counted(observations), change => change.size);
  return [...bySize.values()].flatMap(alike => {
    const visits = alike.flatMap(({ change, reviewVisits }) =>
      reviewVisits.flatMap(({ start, end, answered }) =>
        answered && isIn(window, end) ? { change, wait: end - start } : [],
      ),
    );
    const usual = quantile(ascending(visits.map(({ wait }) => wait)), 0.5) ?? 0;
    return visits.map(({ change, wait }) => ({
      change,
      spread: usual > 0 ? wait / usual : 1,
    }));
  });
}

/**
 * Unreviewed and four-round changes side by side. What bots raise and merge is
 * not counted: it is reviewed by rules.
 */
function sideBySide({
  observations,
  thresholds,
}: Diagnosis): Finding | undefined {
  const { window } = observations;
  const done = counted(observations).filter(
    ({ milestones, authorKind }) =>
      authorKind !== 'bot' && isIn(window, milestones.mergedAt),
  );
  const unreviewed = done.filter(c => c.milestones.firstReviewAt === undefined);
  const long = done.filter(c => c.reviewVisits.length >= 4);
  const isMany = (some: ChangeFacts[]) => some.length >= done.length / 20;
  if (
    done.length < thresholds.minimum ||
    !isMany(unreviewed) ||
    !isMany(long)
  ) {
    return undefined;
  }
  return {
    rule: 'inconsistentReview',
    severity: 'info',
    sentence: `${unreviewed.length} of ${done.length} merged changes had no review, and ${long.length} had four rounds or more.`,
    figures: [
      plain('Merged without review', unreviewed.length, 'count', done.length),
      plain('Four rounds or more', long.length, 'count', done.length),
    ],
    move: MOVE,
    changes: [...long, ...unreviewed].slice(0, 10).map(c => c.change),
  };
}
