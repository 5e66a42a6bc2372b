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
  deploymentFacts,
  DeploymentFacts,
  FlowEvent,
  IncidentFacts,
  RepairFacts,
  withFailures,
} from 'chokepoint-flow';
import { Recording } from './listen';

/**
 * The deployments to production of the repositories of some changes, with the
 * changes they brought there and the failures they led to, from the events.
 */
export function deploymentsOf(
  recording: Recording,
  changes: readonly ChangeFacts[],
  repairs: readonly RepairFacts[],
): DeploymentFacts[] {
  const repos = [...new Set(changes.map(({ repo }) => repo))];
  const keys = new Set(
    recording.events
      .filter(({ type }) => type.startsWith('deployment.'))
      .map(({ subject }) => subject),
  );
  const incidents = incidentsOf(recording);
  return repos.flatMap(repo => {
    const own = changes.filter(change => change.repo === repo);
    const deployments = [...keys]
      .filter(key => key.startsWith(`${repo}/deployments/`))
      .flatMap(key => deploymentFacts(recording.eventsOf(key), key, []) ?? [])
      .filter(({ production }) => production)
      .map(deployment => ({
        ...deployment,
        changes: broughtBy(deployment, own),
      }));
    return withFailures(
      deployments,
      incidents.filter(incident => concerns(incident, repo, deployments)),
      repairs.filter(repair => repair.repo === repo),
    );
  });
}

/** The changes of a repository that a deployment brought to production. */
function broughtBy(
  { finishedAt, outcome }: DeploymentFacts,
  changes: readonly ChangeFacts[],
): string[] {
  return changes
    .filter(
      ({ milestones, productionObserved }) =>
        productionObserved &&
        outcome === 'success' &&
        milestones.productionAt === finishedAt,
    )
    .map(({ change }) => change);
}

function incidentsOf({ events, eventsOf }: Recording): IncidentFacts[] {
  return events.flatMap(event =>
    event.type === 'incident.opened'
      ? {
          incident: event.subject,
          openedAt: Date.parse(event.at),
          resolvedAt: resolvedAt(eventsOf(event.subject)),
          deployment: event.data?.deployment,
          repo: event.data?.repo,
        }
      : [],
  );
}

function resolvedAt(events: readonly FlowEvent[]): number | undefined {
  const resolved = events.find(({ type }) => type === 'incident.resolved');
  return resolved && Date.parse(resolved.at);
}

function concerns(
  incident: IncidentFacts,
  repo: string,
  deployments: readonly DeploymentFacts[],
): boolean {
  return incident.deployment === undefined
    ? incident.repo === repo
    : deployments.some(({ deployment }) => deployment === incident.deployment);
}
