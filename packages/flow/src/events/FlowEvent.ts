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
  /** The branch that is to be merged; of a fork `owner:branch`. */
  headBranch?: string;
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
   * Approvals the branch needs before the merge, 0 to 100; short for
   * `requirements: [{ count: n }]`. Where neither is reported, one.
   */
  approvalsNeeded?: number;
  /**
   * What the branch asks for before the merge, from then on (branch protection,
   * code owners, rulesets).
   */
  requirements?: Requirement[];
  /** Actor id of the person an agent acts for. */
  onBehalfOf?: string;
  /** Actor ids of the agents that helped, from trailers. */
  assistedBy?: string[];
  /** The commits it consists of, in full or by 7 characters or more. */
  commits?: string[];
}

/**
 * One thing a branch asks for before the merge: the approval of `count`
 * different people.
 *
 * @public
 */
export interface Requirement {
  /** Actor or team ids whose approval is asked for; anybody's when absent. */
  from?: string[];
  /** 0 to 100. */
  count: number;
  /** An approval that meets another `distinct` requirement does not meet this one. */
  distinct?: boolean;
  /** Only approvals given by this command meet it: `/lgtm`, `/approve`. */
  signal?: string;
}

/**
 * The description of a work item; `workItem.updated` may carry any part of it.
 *
 * @public
 */
export interface WorkItemDescription {
  title?: string;
  url?: string;
  owner?: string;
  labels?: string[];
  /** Subject key of the work item it is part of: of a story its epic. */
  parent?: string;
}

/**
 * What a deployment is of; sent with `deployment.requested`, or with
 * `deployment.started` or `deployment.finished` by sources that report nothing
 * earlier.
 *
 * @public
 */
export interface DeploymentDescription {
  environment: string;
  /** Key of the repository: `github.com/acme/shop`. */
  repo: string;
  /** The commit that is rolled out, in full or by 7 characters or more. */
  sha: string;
  /** The entity that is rolled out: its ref, or its name in the repository. */
  service?: string;
  /** Folders of the repository that are rolled out; all of it when absent. */
  paths?: string[];
  /** The source's id of the release: its roll-outs in regions and packages are one. */
  release?: string;
  /** The commits that are new with it, whole or not sent; empty: nothing new. */
  commits?: string[];
  /** The commit that was live before. */
  previousSha?: string;
  /** Subject keys of the changes it contains, whole or not sent. */
  changes?: string[];
  /** Whether the environment is production; when absent its name decides. */
  production?: boolean;
}

/**
 * The category of a work item's status.
 *
 * @public
 */
export type StatusCategory = 'todo' | 'doing' | 'waiting' | 'blocked' | 'done';

/**
 * What a reviewer said.
 *
 * @public
 */
export type Verdict = 'approved' | 'changesRequested' | 'commented';

/**
 * How a deployment ended.
 *
 * @public
 */
export type Outcome = 'success' | 'failure';

/**
 * How a run of checks ended.
 *
 * @public
 */
export type CheckOutcome = Outcome | 'cancelled';

/**
 * A run of checks.
 *
 * @public
 */
export interface CheckRun {
  /** The name of the check: `build`. */
  check?: string;
  /** Whether the merge needs its success; true when absent. */
  required?: boolean;
}

/**
 * Whether a change led to an incident.
 *
 * @public
 */
export type IncidentCause = 'change' | 'other' | 'unknown';

/**
 * What is known of an incident; later events may say more.
 *
 * @public
 */
export interface IncidentDescription {
  /** Subject key of the deployment that caused it. */
  deployment?: string;
  repo?: string;
  /** Entities that it hit: refs, or names that are unique in the catalog. */
  services?: string[];
  severity?: string;
  cause?: IncidentCause;
}

/**
 * A commit of a released branch: its sha, its parents (the first one is the
 * branch it was committed to), and its RFC 3339 instant.
 *
 * @public
 */
export type Commit = [sha: string, parents: string[], at: string];

/**
 * Which key a thing or a person is known by from then on.
 *
 * @public
 */
export interface Renaming {
  to: string;
}

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
