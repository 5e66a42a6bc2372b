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

import { FlowEvent } from 'chokepoint-flow';
import { Story } from './story';

/** How many changes a factory makes, in how many repositories. */
export interface FactoryOptions {
  changes: number;
  repos: number;
}

const PEOPLE = ['alice', 'bob', 'carol', 'dave'];

/**
 * An endless-looking stream of plausible events in constant memory, always the
 * same: changes with their work items, one production deployment for every
 * third of them. About 17 events a change.
 */
export function* factoryEvents({
  changes,
  repos,
}: FactoryOptions): Iterable<FlowEvent> {
  for (let n = 0; n < changes; n++) {
    const repo = `github.com/acme/repo-${n % repos}`;
    // A change an hour and repository, whatever the number of repositories.
    const hour = n / repos;
    yield* workItem(n, hour);
    yield* change(n, hour, repo);
    if (Math.floor(n / repos) % 3 === 2) {
      yield* deployment(n, hour + 30, repo);
    }
  }
}

function person(n: number): string {
  return PEOPLE[n % PEOPLE.length];
}

function workItem(n: number, hour: number): FlowEvent[] {
  return new Story(`acme.atlassian.net/browse/SHOP-${n}`, 'api:factory')
    .tell(hour, 'workItem.created', person(n), { title: `Item ${n}` })
    .tell(hour + 1, 'workItem.decided', person(n + 1))
    .tell(hour + 2, 'workItem.started', person(n)).events;
}

function change(n: number, hour: number, repo: string): FlowEvent[] {
  const author = person(n);
  const reviewer = person(n + 1);
  return new Story(`${repo}/pull/${n}`, 'api:factory')
    .tell(hour + 3, 'change.opened', author, {
      title: `Change ${n}`,
      url: `https://${repo}/pull/${n}`,
      repo,
      baseBranch: 'main',
      additions: n % 300,
      deletions: n % 7,
      labels: n % 5 === 0 ? ['bug'] : [],
      workItems: [`acme.atlassian.net/browse/SHOP-${n}`],
    })
    .tell(hour + 3, 'change.pushed', author, { sha: `head-${n}-1` })
    .tell(hour + 3.1, 'change.checksStarted', undefined)
    .tell(hour + 3.5, 'change.checksFinished', undefined, {
      outcome: 'success',
    })
    .tell(hour + 4, 'change.reviewRequested', author, {
      reviewers: [`github.com/${reviewer}`],
    })
    .tell(hour + 8, 'change.commented', reviewer)
    .tell(hour + 9, 'change.reviewed', reviewer, {
      verdict: 'changesRequested',
    })
    .tell(hour + 12, 'change.pushed', author, { sha: `head-${n}-2` })
    .tell(hour + 12, 'change.reviewRequested', author, {
      reviewers: [`github.com/${reviewer}`],
    })
    .tell(hour + 20, 'change.reviewed', reviewer, { verdict: 'approved' })
    .tell(hour + 24, 'change.merged', author, { sha: `merge-${n}` }).events;
}

function deployment(n: number, hour: number, repo: string): FlowEvent[] {
  return new Story(`${repo}/deployments/${n}`, 'api:factory')
    .tell(hour, 'deployment.requested', person(n), {
      environment: 'production',
      repo,
      sha: `merge-${n}`,
    })
    .tell(hour + 1, 'deployment.started', undefined)
    .tell(hour + 2, 'deployment.finished', undefined, { outcome: 'success' })
    .events;
}
