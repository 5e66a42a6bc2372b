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
  Actor,
  ChangeDescription,
  CheckOutcome,
  CheckRun,
  Commit,
  DeploymentDescription,
  IncidentDescription,
  NoData,
  Outcome,
  Renaming,
  StatusCategory,
  Verdict,
  WorkItemDescription,
} from './descriptions';

export * from './descriptions';

/**
 * The fields of `data`, for each type of event. The order of the types is
 * their rank: it breaks ties between events of the same instant.
 *
 * @public
 */
export interface FlowEventData {
  'workItem.created': WorkItemDescription;
  'workItem.updated': WorkItemDescription;
  'workItem.decided': NoData;
  'workItem.undecided': NoData;
  'workItem.started': NoData;
  'workItem.assigned': { to: string[] };
  'workItem.statusChanged': {
    from: string;
    to: string;
    category: StatusCategory;
    /** Actor ids whom a `waiting` or `blocked` status waits on. */
    waitingOn?: string[];
  };
  'workItem.questionAsked': { to?: string[] };
  'workItem.questionAnswered': { to?: string[] };
  'workItem.done': NoData;
  'workItem.reopened': NoData;
  'change.opened': ChangeDescription;
  'change.updated': Partial<ChangeDescription>;
  /** Who carries it from then on; empty: its author again. */
  'change.assigned': { to: string[] };
  'change.pushed': {
    sha: string;
    committedAt?: string;
    /** `baseMerge` brings in the base branch and nothing else. */
    kind?: 'work' | 'baseMerge';
  };
  'change.drafted': NoData;
  'change.ready': NoData;
  'change.reviewRequested': {
    reviewers: string[];
    /** Id of the team for which these people were asked. */
    insteadOf?: string;
  };
  'change.reviewRequestRemoved': { reviewers: string[] };
  'change.reviewed': {
    verdict: Verdict;
    /** False for somebody whose approval the branch does not take. */
    counts?: boolean;
  };
  'change.reviewDismissed': { reviewer: string };
  /** `command` is `/lgtm`, `/hold cancel`: never the text of the comment. */
  'change.commented': { command?: string };
  'change.labelled': { label: string };
  'change.unlabelled': { label: string };
  'change.blocked': {
    /** Actor or team id, or party, that can end it. */
    by?: string;
    reason?: string;
  };
  'change.unblocked': { by?: string; reason?: string };
  'change.checksStarted': CheckRun;
  'change.checksFinished': CheckRun & { outcome?: CheckOutcome };
  'change.queued': NoData;
  'change.dequeued': NoData;
  'change.merged': { sha: string };
  'change.closed': {
    /** The commit under which it went in, outside the merge of the forge. */
    landedAs?: string;
  };
  'change.reopened': NoData;
  'deployment.requested': DeploymentDescription;
  'deployment.approvalRequested': { approvers?: string[] };
  'deployment.approved': { approvers?: string[] };
  'deployment.started': Partial<DeploymentDescription>;
  'deployment.finished': { outcome: Outcome } & Partial<DeploymentDescription>;
  'deployment.rolledBack': {
    /** The commit that is live again. */
    to?: string;
  };
  'incident.opened': IncidentDescription;
  'incident.updated': IncidentDescription;
  'incident.resolved': IncidentDescription;
  /** Commits of the branches that are released, oldest first, in parts of any size. */
  'repository.commits': { commits: Commit[] };
  'repository.described': {
    defaultBranch?: string;
    releasedBranches?: string[];
  };
  'repository.renamed': Renaming;
  'actor.renamed': Renaming;
  'team.renamed': Renaming;
  /** The source takes back the fact of this id about the same subject. */
  'fact.retracted': { id: string };
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
 * once, however often it is delivered: (`source`, `subject`, `id`) seen twice is
 * the same fact.
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
  'workItem.updated': 1,
  'workItem.decided': 2,
  'workItem.undecided': 3,
  'workItem.started': 4,
  'workItem.assigned': 5,
  'workItem.statusChanged': 6,
  'workItem.questionAsked': 7,
  'workItem.questionAnswered': 8,
  'workItem.done': 9,
  'workItem.reopened': 10,
  'change.opened': 11,
  'change.updated': 12,
  'change.assigned': 13,
  'change.pushed': 14,
  'change.drafted': 15,
  'change.ready': 16,
  'change.reviewRequested': 17,
  'change.reviewRequestRemoved': 18,
  'change.reviewed': 19,
  'change.reviewDismissed': 20,
  'change.commented': 21,
  'change.labelled': 22,
  'change.unlabelled': 23,
  'change.blocked': 24,
  'change.unblocked': 25,
  'change.checksStarted': 26,
  'change.checksFinished': 27,
  'change.queued': 28,
  'change.dequeued': 29,
  'change.merged': 30,
  'change.closed': 31,
  'change.reopened': 32,
  'deployment.requested': 33,
  'deployment.approvalRequested': 34,
  'deployment.approved': 35,
  'deployment.started': 36,
  'deployment.finished': 37,
  'deployment.rolledBack': 38,
  'incident.opened': 39,
  'incident.updated': 40,
  'incident.resolved': 41,
  'repository.commits': 42,
  'repository.described': 43,
  'repository.renamed': 44,
  'actor.renamed': 45,
  'team.renamed': 46,
  'fact.retracted': 47,
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
