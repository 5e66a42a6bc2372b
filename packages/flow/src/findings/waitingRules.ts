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

import { savingAt } from '../gateways/saving';
import { released } from '../figures/population';
import { sum } from '../statistics/quantile';
import { Rule } from './Finding';
import { inWords, nameOf, percent, WAITING_FOR } from '../wording/wording';
import { cite, plain } from './cite';

/** More than half of the time is spent waiting. */
export const coordinationBottleneck: Rule = ({
  figures,
  stages,
  thresholds,
}) => {
  const figure = figures.queueTimeRatio;
  const { value } = figure;
  if (
    value === undefined ||
    figure.n < thresholds.minimum ||
    value <= thresholds.queueTimeRatio
  ) {
    return undefined;
  }
  const waiting = sum(stages.map(stage => stage.waiting));
  const working = sum(stages.map(stage => stage.working));
  const atLine =
    (working * thresholds.queueTimeRatio) / (1 - thresholds.queueTimeRatio);
  return {
    rule: 'coordinationBottleneck',
    severity: value > 0.75 ? 'critical' : 'warning',
    sentence: `Changes spend ${percent(
      value,
    )} of their time waiting: coordination costs more than the work.`,
    figures: [cite('Queue time', 'queueTimeRatio', figure)],
    move: 'Take hand-offs out before speeding up work: let the team that builds a change also release it, and review within the day.',
    savingMs: Math.round(waiting - atLine),
  };
};

/** One stage holds the largest share of the waiting: fix this first. */
export const dominantQueue: Rule = ({ figures, stages, thresholds }) => {
  const total = sum(stages.map(stage => stage.waiting));
  const [first, second] = [...stages].sort((a, b) => b.waiting - a.waiting);
  if (total === 0 || figures.queueTimeRatio.n < thresholds.minimum) {
    return undefined;
  }
  const share = first.waiting / total;
  if (share < thresholds.dominantStage) {
    return undefined;
  }
  return {
    rule: 'dominantQueue',
    severity: 'warning',
    sentence: `${percent(share)} of all waiting is ${
      WAITING_FOR[first.stage]
    }: fix this first.`,
    figures: [
      plain(
        `Share waiting ${WAITING_FOR[first.stage]}`,
        share,
        'ratio',
        first.n,
      ),
      plain('Waiting there', first.waiting, 'ms', first.n),
    ],
    move: 'Work on this stage only until another one is the largest; improving any other moves little.',
    savingMs: first.waiting - second.waiting,
  };
};

/** Less than this share of all waiting is no matter, whoever it is behind. */
const A_MATTER = 0.05;

/** One party holds more than a third of the waiting of others. */
export const singleGateway: Rule = ({ gateways, queue, thresholds }) => {
  const total = sum(gateways.map(row => row.queueMs));
  const external = sum(gateways.map(row => row.externalQueueMs));
  const first = [...gateways]
    .filter(row => row.party !== 'unassigned' && row.party !== 'external')
    .sort((a, b) => b.externalQueueMs - a.externalQueueMs)[0];
  if (!first || external === 0 || first.queuedChanges < thresholds.minimum) {
    return undefined;
  }
  const share = first.externalQueueMs / external;
  if (
    share <= thresholds.singleGateway ||
    first.externalQueueMs < A_MATTER * total
  ) {
    return undefined;
  }
  // Where the speed of a party is withheld, so is what it could save.
  const saved =
    first.waitP50 === undefined
      ? undefined
      : savingAt(queue, first.party, thresholds.reviewWait).savedMs;
  const stage = first.stages[0];
  const wait =
    first.waitP50 === undefined
      ? ''
      : `, ${inWords(first.waitP50)} at the median`;
  return {
    rule: 'singleGateway',
    severity: share > 0.5 && saved ? 'critical' : 'warning',
    sentence: `${nameOf(first.party)} holds ${percent(
      share,
    )} of the waiting of others: ${
      first.queuedTeams === 1
        ? '1 team queues'
        : `${first.queuedTeams} teams queue`
    } behind it${wait}, most of it ${WAITING_FOR[stage.key]}.`,
    figures: [
      plain(
        'Share of the waiting of others',
        share,
        'ratio',
        first.queuedChanges,
      ),
      plain(
        'Waiting of others behind it',
        first.externalQueueMs,
        'ms',
        first.queuedChanges,
      ),
    ],
    move: 'Let the teams that wait do it themselves: more people who may approve, clear rules for what needs no approval, and a self-service path for the usual case.',
    ...(saved !== undefined && { savingMs: saved }),
  };
};

/** Waiting that nobody is charged with, or entities that nobody owns. */
export const unclearOwnership: Rule = ({
  figures,
  entities,
  unownedEntities,
  thresholds,
}) => {
  const figure = figures.unownedWait;
  const value = figure.n < thresholds.minimum ? 0 : figure.value ?? 0;
  if (value <= thresholds.unownedWait && unownedEntities === 0) {
    return undefined;
  }
  const parts = [
    ...(value > thresholds.unownedWait
      ? [`${percent(value)} of the waiting is on nobody: no reviewer was asked`]
      : []),
    ...(unownedEntities > 0
      ? [
          `${unownedEntities} of ${entities} entities ${
            unownedEntities === 1 ? 'has' : 'have'
          } no owner`,
        ]
      : []),
  ];
  return {
    rule: 'unclearOwnership',
    severity: value > 2 * thresholds.unownedWait ? 'critical' : 'warning',
    sentence: `${parts.join('; ')}.`,
    figures: [
      cite('Waiting on nobody', 'unownedWait', { ...figure, value }),
      plain('Entities without an owner', unownedEntities, 'count', entities),
    ],
    move: 'Name an owner for every entity, and let code owners be asked for review by themselves.',
  };
};

/**
 * Roll-outs are few and large: changes wait for the next one. Each repository
 * has its own, however many of them a roll-up has.
 */
export const batchedRelease: Rule = ({
  figures,
  observations,
  stages,
  thresholds,
}) => {
  const { batchSize, deploymentFrequency } = figures;
  const size = batchSize.p50 ?? 0;
  const repositories = new Set(released(observations).map(r => r.repo)).size;
  const perWeek = (deploymentFrequency.value ?? 0) / Math.max(1, repositories);
  if (
    batchSize.n === 0 ||
    size <= thresholds.batchSize ||
    perWeek >= thresholds.deploymentsPerWeek
  ) {
    return undefined;
  }
  return {
    rule: 'batchedRelease',
    severity: 'warning',
    sentence: `Half of the production deployments carry ${Math.round(
      size,
    )} changes or more, and ${
      repositories > 1 ? 'in a repository ' : ''
    }there ${
      perWeek < 0.95
        ? `is one every ${inWords((7 * 86_400_000) / perWeek)}`
        : 'is one a week'
    }.`,
    figures: [
      cite('Changes per deployment', 'batchSize', batchSize),
      cite('Deployments per week', 'deploymentFrequency', deploymentFrequency),
      plain(
        'Deployments per week and repository',
        perWeek,
        'perWeek',
        deploymentFrequency.n,
      ),
    ],
    move: 'Release each change when it is merged, or at least every day; a smaller batch is also easier to repair.',
    savingMs: stages.find(stage => stage.stage === 'release')?.waiting,
  };
};
