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

/** Fewer changes than this lie with anybody who works. */
const A_FEW = 3;

/** The next absence of one person stops much of what is in flight. */
export const onePersonAway: Rule = ({ observations, thresholds }) => {
  const flying = onTheWayAt(observations.changes, observations.asOf);
  const stopped = new Map<Party, number>();
  for (const { current } of flying) {
    const [only, ...others] = current?.holders ?? [];
    if (only?.party.startsWith('user:') && others.length === 0) {
      stopped.set(only.party, (stopped.get(only.party) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...stopped.values());
  const share = flying.length === 0 ? 0 : most / flying.length;
  if (
    flying.length < thresholds.minimum ||
    most < A_FEW ||
    share <= thresholds.onePersonAway
  ) {
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
