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
  DeploymentFacts,
  IncidentFacts,
  RepairFacts,
  Window,
  withFailures,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { inChunks, oneOf } from '../database';
import { openings, revertedBy } from '../projection/reverts';
import { subjectFromRow, SubjectRow } from '../projection/subjectsTable';
import { breath } from './breath';
import { VisibleScope } from './scope';

/** Repositories that are looked at at once. */
const BATCH = 5;

/**
 * The production deployments of a scope that ended in a window or later, each
 * with the changes of the scope it brought to production and the failure it led
 * to. A deployment belongs to the scope when it brought one of its changes to
 * production, or brought none at all and is of a repository of the scope.
 *
 * Failures are looked for among all deployments of a repository, since an
 * incident belongs to the newest of them.
 */
export async function deploymentsOf(
  knex: Knex,
  scope: VisibleScope,
  changes: readonly ChangeFacts[],
  shippedBy: ReadonlyMap<string, string>,
  window: Window,
): Promise<DeploymentFacts[]> {
  const ofScope = new Map<string, string[]>();
  for (const { change } of changes) {
    const deployment = shippedBy.get(change);
    if (deployment !== undefined) {
      append(ofScope, deployment, change);
    }
  }
  const found: DeploymentFacts[] = [];
  for (const repos of inChunks(await reposOf(knex, scope, changes), BATCH)) {
    const all = await inRepositories(knex, repos, window);
    const others = all.flatMap(({ deployment }) =>
      ofScope.has(deployment) ? [] : [deployment],
    );
    const ofOthers = await shipping(knex, others);
    for (const deployment of all) {
      if (!ofOthers.has(deployment.deployment)) {
        const own = ofScope.get(deployment.deployment) ?? [];
        found.push({ ...deployment, changes: own });
      }
    }
    await breath();
  }
  return found;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}

/** Repositories of a scope's changes, and those its entities live in. */
async function reposOf(
  knex: Knex,
  scope: VisibleScope,
  changes: readonly ChangeFacts[],
): Promise<string[]> {
  const repos = new Set(changes.map(change => change.repo));
  const living: { repo: string }[] = await knex('ownership')
    .distinct('repo')
    .whereNull('valid_to')
    .where(oneOf(knex, 'entity_ref', scope.refs));
  const written = new Set([...repos].map(repo => repo.toLowerCase()));
  for (const { repo } of living) {
    if (!written.has(repo)) {
      repos.add(repo);
    }
  }
  return [...repos].sort();
}

/**
 * The deployments of some repositories, one repository after the other, with
 * the failures they led to. Of their changes only those are told that failures
 * are found by.
 */
async function inRepositories(
  knex: Knex,
  repos: readonly string[],
  { from }: Window,
): Promise<DeploymentFacts[]> {
  const rows: Pick<SubjectRow, 'state'>[] = await knex('subjects')
    .select('state')
    .where({ kind: 'deployment' })
    .where(oneOf(knex, 'repo', repos))
    .where('finished_at', '>=', from);
  const byRepo = new Map<string, DeploymentFacts[]>();
  for (const { state } of rows) {
    const facts: DeploymentFacts | undefined =
      state === null ? undefined : JSON.parse(state);
    if (facts) {
      append(byRepo, facts.repo, facts);
    }
  }
  const all = [...byRepo.values()].flat();
  const incidents = await incidentsOf(knex, repos, all, from);
  const repairs = await repairsOf(knex, repos, from);
  const reverted = repairs.flatMap(repair => repair.reverts ?? []);
  const carriers = await carriersOf(knex, reverted);
  return repos.flatMap(repo =>
    withFailures(
      (byRepo.get(repo) ?? []).sort(byFinish).map(deployment => ({
        ...deployment,
        changes: carriers.get(deployment.deployment) ?? [],
      })),
      incidents.get(repo) ?? [],
      repairs.filter(repair => repair.repo === repo),
    ),
  );
}

function byFinish(a: DeploymentFacts, b: DeploymentFacts): number {
  return (
    (a.finishedAt ?? 0) - (b.finishedAt ?? 0) ||
    (a.deployment < b.deployment ? -1 : 1)
  );
}

/** Those of some deployments that brought any change to production. */
async function shipping(
  knex: Knex,
  deployments: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { deployment: string }[] = await knex('facts')
    .distinct('deployment')
    .where(oneOf(knex, 'deployment', deployments));
  return new Set(rows.map(row => row.deployment));
}

/** Some changes by the deployment that brought them to production. */
async function carriersOf(
  knex: Knex,
  changes: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const rows: { change: string; deployment: string }[] = await knex('facts')
    .select('change', 'deployment')
    .whereNotNull('deployment')
    .where(oneOf(knex, 'change', changes));
  rows.forEach(row => append(found, row.deployment, row.change));
  return found;
}

/** Incidents by the repository whose deployments may have led to them. */
async function incidentsOf(
  knex: Knex,
  repos: readonly string[],
  deployments: readonly DeploymentFacts[],
  from: number,
): Promise<Map<string, IncidentFacts[]>> {
  const repoOf = new Map(deployments.map(d => [d.deployment, d.repo]));
  const rows: SubjectRow[] = await knex('subjects')
    .where({ kind: 'incident' })
    .where(oneOf(knex, 'repo', repos))
    .where('opened_at', '>=', from);
  const linked: SubjectRow[] = await knex('subjects')
    .where({ kind: 'incident' })
    .where(oneOf(knex, 'deployment', repoOf.keys()));
  const found = new Map<string, Map<string, IncidentFacts>>();
  const note = (repo: string | null | undefined, row: SubjectRow) => {
    const { facts } = subjectFromRow(row);
    if (repo && facts && 'incident' in facts) {
      const ofRepo = found.get(repo) ?? new Map<string, IncidentFacts>();
      found.set(repo, ofRepo.set(row.subject, facts));
    }
  };
  rows.forEach(row => note(row.repo, row));
  linked.forEach(row => note(repoOf.get(row.deployment ?? ''), row));
  return new Map([...found].map(([repo, map]) => [repo, [...map.values()]]));
}

/** Reverts and hotfixes of repositories that were opened since an instant. */
async function repairsOf(
  knex: Knex,
  repos: readonly string[],
  from: number,
): Promise<RepairFacts[]> {
  const rows: SubjectRow[] = await knex('subjects')
    .where({ kind: 'change', repairs: true })
    .where(oneOf(knex, 'repo', repos))
    .where('opened_at', '>=', from);
  const repairs = rows.map(subjectFromRow);
  const digests = new Set(repairs.flatMap(r => r.revertsDigest ?? []));
  const reverted = await openings(knex, 'title_digest', digests);
  const live = await productionOf(
    knex,
    repairs.map(repair => repair.subject),
  );
  return repairs.flatMap((repair): RepairFacts[] => {
    const { subject: change, repo, openedAt, revertsDigest: digest } = repair;
    if (repo === undefined || openedAt === undefined) {
      return [];
    }
    const base = { change, repo, openedAt, productionAt: live.get(change) };
    if (digest === undefined) {
      return [base];
    }
    const reverts = revertedBy({ change, repo, digest, openedAt }, reverted);
    return reverts === undefined ? [] : [{ ...base, reverts }];
  });
}

async function productionOf(
  knex: Knex,
  changes: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const rows: { change: string; production_at: number | string }[] = await knex(
    'facts',
  )
    .select('change', 'production_at')
    .whereNotNull('production_at')
    .where(oneOf(knex, 'change', changes));
  rows.forEach(row => found.set(row.change, Number(row.production_at)));
  return found;
}
