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

import { onTheWayAt } from '../figures/population';
import { Party } from '../timeline/Segment';
import { Rule } from './Finding';
import { number, percent } from '../wording/wording';
import { cite, plain } from './cite';

/** Few people give the approvals. */
export const scarceApproval: Rule = ({ figures, thresholds }) => {
  const figure = figures.approvalConcentration;
  const { effectiveApprovers = 0, people = 0 } = figure.details ?? {};
  const top = figure.value;
  if (top === undefined || figure.n < thresholds.minimum) {
    return undefined;
  }
  if (
    effectiveApprovers >= thresholds.effectiveApprovers &&
    top <= thresholds.approvalShare
  ) {
    return undefined;
  }
  return {
    rule: 'scarceApproval',
    severity: top > 0.75 ? 'critical' : 'warning',
    sentence: `One person gives ${percent(
      top,
    )} of the approvals; it is as if ${number(
      effectiveApprovers,
    )} people did, of ${people}.`,
    figures: [
      cite(
        'Share of the one who approves most',
        'approvalConcentration',
        figure,
      ),
      plain('Effective approvers', effectiveApprovers, 'count', figure.n),
    ],
    move: 'Let more people approve: pair a second reviewer with the usual one for a month, then share the requests out.',
  };
};

/** The next absence of one person stops much of what is in flight. */
export const onePersonAway: Rule = ({ observations, thresholds }) => {
  const { asOf, changes } = observations;
  const flying = onTheWayAt(changes, asOf);
  const stopped = new Map<Party, number>();
  for (const { current } of flying) {
    const [only, ...others] = current?.holders ?? [];
    if (only?.party.startsWith('user:') && others.length === 0) {
      stopped.set(only.party, (stopped.get(only.party) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...stopped.values());
  const share = flying.length === 0 ? 0 : most / flying.length;
  if (flying.length < thresholds.minimum || share <= thresholds.onePersonAway) {
    return undefined;
  }
  return {
    rule: 'onePersonAway',
    severity: share > 0.5 ? 'critical' : 'warning',
    sentence: `If one particular person is away tomorrow, ${most} of ${flying.length} changes in flight stop.`,
    figures: [
      plain(
        'Share of what is in flight with one person',
        share,
        'ratio',
        flying.length,
      ),
    ],
    move: 'Give every change in flight a second person who can take it on, and share out what lies with one.',
  };
};

/** Work comes back because the intent was lost on the way. */
export const intentLoss: Rule = ({ figures, statuses }) => {
  if (statuses.reworkRate !== 'bad' || statuses.clarificationLoops !== 'bad') {
    return undefined;
  }
  const { reworkRate, clarificationLoops } = figures;
  return {
    rule: 'intentLoss',
    severity: 'warning',
    sentence: `${percent(
      reworkRate.value ?? 0,
    )} of the changes come back, and each takes ${number(
      clarificationLoops.value ?? 0,
    )} questions: the intent gets lost between deciding and building.`,
    figures: [
      cite('Rework', 'reworkRate', reworkRate),
      cite('Questions per change', 'clarificationLoops', clarificationLoops),
    ],
    move: 'Let who decides and who builds talk before work begins, and write down what done means.',
  };
};

/** Some reviews are quick and some endless, for changes that are alike. */
export const inconsistentReview: Rule = ({
  observations: { changes, window },
  figures,
  thresholds,
}) => {
  const { reviewLatency } = figures;
  const { p50 = 0, p90 = 0, n } = reviewLatency;
  const spread = p50 > 0 ? p90 / p50 : 0;
  const done = changes.filter(({ milestones: { mergedAt: at } }) => {
    return at !== undefined && at >= window.from && at < window.to;
  });
  const unreviewed = done.filter(c => c.milestones.firstReviewAt === undefined);
  const long = done.filter(c => c.reviewVisits.length >= 4);
  const sideBySide =
    done.length >= thresholds.minimum &&
    unreviewed.length >= done.length / 20 &&
    long.length >= done.length / 20;
  const isSpread = n >= thresholds.minimum && spread > thresholds.reviewSpread;
  if (!isSpread && !sideBySide) {
    return undefined;
  }
  return {
    rule: 'inconsistentReview',
    severity: 'info',
    sentence: isSpread
      ? `One review in ten takes ${number(spread)} times as long as the median.`
      : `${unreviewed.length} of ${done.length} merged changes had no review, and ${long.length} had four rounds or more.`,
    figures: [
      plain('p90 of a review over its p50', spread, 'ratio', n),
      plain('Merged without review', unreviewed.length, 'count', done.length),
      plain('Four rounds or more', long.length, 'count', done.length),
    ],
    move: 'Agree on what needs which review, and on how long one may wait.',
    changes: [...long, ...unreviewed].slice(0, 10).map(c => c.change),
  };
};
