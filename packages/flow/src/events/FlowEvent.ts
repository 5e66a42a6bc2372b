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

/**
 * Who did something. `id` is the login prefixed with its host, or the team's
 * path: `github.com/alice`, `github.com/orgs/acme/teams/web`.
 *
 * @public
 */
export interface Actor {
  id: string;
  kind: ActorKind;
}

/**
 * A human, an automation that follows rules (`bot`), or one that writes
 * changes of its own (`agent`).
 *
 * @public
 */
export type ActorKind = 'human' | 'bot' | 'agent';

/**
 * The description of a change; `change.updated` may carry any part of it.
 *
 * @public
 */
export interface ChangeDescription {
  title: string;
  url: string;
  /** Key of the repository: `github.com/acme/shop`. */
  repo: string;
  baseBranch?: string;
  draft?: boolean;
  additions?: number;
  deletions?: number;
  /** Paths of the changed files, relative to the root of the repository. */
  paths?: string[];
  labels?: string[];
  /** Subject keys of the work items the change serves. */
  workItems?: string[];
  /** Earliest author date of the commits, RFC 3339. */
  firstCommitAt?: string;
  /**
   * Approvals the branch needs before the merge, 0 to 100, as the source knows
   * from then on (branch protection, code owners). Where it is never told, one.
   */
  approvalsNeeded?: number;
}

/**
 * What a deployment is of; sent with `deployment.requested`, or with
 * `deployment.finished` by sources that report nothing earlier.
 *
 * @public
 */
export interface DeploymentDescription {
  environment: string;
  /** Key of the repository: `github.com/acme/shop`. */
  repo: string;
  /** The commit that is rolled out. */
  sha: string;
  /** Subject keys of the changes it contains, when the source knows them. */
  changes?: string[];
  /** Whether the environment is production; when absent its name decides. */
  production?: boolean;
}

/**
 * The category of a work item's status.
 *
 * @public
 */
export type StatusCategory = 'todo' | 'doing' | 'waiting' | 'done';

/**
 * What a reviewer said.
 *
 * @public
 */
export type Verdict = 'approved' | 'changesRequested' | 'commented';

/**
 * How a deployment or a run of checks ended.
 *
 * @public
 */
export type Outcome = 'success' | 'failure';

/**
 * Nothing beyond the fields every event has.
 *
 * @public
 */
export type NoData = Record<string, never>;

/**
 * The fields of `data`, for each type of event. The order of the types is
 * their rank: it breaks ties between events of the same instant.
 *
 * @public
 */
export interface FlowEventData {
  'workItem.created': {
    title?: string;
    url?: string;
    owner?: string;
    labels?: string[];
  };
  'workItem.decided': NoData;
  'workItem.started': NoData;
  'workItem.assigned': { to: string[] };
  'workItem.statusChanged': {
    from: string;
    to: string;
    category: StatusCategory;
    /** Actor ids whom a `waiting` status waits on. */
    waitingOn?: string[];
  };
  'workItem.questionAsked': { to?: string[] };
  'workItem.questionAnswered': { to?: string[] };
  'workItem.done': NoData;
  'workItem.reopened': NoData;
  'change.opened': ChangeDescription;
  'change.updated': Partial<ChangeDescription>;
  'change.pushed': { sha: string; committedAt?: string };
  'change.drafted': NoData;
  'change.ready': NoData;
  'change.reviewRequested': { reviewers: string[] };
  'change.reviewRequestRemoved': { reviewers: string[] };
  'change.reviewed': { verdict: Verdict };
  'change.reviewDismissed': { reviewer: string };
  'change.commented': NoData;
  'change.checksStarted': NoData;
  'change.checksFinished': { outcome?: Outcome };
  'change.queued': NoData;
  'change.dequeued': NoData;
  'change.merged': { sha: string };
  'change.closed': NoData;
  'change.reopened': NoData;
  'deployment.requested': DeploymentDescription;
  'deployment.approvalRequested': { approvers?: string[] };
  'deployment.approved': { approvers?: string[] };
  'deployment.started': NoData;
  'deployment.finished': { outcome: Outcome } & Partial<DeploymentDescription>;
  'deployment.rolledBack': NoData;
  'incident.opened': {
    /** Subject key of the deployment that caused it. */
    deployment?: string;
    repo?: string;
    severity?: string;
  };
  'incident.resolved': {
    deployment?: string;
    repo?: string;
    severity?: string;
  };
}

/**
 * The types of event.
 *
 * @public
 */
export type FlowEventType = keyof FlowEventData;

/**
 * The `data` of an event: optional where no field of it is required.
 *
 * @public
 */
export type RequiredData<T extends FlowEventType> = Record<
  string,
  never
> extends FlowEventData[T]
  ? { data?: FlowEventData[T] }
  : { data: FlowEventData[T] };

/**
 * One fact of one type, reported by a source. It never changes and is appended
 * once, however often it is delivered: (`source`, `id`) seen twice is the same
 * fact.
 *
 * @public
 */
export type FlowEventOf<T extends FlowEventType> = {
  /** The source's own id of the fact. */
  id: string;
  /** `github:github.com`, `jira:acme`, `api:ci-pipeline`. */
  source: string;
  type: T;
  /**
   * What it happened to: a URL without its scheme, so that keys are unique,
   * readable and clickable (`github.com/acme/shop/pull/42`).
   */
  subject: string;
  /** RFC 3339 instant in UTC with milliseconds. */
  at: string;
  actor?: Actor;
} & RequiredData<T>;

/**
 * A fact reported by a source, of any type.
 *
 * @public
 */
export type FlowEvent = {
  [T in FlowEventType]: FlowEventOf<T>;
}[FlowEventType];

const RANKED_TYPES = {
  'workItem.created': 0,
  'workItem.decided': 1,
  'workItem.started': 2,
  'workItem.assigned': 3,
  'workItem.statusChanged': 4,
  'workItem.questionAsked': 5,
  'workItem.questionAnswered': 6,
  'workItem.done': 7,
  'workItem.reopened': 8,
  'change.opened': 9,
  'change.updated': 10,
  'change.pushed': 11,
  'change.drafted': 12,
  'change.ready': 13,
  'change.reviewRequested': 14,
  'change.reviewRequestRemoved': 15,
  'change.reviewed': 16,
  'change.reviewDismissed': 17,
  'change.commented': 18,
  'change.checksStarted': 19,
  'change.checksFinished': 20,
  'change.queued': 21,
  'change.dequeued': 22,
  'change.merged': 23,
  'change.closed': 24,
  'change.reopened': 25,
  'deployment.requested': 26,
  'deployment.approvalRequested': 27,
  'deployment.approved': 28,
  'deployment.started': 29,
  'deployment.finished': 30,
  'deployment.rolledBack': 31,
  'incident.opened': 32,
  'incident.resolved': 33,
} satisfies Record<FlowEventType, number>;

/**
 * Every type of event, by rank.
 *
 * @public
 */
export const FLOW_EVENT_TYPES = Object.keys(
  RANKED_TYPES,
) as readonly FlowEventType[];

/**
 * The rank of a type, as in the table of the model: earlier types happen first
 * when two events bear the same instant.
 *
 * @public
 */
export function rankOfType(type: FlowEventType): number {
  return RANKED_TYPES[type];
}

/**
 * The order of events: by instant, rank of the type, source, id. It does not
 * depend on the order of arrival.
 *
 * @public
 */
export function compareEvents(a: FlowEvent, b: FlowEvent): number {
  if (a.at !== b.at) {
    return a.at < b.at ? -1 : 1;
  }
  const rank = RANKED_TYPES[a.type] - RANKED_TYPES[b.type];
  if (rank !== 0) {
    return rank;
  }
  if (a.source !== b.source) {
    return a.source < b.source ? -1 : 1;
  }
  if (a.id !== b.id) {
    return a.id < b.id ? -1 : 1;
  }
  return 0;
}
