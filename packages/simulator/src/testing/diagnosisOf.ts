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

import {
  ChangeFacts,
  changeFacts,
  DEFAULT_FINDING_THRESHOLDS,
  DEFAULT_WORK_TYPE_RULES,
  degradationWindow,
  describeChange,
  diagnose,
  Diagnosis,
  Figure,
  FIGURE_IDS,
  FigureId,
  FigureStatus,
  Finding,
  FindingRule,
  Observations,
  poolFigures,
  poolStages,
  Queue,
  rankGateways,
  ReleaseFacts,
  statusOf,
  Target,
  teamOfParty,
  Timeline,
  Window,
  withCurrentTurn,
  workTypeOf,
} from 'chokepoint-flow';
import { Service } from '..';
import { ChangeTruth } from '../truth/ChangeTruth';
import { HOUR } from '../calendar/time';
import { Recording } from './listen';
import { placementIn } from './placementIn';
import { timelineOf } from './timelineOf';

/** What is looked at: the services of a scope, in a window. */
export interface Scope {
  services: readonly Service[];
  window: Window;
}

/** The targets by which a figure is good or bad. */
export type Targets = Partial<Record<FigureId, Target>>;

/** A change of the scope, as flow knows it. */
interface Told {
  truth: ChangeTruth;
  timeline: Timeline;
  facts: ChangeFacts;
}

/** What the diagnosis finds in a scope, from the events alone, by rule. */
export function findingsIn(
  recording: Recording,
  scope: Scope,
  targets: Targets,
): Map<FindingRule, Finding> {
  const findings = diagnose(diagnosisOf(recording, scope, targets));
  return new Map(findings.map(finding => [finding.rule, finding]));
}

/** Everything that is known of a scope, from the events alone. */
export function diagnosisOf(
  recording: Recording,
  scope: Scope,
  targets: Targets,
): Diagnosis {
  const { window, services } = scope;
  const year = degradationWindow(window, window.to);
  const told = toldOf(recording, { services, window: year });
  const observations: Observations = {
    changes: told.map(({ facts }) => withCurrentTurn(facts, window.to)),
    releases: releasesOf(recording, told),
    window,
    asOf: window.to,
    reviewTarget: 8 * HOUR,
  };
  const figures = poolFigures(observations);
  const queue = queueOf(recording, told, window);
  return {
    observations,
    lastYear: { ...observations, window: year },
    queue,
    figures,
    stages: poolStages(observations),
    gateways: rankGateways(queue),
    statuses: statusesOf(figures, targets),
    entities: services.length,
    unownedEntities: services.filter(({ owner }) => owner === undefined).length,
    thresholds: DEFAULT_FINDING_THRESHOLDS,
  };
}

function statusesOf(
  figures: Record<FigureId, Figure>,
  targets: Targets,
): Partial<Record<FigureId, FigureStatus>> {
  const statuses: Partial<Record<FigureId, FigureStatus>> = {};
  for (const id of FIGURE_IDS) {
    const target = targets[id];
    if (target) {
      statuses[id] = statusOf(figures[id], target);
    }
  }
  return statuses;
}

function toldOf(recording: Recording, { services, window }: Scope): Told[] {
  const names = new Set(services.map(({ name }) => name));
  const ofScope = recording.truths.filter(truth =>
    truth.services.some(name => names.has(name)),
  );
  return ofScope.flatMap(truth => {
    const timeline = timelineOf(truth, recording, window.to);
    const facts = timeline && factsOf(truth, timeline, recording);
    const isSeen =
      timeline && (timeline.end === undefined || timeline.end >= window.from);
    return isSeen && facts ? [{ truth, timeline, facts }] : [];
  });
}

function factsOf(
  truth: ChangeTruth,
  timeline: Timeline,
  recording: Recording,
): ChangeFacts | undefined {
  const { change, owner, workItems } = truth;
  const { eventsOf, directory } = recording;
  const { placements } = placementIn(recording, truth.repo);
  const events = eventsOf(change, ...workItems);
  const description = describeChange(events, change, timeline.asOf);
  const labels = events.flatMap(event =>
    event.type === 'workItem.created' ? event.data?.labels ?? [] : [],
  );
  return (
    description &&
    changeFacts(timeline, {
      description,
      owner,
      workType: workTypeOf(description, DEFAULT_WORK_TYPE_RULES, labels),
      teamOf: party => teamOfParty(party, owner, directory.groupsOf),
      revertedAt: placements
        .get(change)
        ?.revertedAt.find(at => at <= timeline.asOf),
    })
  );
}

/** The releases of the repositories of some changes, each with those of them that it brought. */
function releasesOf(
  recording: Recording,
  told: readonly Told[],
): ReleaseFacts[] {
  const own = new Set(told.map(({ facts }) => facts.change));
  const repos = new Set(told.map(({ facts }) => facts.repo));
  return [...repos].flatMap(repo =>
    placementIn(recording, repo).releases.map(release => ({
      ...release,
      changes: release.changes.filter(change => own.has(change)),
    })),
  );
}

function queueOf(
  { directory }: Recording,
  told: readonly Told[],
  window: Window,
): Queue {
  const teamOf = (party: string, owner: string) =>
    teamOfParty(party, owner, directory.groupsOf);
  return {
    changes: new Map(
      told.map(({ facts, truth }) => [
        facts.change,
        {
          ...facts,
          entities: truth.services.map(name => `component:default/${name}`),
          productionAt: facts.milestones.productionAt,
          approvers: facts.approvers.map(party => ({
            party,
            team: teamOf(party, facts.owner),
          })),
        },
      ]),
    ),
    segments: told.flatMap(({ facts: { change, owner }, timeline }) =>
      timeline.segments
        .filter(({ mode }) => mode === 'waiting')
        .map(({ stage, start, end, holders }) => ({
          change,
          stage,
          start,
          end,
          open: timeline.end === undefined && end === window.to,
          holders: holders.map(({ party, share }) => ({
            party,
            share,
            team: teamOf(party, owner),
          })),
        })),
    ),
    window,
    asOf: window.to,
  };
}
