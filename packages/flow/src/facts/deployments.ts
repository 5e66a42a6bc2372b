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
  compareEvents,
  DeploymentDescription,
  FlowEvent,
} from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { environmentVerdict } from '../production/environments';
import { DeploymentFacts, DeploymentFailure, ReleaseFacts } from './factTypes';

/**
 * How one deployment went, from its events. Undefined while its description is
 * not known.
 *
 * @param changes - keys of the changes that reached production with it
 * @public
 */
export function deploymentFacts(
  events: readonly FlowEvent[],
  deployment: string,
  changes: string[],
): DeploymentFacts | undefined {
  const own = events.filter(event => event.subject === deployment);
  let description: Partial<DeploymentDescription> = {};
  const dates: Pick<
    DeploymentFacts,
    'requestedAt' | 'startedAt' | 'finishedAt' | 'outcome' | 'rolledBackAt'
  > = {};
  for (const event of own.sort(compareEvents)) {
    const at = Date.parse(event.at);
    switch (event.type) {
      case 'deployment.requested':
        description = { ...description, ...event.data };
        dates.requestedAt ??= at;
        break;
      case 'deployment.started':
        dates.startedAt ??= at;
        break;
      case 'deployment.finished': {
        const { outcome, ...rest } = event.data;
        description = { ...description, ...rest };
        if (dates.outcome !== 'success') {
          dates.finishedAt = at;
          dates.outcome = outcome;
        }
        break;
      }
      case 'deployment.rolledBack':
        dates.rolledBackAt ??= at;
        break;
      default:
        break;
    }
  }
  const { environment, repo, sha } = description;
  if (environment === undefined || repo === undefined || sha === undefined) {
    return undefined;
  }
  const { production } = environmentVerdict(
    environment,
    description.production,
    [],
  );
  return { deployment, environment, repo, sha, production, changes, ...dates };
}

/**
 * An incident, from its events.
 *
 * @public
 */
export interface IncidentFacts {
  incident: string;
  openedAt: Instant;
  resolvedAt?: Instant;
  deployment?: string;
  repo?: string;
}

/**
 * A change that repairs: it reverts another, or is a hotfix.
 *
 * @public
 */
export interface RepairFacts {
  change: string;
  repo: string;
  openedAt: Instant;
  productionAt?: Instant;
  /** Key of the change it reverts; absent for a hotfix. */
  reverts?: string;
}

/**
 * Whether a change is a hotfix: labelled so, or its title begins so.
 *
 * @public
 */
export function isHotfix(change: {
  title: string;
  labels?: string[];
}): boolean {
  return (
    /^hot-?fix\b/i.test(change.title) ||
    (change.labels?.some(label => /^hot-?fix$/i.test(label)) ?? false)
  );
}

/**
 * The deployments of one repository, each successful production one with the
 * first failure it led to: an incident linked to it (or to the repository,
 * while it was the newest in production), its roll-back, the revert of a change
 * in it, or a hotfix opened while it was the newest.
 *
 * @public
 */
export function withFailures(
  deployments: readonly DeploymentFacts[],
  incidents: readonly IncidentFacts[],
  repairs: readonly RepairFacts[],
): DeploymentFacts[] {
  const live = deployments.filter(isLive).sort(byFinish);
  const carriers = carriersOf(live);
  const failures = new Map<string | undefined, DeploymentFailure[]>();
  const blame = (deployment: string | undefined, failure: DeploymentFailure) =>
    failures.set(deployment, [...(failures.get(deployment) ?? []), failure]);
  live.forEach(deployment =>
    rollBack(deployment).forEach(f => blame(deployment.deployment, f)),
  );
  incidents.forEach(i => blame(culprit(i, live), byIncident(i)));
  repairs.forEach(r => blame(repaired(r, live, carriers), byRepair(r)));
  return deployments.map(deployment => {
    const [failure] = isLive(deployment)
      ? (failures.get(deployment.deployment) ?? []).sort((a, b) => a.at - b.at)
      : [];
    return failure ? { ...deployment, failure } : deployment;
  });
}

type Live = DeploymentFacts & { finishedAt: Instant };

/** A successful deployment to production. */
function isLive(deployment: DeploymentFacts): deployment is Live {
  return (
    deployment.production &&
    deployment.outcome === 'success' &&
    deployment.finishedAt !== undefined
  );
}

function byFinish(a: Live, b: Live): number {
  return a.finishedAt - b.finishedAt || (a.deployment < b.deployment ? -1 : 1);
}

/** The newest deployment in production at an instant. */
function newestAt(live: Live[], at: Instant): string | undefined {
  return live.filter(deployment => deployment.finishedAt <= at).pop()
    ?.deployment;
}

/** The first deployment that carries each change. */
function carriersOf(live: Live[]): Map<string, string> {
  const carriers = new Map<string, string>();
  for (const { deployment, changes } of live) {
    for (const change of changes) {
      if (!carriers.has(change)) {
        carriers.set(change, deployment);
      }
    }
  }
  return carriers;
}

function culprit(incident: IncidentFacts, live: Live[]): string | undefined {
  return incident.deployment ?? newestAt(live, incident.openedAt);
}

function repaired(
  { reverts, openedAt }: RepairFacts,
  live: Live[],
  carriers: ReadonlyMap<string, string>,
): string | undefined {
  return reverts === undefined
    ? newestAt(live, openedAt)
    : carriers.get(reverts);
}

function rollBack(deployment: Live): DeploymentFailure[] {
  const { rolledBackAt: at } = deployment;
  return at === undefined || at < deployment.finishedAt
    ? []
    : [{ cause: 'rolledBack', at, recoveredAt: at }];
}

function byIncident(incident: IncidentFacts): DeploymentFailure {
  return {
    cause: 'incident',
    at: incident.openedAt,
    recoveredAt: incident.resolvedAt,
    evidence: incident.incident,
  };
}

function byRepair(repair: RepairFacts): DeploymentFailure {
  return {
    cause: repair.reverts === undefined ? 'hotfix' : 'reverted',
    at: repair.openedAt,
    recoveredAt: repair.productionAt,
    evidence: repair.change,
  };
}

/**
 * Deployments as releases, one each, until releases are read where they are
 * stored.
 *
 * @public
 */
export function releasesOfDeployments(
  deployments: readonly DeploymentFacts[],
): ReleaseFacts[] {
  return deployments.flatMap(deployment => {
    const { startedAt, requestedAt, finishedAt, outcome } = deployment;
    const begun = startedAt ?? requestedAt ?? finishedAt;
    if (!deployment.production || begun === undefined) {
      return [];
    }
    return [
      {
        release: deployment.deployment,
        kind: 'release' as const,
        repo: deployment.repo,
        services: [],
        sha: deployment.sha,
        environments: [deployment.environment],
        rollOuts: [deployment.deployment],
        startedAt: begun,
        ...(outcome === 'success' && { productionAt: finishedAt }),
        failedRollOuts: outcome === 'failure' ? 1 : 0,
        changes: deployment.changes,
        failure: deployment.failure,
      },
    ];
  });
}
