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

import type {
  Commit,
  DeploymentDescription,
  Instant,
  Party,
} from 'chokepoint-flow';
import { PIPELINE_BOT } from '../company/automations';
import { RepositorySite } from '../company/Company';
import { actorOf } from './Ball';
import { Change } from './Change';
import { Report } from './Journal';

/** One deployment to production, and the changes it carries. */
export class Deployment {
  attempts = 0;

  constructor(
    private readonly yard: Yard,
    private readonly site: RepositorySite,
    readonly key: string,
    readonly sha: string,
    readonly carried: readonly Change[],
  ) {
    carried.forEach(change => change.deployments.push(key));
  }

  /** It is asked for, with these commits. */
  request(): void {
    if (!this.site.rules.reportsOnlyTheEnd) {
      this.yard.report({
        type: 'deployment.requested',
        subject: this.key,
        actor: actorOf(PIPELINE_BOT),
        data: this.description(),
      });
    }
  }

  askForApproval(ids: string[], parties: Party[]): void {
    this.yard.report({
      type: 'deployment.approvalRequested',
      subject: this.key,
      data: { approvers: ids },
    });
    this.carried.forEach(change => change.roll({ approvers: parties }));
  }

  approve(by: { id: string; kind: 'human' }): void {
    this.yard.report({
      type: 'deployment.approved',
      subject: this.key,
      actor: by,
      data: { approvers: [by.id] },
    });
    this.carried.forEach(change => change.roll({ approvers: undefined }));
  }

  start(): void {
    this.attempts += 1;
    if (!this.site.rules.reportsOnlyTheEnd) {
      this.yard.report({
        type: 'deployment.started',
        subject: this.key,
        actor: actorOf(PIPELINE_BOT),
      });
      this.carried.forEach(change => change.roll({ running: true }));
    }
  }

  fail(): void {
    this.finish('failure');
    this.carried.forEach(change =>
      change.roll({ running: false, failed: true }),
    );
  }

  succeed(): void {
    this.finish('success');
    this.carried.forEach(change => change.goLive(true));
  }

  rollBack(): void {
    this.yard.report({
      type: 'deployment.rolledBack',
      subject: this.key,
      actor: actorOf(PIPELINE_BOT),
    });
  }

  private finish(outcome: 'success' | 'failure'): void {
    const { reportsOnlyTheEnd } = this.site.rules;
    this.yard.report({
      type: 'deployment.finished',
      subject: this.key,
      actor: actorOf(PIPELINE_BOT),
      data: {
        outcome,
        ...(reportsOnlyTheEnd && this.description()),
      },
    });
  }

  private description(): DeploymentDescription {
    const { key: repo, rules } = this.site;
    return {
      environment: 'production',
      repo,
      sha: this.sha,
      ...(rules.listsChanges && {
        changes: this.carried.map(change => change.key),
        production: true,
      }),
    };
  }
}

/** Where deployments are put together. */
export interface Yard {
  readonly now: Instant;
  report(report: Report): void;
}

/** How the merged changes of one repository get to production. */
export class Train {
  /** Merged, and in no deployment yet. */
  waiting: Change[] = [];
  isBusy = false;
  /** The newest commit that was merged, and the one in production. */
  newestSha: string | undefined;
  liveSha: string | undefined;
  firstDeploymentAt: Instant | undefined;
  isHistoryDue = false;
  private readonly history: Commit[] = [];
  private deployments = 0;

  constructor(readonly site: RepositorySite, private readonly yard: Yard) {}

  board(change: Change): void {
    this.waiting.push(change);
  }

  /** A commit is the newest of the main branch. */
  commit(sha: string): void {
    const parents = this.newestSha === undefined ? [] : [this.newestSha];
    this.history.push([sha, parents, new Date(this.yard.now).toISOString()]);
    this.newestSha = sha;
  }

  /** The commits of which the forge has not said yet what they descend from. */
  takeHistory(): Commit[] {
    this.isHistoryDue = false;
    return this.history.splice(0);
  }

  /** A deployment of what has been merged. */
  load(alsoCarried: readonly Change[], bareSha: string): Deployment {
    const carried = [...alsoCarried, ...this.waiting];
    this.waiting = [];
    const sha = carried[carried.length - 1]?.mergeSha ?? bareSha;
    return this.deployment(sha, carried);
  }

  /** A deployment of a commit that was in production before. */
  reload(sha: string): Deployment {
    return this.deployment(sha, []);
  }

  nextKey(): string {
    this.deployments += 1;
    return `${this.site.key}/deployments/${this.deployments}`;
  }

  private deployment(sha: string, carried: readonly Change[]): Deployment {
    return new Deployment(this.yard, this.site, this.nextKey(), sha, carried);
  }
}
