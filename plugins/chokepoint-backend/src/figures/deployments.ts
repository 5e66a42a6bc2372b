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
import { oneOf } from '../database';
import { openings, revertedBy } from '../projection/reverts';
import { Subject } from '../projection/subjects';
import { subjectFromRow, SubjectRow } from '../projection/subjectsTable';
import { VisibleScope } from './scope';

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
      ofScope.set(deployment, [...(ofScope.get(deployment) ?? []), change]);
    }
  }
  const found: DeploymentFacts[] = [];
  for (const repo of await reposOf(knex, scope, changes)) {
    for (const deployment of await inRepository(knex, repo, window)) {
      const own = ofScope.get(deployment.deployment);
      if (own || deployment.changes.length === 0) {
        found.push({ ...deployment, changes: own ?? [] });
      }
    }
  }
  return found;
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

async function inRepository(
  knex: Knex,
  repo: string,
  { from }: Window,
): Promise<DeploymentFacts[]> {
  const rows = await knex<SubjectRow>('subjects')
    .where({ repo, kind: 'deployment' })
    .where('finished_at', '>=', from);
  const subjects = rows.map(subjectFromRow);
  const keys = subjects.map(({ subject }) => subject);
  const changes = await changesShippedBy(knex, keys);
  const deployments = subjects.flatMap(({ subject, facts }) =>
    facts && 'environment' in facts
      ? [{ ...facts, changes: changes.get(subject) ?? [] }]
      : [],
  );
  return deployments.length === 0
    ? []
    : withFailures(
        deployments,
        await incidentsOf(knex, repo, keys, from),
        await repairsOf(knex, repo, from),
      );
}

async function changesShippedBy(
  knex: Knex,
  deployments: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const rows: { change: string; deployment: string }[] = await knex('facts')
    .select('change', 'deployment')
    .where(oneOf(knex, 'deployment', deployments))
    .orderBy('opened_at');
  for (const { change, deployment } of rows) {
    found.set(deployment, [...(found.get(deployment) ?? []), change]);
  }
  return found;
}

async function incidentsOf(
  knex: Knex,
  repo: string,
  deployments: readonly string[],
  from: number,
): Promise<IncidentFacts[]> {
  const found = new Map<string, Subject>();
  const ofRepo = await knex<SubjectRow>('subjects')
    .where({ repo, kind: 'incident' })
    .where('opened_at', '>=', from);
  const linked: SubjectRow[] = await knex('subjects')
    .where({ kind: 'incident' })
    .where(oneOf(knex, 'deployment', deployments));
  for (const subject of [...ofRepo, ...linked].map(subjectFromRow)) {
    found.set(subject.subject, subject);
  }
  return [...found.values()].flatMap(({ facts }) =>
    facts && 'incident' in facts ? [facts] : [],
  );
}

/** Reverts and hotfixes of a repository that were opened since an instant. */
async function repairsOf(
  knex: Knex,
  repo: string,
  from: number,
): Promise<RepairFacts[]> {
  const rows = await knex<SubjectRow>('subjects')
    .where({ repo, kind: 'change', repairs: true })
    .where('opened_at', '>=', from);
  const repairs = rows.map(subjectFromRow);
  const digests = new Set(repairs.flatMap(r => r.revertsDigest ?? []));
  const reverted = await openings(knex, 'title_digest', digests);
  const live = await productionOf(
    knex,
    repairs.map(repair => repair.subject),
  );
  return repairs.flatMap((repair): RepairFacts[] => {
    const { subject: change, openedAt, revertsDigest: digest } = repair;
    if (openedAt === undefined) {
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
