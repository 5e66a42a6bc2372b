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

import { containsChange, Merge } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { Subject } from './subjects';
import { subjectFromRow, SubjectRow, subjectsByKey } from './subjectsTable';

/** Deployments that are looked through at once; more in every further round. */
const FIRST_CHUNK = 30;
const LARGEST_CHUNK = 1_000;

/**
 * The production deployments that contain each change, as far as its timeline
 * can depend on them: those that list it, those of its merge commit, and of the
 * others those described before it had reached production. The rule is the
 * core's; this only finds candidates for it.
 */
export async function deploymentsContaining(
  knex: Knex,
  merges: readonly Merge[],
): Promise<Map<string, Subject[]>> {
  const found: Found = new Map();
  await findByList(knex, merges, found);
  await findBySha(knex, merges, found);
  const byRepo = new Map<string, Merge[]>();
  for (const merge of merges) {
    byRepo.set(merge.repo, [...(byRepo.get(merge.repo) ?? []), merge]);
  }
  for (const [repo, ofRepo] of byRepo) {
    await findByHistory(knex, repo, ofRepo, found);
  }
  return new Map(
    [...found].map(([change, deployments]) => [
      change,
      [...deployments.values()],
    ]),
  );
}

type Found = Map<string, Map<string, Subject>>;

function note(found: Found, change: string, deployment: Subject): void {
  const deployments = found.get(change) ?? new Map<string, Subject>();
  deployments.set(deployment.subject, deployment);
  found.set(change, deployments);
}

/** Deployments that name the change. */
async function findByList(
  knex: Knex,
  merges: readonly Merge[],
  found: Found,
): Promise<void> {
  const keys = merges.map(merge => merge.change);
  const links: { change: string; subject: string }[] = await knex('links')
    .select('change', 'subject')
    .where({ kind: 'lists' })
    .where(oneOf(knex, 'change', keys));
  const deployments = await subjectsByKey(
    knex,
    links.map(link => link.subject),
  );
  for (const link of links) {
    const deployment = deployments.get(link.subject);
    if (deployment?.production) {
      note(found, link.change, deployment);
    }
  }
}

/** Deployments of the very merge commit, whenever they were described. */
async function findBySha(
  knex: Knex,
  merges: readonly Merge[],
  found: Found,
): Promise<void> {
  const shas = merges.map(merge => merge.sha);
  const rows: SubjectRow[] = await knex('subjects')
    .where({ kind: 'deployment', production: true })
    .where(oneOf(knex, 'sha', shas));
  const deployments = rows.map(subjectFromRow);
  for (const merge of merges) {
    for (const deployment of deployments) {
      if (contains(deployment, merge, undefined)) {
        note(found, merge.change, deployment);
      }
    }
  }
}

/**
 * Deployments of a later merge, in the order in which they were described,
 * until every change has reached production with one.
 */
async function findByHistory(
  knex: Knex,
  repo: string,
  merges: readonly Merge[],
  found: Found,
): Promise<void> {
  let pending = [...merges];
  let after = { at: Math.min(...merges.map(m => m.at)) - 1, subject: '' };
  let limit = FIRST_CHUNK;
  while (pending.length > 0) {
    const deployments = await describedAfter(knex, repo, after, limit);
    const deployed = await mergesOf(knex, repo, deployments);
    for (const deployment of deployments) {
      const candidates = deployed.get(deployment.sha ?? '') ?? [];
      for (const merge of pending) {
        if (
          candidates.some(d => contains(deployment, merge, d)) &&
          isDescribedBefore(deployment, found.get(merge.change))
        ) {
          note(found, merge.change, deployment);
        }
      }
    }
    const last = deployments[deployments.length - 1];
    if (deployments.length < limit || last?.describedAt === undefined) {
      return;
    }
    after = { at: last.describedAt, subject: last.subject };
    pending = notReachedBy(after.at, pending, found);
    limit = Math.min(LARGEST_CHUNK, limit * 3);
  }
}

/** Changes that had not reached production by an instant. */
function notReachedBy(
  at: number,
  merges: readonly Merge[],
  found: Found,
): Merge[] {
  return merges.filter(({ change }) => reachedBy(found.get(change)) > at);
}

function contains(
  deployment: Subject,
  merge: Merge,
  deployed: Merge | undefined,
): boolean {
  const { repo, sha, describedAt } = deployment;
  return (
    repo !== undefined &&
    sha !== undefined &&
    describedAt !== undefined &&
    containsChange({ repo, sha }, describedAt, merge, deployed)
  );
}

/** Whether a deployment was described before another reached production. */
function isDescribedBefore(
  { describedAt = Infinity }: Subject,
  others: Map<string, Subject> | undefined,
): boolean {
  return describedAt <= reachedBy(others);
}

/** When the first of some deployments reached production. */
function reachedBy(deployments: Map<string, Subject> | undefined): number {
  const successes = [...(deployments?.values() ?? [])].map(deployment =>
    deployment.outcome === 'success'
      ? deployment.finishedAt ?? Infinity
      : Infinity,
  );
  return Math.min(Infinity, ...successes);
}

async function describedAfter(
  knex: Knex,
  repo: string,
  after: { at: number; subject: string },
  limit: number,
): Promise<Subject[]> {
  const rows = await knex<SubjectRow>('subjects')
    .where({ repo, kind: 'deployment' })
    .where(page =>
      page
        .where('described_at', '>', after.at)
        .orWhere(tie =>
          tie
            .where('described_at', after.at)
            .where('subject', '>', after.subject),
        ),
    )
    .orderBy([{ column: 'described_at' }, { column: 'subject' }])
    .limit(limit);
  return rows.map(subjectFromRow);
}

/** The merges whose commits some deployments roll out, by commit. */
async function mergesOf(
  knex: Knex,
  repo: string,
  deployments: readonly Subject[],
): Promise<Map<string, Merge[]>> {
  const shas = new Set(deployments.flatMap(d => d.sha ?? []));
  if (shas.size === 0) {
    return new Map();
  }
  const rows: SubjectRow[] = await knex('subjects')
    .where({ repo, kind: 'change' })
    .where(oneOf(knex, 'sha', shas));
  const found = new Map<string, Merge[]>();
  for (const merge of rows.map(subjectFromRow).flatMap(asMerge)) {
    found.set(merge.sha, [...(found.get(merge.sha) ?? []), merge]);
  }
  return found;
}

/** A change as the core wants to know its merge; nothing when it is not merged. */
export function asMerge(subject: Subject): Merge[] {
  const { subject: change, repo, sha, mergedAt: at, baseBranch } = subject;
  return subject.kind === 'change' && repo && sha && at !== undefined
    ? [{ change, repo, sha, at, ...(baseBranch && { baseBranch }) }]
    : [];
}
