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
  Outcome,
} from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { plainPath } from './folders';

/**
 * What the rest of its repository needs to know of one deployment, from its own
 * events alone: its happenings in order of time, so that it can be cut at any
 * moment. Shas are in lower case.
 *
 * @public
 */
export interface RollOutRecord {
  /** Subject key of the deployment. */
  rollOut: string;
  /** Keys of the repositories that it is said to be of: as a rule, one. */
  repos: string[];
  /** Keys of all changes that it lists at any time. */
  listed: string[];
  happenings: RollOutHappening[];
}

/**
 * Something that happened to a deployment, with what was said of it then.
 *
 * @public
 */
export interface RollOutHappening {
  at: Instant;
  kind: RollOutMoment;
  /** What was said of it then; what is absent stays as it was. */
  description?: Partial<DeploymentDescription>;
  outcome?: Outcome;
  /** Actor ids asked to let it pass. */
  approvers?: string[];
  /** The commit that is live again after a roll-back. */
  to?: string;
}

/**
 * The kinds of happening: `gate` asks somebody to let it pass, `passed` lets it.
 *
 * @public
 */
export type RollOutMoment =
  | 'requested'
  | 'gate'
  | 'passed'
  | 'started'
  | 'finished'
  | 'rolledBack';

/**
 * The record of one deployment. Undefined while nothing describes it: no
 * environment, repository or commit is known.
 *
 * @param events - its events, in any order; those of other subjects are ignored
 * @public
 */
export function rollOutRecordOf(
  events: readonly FlowEvent[],
  deployment: string,
): RollOutRecord | undefined {
  const happenings: RollOutHappening[] = [];
  const own = events.filter(event => event.subject === deployment);
  for (const event of own.sort(compareEvents)) {
    const happening = happeningOf(event);
    if (happening) {
      happenings.push(happening);
    }
  }
  const known: Partial<DeploymentDescription> = {};
  happenings.forEach(({ description }) => Object.assign(known, description));
  if (!known.environment || !known.repo || !known.sha) {
    return undefined;
  }
  const all = happenings.flatMap(({ description }) => description ?? []);
  return {
    rollOut: deployment,
    repos: [...new Set(all.flatMap(({ repo }) => repo ?? []))],
    listed: [...new Set(all.flatMap(({ changes }) => changes ?? []))],
    happenings,
  };
}

function happeningOf(event: FlowEvent): RollOutHappening | undefined {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'deployment.requested':
      return { at, kind: 'requested', ...describedBy(event.data) };
    case 'deployment.approvalRequested':
      return { at, kind: 'gate', approvers: event.data?.approvers ?? [] };
    case 'deployment.approved':
      return { at, kind: 'passed' };
    case 'deployment.started':
      return { at, kind: 'started', ...describedBy(event.data ?? {}) };
    case 'deployment.finished': {
      const { outcome, ...description } = event.data;
      return { at, kind: 'finished', outcome, ...describedBy(description) };
    }
    case 'deployment.rolledBack': {
      const to = event.data?.to?.toLowerCase();
      return { at, kind: 'rolledBack', ...(to !== undefined && { to }) };
    }
    default:
      return undefined;
  }
}

function describedBy(said: Partial<DeploymentDescription>): {
  description?: Partial<DeploymentDescription>;
} {
  const { sha, commits, previousSha, paths } = said;
  const description: Partial<DeploymentDescription> = {
    ...said,
    ...(sha !== undefined && { sha: sha.toLowerCase() }),
    ...(commits && { commits: commits.map(c => c.toLowerCase()) }),
    ...(previousSha !== undefined && {
      previousSha: previousSha.toLowerCase(),
    }),
    ...(paths && { paths: paths.map(plainPath) }),
  };
  return Object.keys(description).length > 0 ? { description } : {};
}
