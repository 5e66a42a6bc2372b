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

import { ReleaseFacts } from '../facts/factTypes';
import { Instant } from '../timeline/Segment';
import { IncidentRecord } from './IncidentRecord';
import { Release } from './LiveBoard';
import { RepositoryInput } from './RepositoryPlacement';
import { RepositoryWalk } from './RepositoryWalk';
import { isHotfixChange, revertsIn } from './reverts';
import { WalkedChange } from './WalkedChange';

interface Walked {
  input: RepositoryInput;
  walk: RepositoryWalk;
  changes: readonly WalkedChange[];
}

/** What an incident is by an instant. */
interface IncidentState {
  incident: string;
  openedAt: Instant;
  resolvedAt?: Instant;
  deployment?: string;
  services: readonly string[];
  causeUnknown: boolean;
}

/**
 * The releases of a repository, each with the first failure it led to (section
 * 2 of the model, *What failed*), and the incidents that belong to none.
 */
export function releasesIn(
  walked: Walked,
  asOf: Instant,
): { releases: ReleaseFacts[]; unlinked: string[] } {
  const { input, walk } = walked;
  const own = new Set(
    input.rollOuts
      .filter(({ repos }) => repos.includes(input.repo))
      .map(({ rollOut }) => rollOut),
  );
  const releases = walk.board.releases
    .filter(({ isTrial, id }) => !isTrial && own.has(id))
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const byId = new Map(releases.map(release => [release.id, release]));
  blameReverts(walked, byId);
  blameHotfixes(walked, releases);
  const causeUnknown = new Set<string>();
  const unlinked: string[] = [];
  for (const record of input.incidents) {
    const incident = incidentAt(record, asOf, input);
    const release = incident && culprit(incident, releases, walked);
    if (release && incident) {
      release.failures.push({
        cause: 'incident',
        at: incident.openedAt,
        ...(incident.resolvedAt !== undefined && {
          recoveredAt: incident.resolvedAt,
        }),
        evidence: incident.incident,
      });
      if (incident.causeUnknown) {
        causeUnknown.add(incident.incident);
      }
    } else if (incident) {
      unlinked.push(incident.incident);
    }
  }
  return {
    releases: releases.map(release => factsOf(release, input, causeUnknown)),
    unlinked: unlinked.sort(),
  };
}

function factsOf(
  release: Release,
  { repo, entities }: RepositoryInput,
  causeUnknown: ReadonlySet<string>,
): ReleaseFacts {
  const { service, productionAt } = release;
  const [failure] = [...release.failures].sort((a, b) => a.at - b.at);
  return {
    release: release.id,
    kind: release.kind,
    repo,
    services: entities.some(({ ref }) => ref === service)
      ? [service ?? '']
      : [],
    sha: release.sha,
    environments: [...release.environments].sort(),
    rollOuts: [...release.rollOuts],
    startedAt: release.startedAt,
    ...(productionAt !== undefined && { productionAt }),
    failedRollOuts: release.failedRollOuts,
    changes: [...release.changes].sort(),
    ...(productionAt !== undefined && failure && { failure }),
    ...(failure?.evidence !== undefined &&
      causeUnknown.has(failure.evidence) && { causeUnknown: true }),
  };
}

/** A shipped revert of what was in production before the revert was merged. */
function blameReverts(
  { changes, input }: Walked,
  releases: ReadonlyMap<string, Release>,
): void {
  for (const [revert, reverted] of revertsIn(changes, input.rules)) {
    const live = reverted.productionAt ?? Infinity;
    const { landing, shippedAt } = revert;
    if (landing && shippedAt !== undefined && live < landing.at) {
      releases.get(reverted.release ?? '')?.failures.push({
        cause: 'reverted',
        at: revert.openedAt,
        recoveredAt: shippedAt,
        evidence: revert.key,
      });
    }
  }
}

/** A shipped hotfix, against the release of its service that was newest when it was opened. */
function blameHotfixes(
  { changes, input: { rules } }: Walked,
  releases: readonly Release[],
): void {
  for (const change of changes) {
    if (
      change.shippedAt !== undefined &&
      !change.isCarrier &&
      isHotfixChange(change, rules.failures.hotfixWords)
    ) {
      const newest = releases.findLast(
        release =>
          release.kind === 'release' &&
          isOfAny(release, change.entities) &&
          (release.productionAt ?? Infinity) <= change.openedAt,
      );
      newest?.failures.push({
        cause: 'hotfix',
        at: change.openedAt,
        recoveredAt: change.shippedAt,
        evidence: change.key,
      });
    }
  }
}

/** Whether a release is of one of some entities, or of a whole repository. */
function isOfAny({ service }: Release, entities: readonly string[]): boolean {
  return (
    service === undefined || entities.length === 0 || entities.includes(service)
  );
}

/** An incident that counts as a failure, as far as it was known at an instant. */
function incidentAt(
  { incident, happenings }: IncidentRecord,
  asOf: Instant,
  { rules }: RepositoryInput,
): IncidentState | undefined {
  let openedAt: Instant | undefined;
  let resolvedAt: Instant | undefined;
  let said: Partial<IncidentRecord['happenings'][number]> = {};
  for (const happening of happenings) {
    if (happening.at > asOf) {
      break;
    }
    said = { ...said, ...happening };
    if (happening.kind === 'opened') {
      openedAt ??= happening.at;
      resolvedAt = undefined;
    } else if (happening.kind === 'resolved') {
      resolvedAt = happening.at;
    }
  }
  const { severities } = rules.failures;
  const counts =
    said.cause !== 'other' &&
    (!severities ||
      said.severity === undefined ||
      severities.some(s => s.toLowerCase() === said.severity?.toLowerCase()));
  return openedAt === undefined || !counts
    ? undefined
    : {
        incident,
        openedAt,
        ...(resolvedAt !== undefined && { resolvedAt }),
        ...(said.deployment !== undefined && { deployment: said.deployment }),
        services: said.services ?? [],
        causeUnknown: said.cause !== 'change',
      };
}

/**
 * The release that an incident belongs to: of the deployment it names; else the
 * one of its services, or of its repository, that was rolling out or was the
 * newest when it opened, if that began not too long before.
 */
function culprit(
  { deployment, services, openedAt }: IncidentState,
  releases: readonly Release[],
  { input, walk }: Walked,
): Release | undefined {
  if (deployment !== undefined) {
    const named = walk.board.releaseOf(deployment);
    return named && releases.includes(named) ? named : undefined;
  }
  const refs = services.flatMap(service => walk.parts.refOf(service) ?? []);
  if (services.length > 0 && refs.length === 0) {
    return undefined;
  }
  const newest = releases.findLast(
    release =>
      release.kind === 'release' &&
      isOfAny(release, refs) &&
      wasThereAt(release, openedAt),
  );
  return newest &&
    newest.startedAt >= openedAt - input.rules.failures.incidentLag
    ? newest
    : undefined;
}

/** Whether a release was live at an instant, or was rolling out. */
function wasThereAt(release: Release, at: Instant): boolean {
  if (release.startedAt > at) {
    return false;
  }
  if ((release.productionAt ?? Infinity) <= at) {
    return true;
  }
  return [...release.rollOuts].some(
    rollOut => (release.endedAt.get(rollOut) ?? Infinity) > at,
  );
}
