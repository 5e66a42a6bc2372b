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
