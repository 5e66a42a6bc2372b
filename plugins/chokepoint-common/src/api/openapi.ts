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

// Generated from openapi.yaml by scripts/generateApi.mjs.

/**
 * The paths of the HTTP API.
 *
 * @public
 */
export interface paths {
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Appends events, each once
     * Takes a JSON array or an NDJSON stream of flow events, of any length. The valid events of a batch are kept when others are refused; the answer names each refused one, and those that contradict a known fact. An event that was delivered before counts as a duplicate. Hosts, repositories, logins and teams compare without case; a scheme, `.git` and a trailing slash are dropped. When the body cannot be read to its end (cut off, not JSON) the answer is an error that says how many events before the fault were kept, and sending the same body again is safe.
     */
    post: operations['ingestEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The KPIs of an entity or of everything below it */
    get: operations['getEntityFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The changes behind the figures */
    get: operations['listEntityChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/changes/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One change with its timeline and the events behind it */
    get: operations['getChange'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateways': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who the changes of a scope queue behind, longest first
     * The queue times of all rows sum to `total.queueMs`, to the millisecond: the waiting, within the window, of the changes the caller may see. Speeds, rates and concentration of a row with too few changes or people behind it are withheld; its sums are not, so that the ledger balances.
     */
    get: operations['listGateways'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateways/{party}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One party, what waits behind it, and what a faster answer would give */
    get: operations['getGateway'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/flow-map': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who waits on whom, as weighted edges between teams */
    get: operations['getFlowMap'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits now, the caller's own first, then by age */
    get: operations['getQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Many teams or entities by the six figures in front
     * The rows of a group are the groups below it; of a domain its systems; of a system its entities; of the organisation all teams. With `rows=entities` they are the entities below. As CSV it is streamed, all rows of it.
     */
    get: operations['getScorecard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the diagnosis finds in each team and system of a scope */
    get: operations['listFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/durations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How long each change took, for a scatter */
    get: operations['getEntityDurations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How reviews go, and when they are asked for */
    get: operations['getEntityReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The diagnosis of an entity, and a sample of ten changes */
    get: operations['getEntityFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/snapshots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Saved diagnoses, newest first */
    get: operations['listSnapshots'];
    put?: never;
    /** Saves the diagnosis of the last 90 days */
    post: operations['takeSnapshot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/snapshots/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A saved diagnosis against now, or against another one */
    get: operations['compareSnapshot'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The targets of an entity, and those it inherits */
    get: operations['getTargets'];
    /** Replaces the entity's own targets */
    put: operations['putTargets'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What feeds the figures */
    get: operations['listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{id}/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks a source to bring itself up to date now
     * The sync begins within seconds, on whichever replica is free, even while the source is left alone after a failure. Only sources that sync themselves can be asked. Needs the permission `chokepoint.source.sync`, and is audited.
     */
    post: operations['syncSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rejections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that were refused, newest first */
    get: operations['listRejections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/unmatched': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was named and found nothing, and what would mend it
     * Commits, services, environments, repositories, accounts and teams that events name and nothing could be found for, entities without a repository, changes that no release contains, and what is suggested because of them; each with how often, since when, and what would mend it. Only what concerns an entity that the catalog shows to the caller; what concerns none is shown to those with the permission `chokepoint.source.sync`. Accounts need `chokepoint.person.read`; without it their kinds are counted and say `withheld`.
     */
    get: operations['listUnmatched'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

/**
 * The API calls nobody.
 *
 * @public
 */
export type webhooks = Record<string, never>;

/**
 * The shapes of the HTTP API.
 *
 * @public
 */
export interface components {
  schemas: {
    /** One fact, reported by a source. It never changes, and counts once however often it is delivered; source, subject and id tell it from others. */
    ReportedEvent:
      | components['schemas']['WorkItemCreatedEvent']
      | components['schemas']['WorkItemUpdatedEvent']
      | components['schemas']['WorkItemDecidedEvent']
      | components['schemas']['WorkItemUndecidedEvent']
      | components['schemas']['WorkItemStartedEvent']
      | components['schemas']['WorkItemAssignedEvent']
      | components['schemas']['WorkItemStatusChangedEvent']
      | components['schemas']['WorkItemQuestionAskedEvent']
      | components['schemas']['WorkItemQuestionAnsweredEvent']
      | components['schemas']['WorkItemDoneEvent']
      | components['schemas']['WorkItemReopenedEvent']
      | components['schemas']['ChangeOpenedEvent']
      | components['schemas']['ChangeUpdatedEvent']
      | components['schemas']['ChangeAssignedEvent']
      | components['schemas']['ChangePushedEvent']
      | components['schemas']['ChangeDraftedEvent']
      | components['schemas']['ChangeReadyEvent']
      | components['schemas']['ChangeReviewRequestedEvent']
      | components['schemas']['ChangeReviewRequestRemovedEvent']
      | components['schemas']['ChangeReviewedEvent']
      | components['schemas']['ChangeReviewDismissedEvent']
      | components['schemas']['ChangeCommentedEvent']
      | components['schemas']['ChangeLabelledEvent']
      | components['schemas']['ChangeUnlabelledEvent']
      | components['schemas']['ChangeBlockedEvent']
      | components['schemas']['ChangeUnblockedEvent']
      | components['schemas']['ChangeChecksStartedEvent']
      | components['schemas']['ChangeChecksFinishedEvent']
      | components['schemas']['ChangeQueuedEvent']
      | components['schemas']['ChangeDequeuedEvent']
      | components['schemas']['ChangeMergedEvent']
      | components['schemas']['ChangeClosedEvent']
      | components['schemas']['ChangeReopenedEvent']
      | components['schemas']['DeploymentRequestedEvent']
      | components['schemas']['DeploymentApprovalRequestedEvent']
      | components['schemas']['DeploymentApprovedEvent']
      | components['schemas']['DeploymentStartedEvent']
      | components['schemas']['DeploymentFinishedEvent']
      | components['schemas']['DeploymentRolledBackEvent']
      | components['schemas']['IncidentOpenedEvent']
      | components['schemas']['IncidentUpdatedEvent']
      | components['schemas']['IncidentResolvedEvent']
      | components['schemas']['RepositoryCommitsEvent']
      | components['schemas']['RepositoryDescribedEvent']
      | components['schemas']['RepositoryRenamedEvent']
      | components['schemas']['ActorRenamedEvent']
      | components['schemas']['TeamRenamedEvent']
      | components['schemas']['FactRetractedEvent'];
    ReportedEventFrame: {
      /** The source's own id of the fact, unique within what it is about. */
      id: string;
      /** Who reports it: `api:ci-pipeline`. A credential writes under the sources it was given. */
      source: string;
      /** What it happened to: a URL without its scheme. */
      subject: string;
      /**
       * Format: date-time
       * When it happened, not before 1990 and not more than a day ahead.
       */
      at: string;
      /** Who did it. */
      actor?: {
        /** Login with its host, `github.com/alice`, or the path of a team. */
        id: string;
        kind: components['schemas']['ActorKind'];
      };
    };
    /** The approval of some different people. */
    Requirement: {
      /** Actor or team ids whose approval is asked for; anybody when absent. */
      from?: string[];
      /** How many. */
      count: number;
      /** An approval that meets another such requirement does not meet this one. */
      distinct?: boolean;
      /** Only approvals by this command meet it: `/lgtm`. */
      signal?: string;
    };
    /** What is known of a change. */
    ChangeDescription: {
      /** What is shown of it. */
      title?: string;
      /** Where it can be opened; shown as it is. */
      url?: string;
      /** Key of its repository, `github.com/acme/shop`. */
      repo?: string;
      /** The branch it is to be merged into. */
      baseBranch?: string;
      /** The branch that is to be merged; of a fork `owner:branch`. */
      headBranch?: string;
      /** Not ready for review. Default false. */
      draft?: boolean;
      /** Lines added. */
      additions?: number;
      /** Lines removed. */
      deletions?: number;
      /** Paths of the changed files from the root of the repository; of more than 5,000 the first are kept. */
      paths?: string[];
      /** All labels it has; the difference to those before counts as labelled and unlabelled. */
      labels?: string[];
      /** Subject keys of the work items it serves. */
      workItems?: string[];
      /**
       * Format: date-time
       * Earliest author date of its commits; never counts later than the opening.
       */
      firstCommitAt?: string;
      /** Short for `requirements: [{ count: n }]`. Where neither is said, one. */
      approvalsNeeded?: number;
      /** What the branch asks for before the merge, from then on. */
      requirements?: components['schemas']['Requirement'][];
      /** Actor id of the person that an agent acts for. */
      onBehalfOf?: string;
      /** Actor ids of the agents that helped. */
      assistedBy?: string[];
      /** The commits it consists of, 7 characters or more of each. */
      commits?: string[];
    };
    /** What is known of a work item. */
    WorkItemDescription: {
      /** What is shown of it. */
      title?: string;
      /** Where it can be opened. */
      url?: string;
      /** Actor id of whom it belongs to. */
      owner?: string;
      /** All labels it has. */
      labels?: string[];
      /** Subject key of the work item it is part of. */
      parent?: string;
    };
    /** What a deployment is of. */
    DeploymentDescription: {
      /** Name of the environment. */
      environment?: string;
      /** Key of the repository. */
      repo?: string;
      /** The commit that is rolled out, 7 characters or more of it. */
      sha?: string;
      /** The entity that is rolled out: its ref, or its name in the repository. */
      service?: string;
      /** Folders of the repository that are rolled out; all of it when absent. */
      paths?: string[];
      /** The source's id of the release; its roll-outs in regions and packages are one. */
      release?: string;
      /** The commits that are new with it, whole or not sent; empty: nothing new. */
      commits?: string[];
      /** The commit that was live before. */
      previousSha?: string;
      /** Subject keys of the changes it contains, whole or not sent. */
      changes?: string[];
      /** Whether the environment is production; when absent its name decides. */
      production?: boolean;
    };
    /** What is known of an incident. */
    IncidentDescription: {
      /** Subject key of the deployment that caused it. */
      deployment?: string;
      /** Key of the repository. */
      repo?: string;
      /** Entities that it hit: refs, or names that are unique in the catalog. */
      services?: string[];
      /** As its source names it. */
      severity?: string;
      /**
       * Whether a change led to it.
       */
      cause?: 'change' | 'other' | 'unknown';
    };
    /** Somebody wrote the intent down. */
    WorkItemCreatedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.created';
      data?: components['schemas']['WorkItemDescription'];
    };
    /** Its description changed. */
    WorkItemUpdatedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.updated';
      data?: components['schemas']['WorkItemDescription'];
    };
    /** The decision: accepted, approved, committed to. */
    WorkItemDecidedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.decided';
      data?: Record<string, never>;
    };
    /** The decision was withdrawn. */
    WorkItemUndecidedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.undecided';
      data?: Record<string, never>;
    };
    /** Somebody began to work on it. */
    WorkItemStartedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.started';
      data?: Record<string, never>;
    };
    /** Ownership moved. */
    WorkItemAssignedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.assigned';
      data: {
        /** Actor ids of who has it now. */
        to: string[];
      };
    };
    /** Any other step of its workflow. */
    WorkItemStatusChangedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.statusChanged';
      data: {
        /** Status before. */
        from: string;
        /** Status now. */
        to: string;
        /**
         * What the new status means.
         */
        category: 'todo' | 'doing' | 'waiting' | 'blocked' | 'done';
        /** Actor ids of whom a `waiting` or `blocked` status waits on. */
        waitingOn?: string[];
      };
    };
    /** A clarification is asked for. */
    WorkItemQuestionAskedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.questionAsked';
      data?: {
        /** Actor ids. */
        to?: string[];
      };
    };
    /** The clarification is given. */
    WorkItemQuestionAnsweredEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.questionAnswered';
      data?: {
        /** Actor ids. */
        to?: string[];
      };
    };
    /** It is done. */
    WorkItemDoneEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.done';
      data?: Record<string, never>;
    };
    /** It is not done after all. */
    WorkItemReopenedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'workItem.reopened';
      data?: Record<string, never>;
    };
    /** A change was proposed. */
    ChangeOpenedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.opened';
      data: WithRequired<
        components['schemas']['ChangeDescription'],
        'title' | 'url' | 'repo'
      >;
    };
    /** Its description changed; says nothing about whose turn it is. */
    ChangeUpdatedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.updated';
      data?: components['schemas']['ChangeDescription'];
    };
    /** Who carries it from now on, on the author's side. */
    ChangeAssignedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.assigned';
      data: {
        /** Actor ids; empty: its author again. */
        to: string[];
      };
    };
    /** Commits were added. */
    ChangePushedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.pushed';
      data: {
        /** The newest commit. */
        sha: string;
        /**
         * Format: date-time
         * When it was committed.
         */
        committedAt?: string;
        /**
         * `baseMerge` brings in the base branch and nothing else. Default `work`.
         */
        kind?: 'work' | 'baseMerge';
      };
    };
    /** It is no longer ready for review. */
    ChangeDraftedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.drafted';
      data?: Record<string, never>;
    };
    /** It is ready for review. */
    ChangeReadyEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.ready';
      data?: Record<string, never>;
    };
    /** Somebody was asked for a review. */
    ChangeReviewRequestedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.reviewRequested';
      data: {
        /** Actor or team ids. */
        reviewers: string[];
        /** Id of the team for which these people were asked. */
        insteadOf?: string;
      };
    };
    /** Somebody is no longer asked. */
    ChangeReviewRequestRemovedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.reviewRequestRemoved';
      data: {
        /** Actor or team ids. */
        reviewers: string[];
      };
    };
    /** A review was given. */
    ChangeReviewedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.reviewed';
      data: {
        /**
         * What it says.
         */
        verdict: 'approved' | 'changesRequested' | 'commented';
        /** False for somebody whose approval the branch does not take. */
        counts?: boolean;
      };
    };
    /** A review no longer counts. */
    ChangeReviewDismissedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.reviewDismissed';
      data: {
        /** Actor id of whose review it is. */
        reviewer: string;
      };
    };
    /** A comment. */
    ChangeCommentedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.commented';
      data?: {
        /** The command it gives, `/lgtm` or `/hold cancel`; never the text. */
        command?: string;
      };
    };
    /** A label was set. */
    ChangeLabelledEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.labelled';
      data: {
        /** The label. */
        label: string;
      };
    };
    /** A label was removed. */
    ChangeUnlabelledEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.unlabelled';
      data: {
        /** The label. */
        label: string;
      };
    };
    /** It cannot move, whoever has the turn. */
    ChangeBlockedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.blocked';
      data?: {
        /** Actor or team id, or party, that can end it. */
        by?: string;
        /** Why. */
        reason?: string;
      };
    };
    /** It can move again. */
    ChangeUnblockedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.unblocked';
      data?: {
        /** Actor or team id, or party. */
        by?: string;
        /** Why. */
        reason?: string;
      };
    };
    /** A run of checks began. */
    ChangeChecksStartedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.checksStarted';
      data?: {
        /** Name of the check. */
        check?: string;
        /** Whether the merge needs its success. Default true. */
        required?: boolean;
      };
    };
    /** A run of checks ended. */
    ChangeChecksFinishedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.checksFinished';
      data?: {
        /**
         * How it ended.
         */
        outcome?: 'success' | 'failure' | 'cancelled';
        /** Name of the check. */
        check?: string;
        /** Whether the merge needs its success. Default true. */
        required?: boolean;
      };
    };
    /** It entered the merge queue. */
    ChangeQueuedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.queued';
      data?: Record<string, never>;
    };
    /** It left the merge queue without a merge. */
    ChangeDequeuedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.dequeued';
      data?: Record<string, never>;
    };
    /** It was merged. */
    ChangeMergedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.merged';
      data: {
        /** The commit it became on the base branch. */
        sha: string;
      };
    };
    /** It was closed. */
    ChangeClosedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.closed';
      data?: {
        /** The commit under which it went in, outside the forge's merge. */
        landedAs?: string;
      };
    };
    /** It was opened again. */
    ChangeReopenedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'change.reopened';
      data?: Record<string, never>;
    };
    /** A roll-out was asked for. */
    DeploymentRequestedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.requested';
      data: WithRequired<
        components['schemas']['DeploymentDescription'],
        'environment' | 'repo' | 'sha'
      >;
    };
    /** A gate before an environment asks for an approval. */
    DeploymentApprovalRequestedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.approvalRequested';
      data?: {
        /** Actor or team ids. */
        approvers?: string[];
      };
    };
    /** The gate is open. */
    DeploymentApprovedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.approved';
      data?: {
        /** Actor or team ids. */
        approvers?: string[];
      };
    };
    /** The roll-out itself runs; may say what it is of. */
    DeploymentStartedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.started';
      data?: components['schemas']['DeploymentDescription'];
    };
    /** The roll-out ended; may say what it was of. */
    DeploymentFinishedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.finished';
      data: components['schemas']['DeploymentDescription'] & {
        /**
         * How it ended.
         */
        outcome: 'success' | 'failure';
      };
    };
    /** What it rolled out was taken back. */
    DeploymentRolledBackEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'deployment.rolledBack';
      data?: {
        /** The commit that is live again. */
        to?: string;
      };
    };
    /** Something is wrong in production. */
    IncidentOpenedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'incident.opened';
      data?: components['schemas']['IncidentDescription'];
    };
    /** More is known of it. */
    IncidentUpdatedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'incident.updated';
      data?: components['schemas']['IncidentDescription'];
    };
    /** It is over. */
    IncidentResolvedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'incident.resolved';
      data?: components['schemas']['IncidentDescription'];
    };
    /** History of the branches that are released, oldest first, in parts of any size. */
    RepositoryCommitsEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'repository.commits';
      data: {
        /** Each commit as its sha, its parents and its instant. */
        commits: [string, string[], string][];
      };
    };
    /** What counts as merged for production. */
    RepositoryDescribedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'repository.described';
      data?: {
        /** The default branch. */
        defaultBranch?: string;
        /** Branches that are released. */
        releasedBranches?: string[];
      };
    };
    /** The repository goes on living under another key. */
    RepositoryRenamedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'repository.renamed';
      data: {
        /** The new key. */
        to: string;
      };
    };
    /** The person goes on under another id. */
    ActorRenamedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'actor.renamed';
      data: {
        /** The new id. */
        to: string;
      };
    };
    /** The team goes on under another id. */
    TeamRenamedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'team.renamed';
      data: {
        /** The new id. */
        to: string;
      };
    };
    /** The source takes back one of its own facts about the subject; its id stays taken. */
    FactRetractedEvent: components['schemas']['ReportedEventFrame'] & {
      type: 'fact.retracted';
      data: {
        /** Id of the fact. */
        id: string;
      };
    };
    Error: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    IngestReport: {
      accepted: number;
      /** Known facts that came again with the same content. */
      duplicates: number;
      /** At most the first 1,000; `rejectedTotal` counts all, `GET /rejections` lists them. */
      rejected: components['schemas']['RejectedItem'][];
      rejectedTotal: number;
      /** Facts whose id is known with another content, compared after names are resolved; at most the first 1,000. What was accepted first stands, and these are listed by `GET /rejections`. */
      contradictions: components['schemas']['RejectedItem'][];
      /** Accepted events that were stored in part, and which part; at most the first 1,000. Absent where there are none. */
      notices?: components['schemas']['RejectedItem'][];
    };
    RejectedItem: {
      /** Position in the request, from 0. */
      index: number;
      id?: string;
      reason: string;
    };
    /**
     * By which clock durations are told. Absent means wallClock.
     */
    TimeBasis: 'wallClock' | 'workingHours';
    ChangeSize: 'xs' | 's' | 'm' | 'l' | 'xl' | 'unknown';
    /**
     * A human, an automation that follows rules (`bot`), or one that writes changes of its own (`agent`).
     */
    ActorKind: 'human' | 'bot' | 'agent';
    Stage:
      | 'prioritisation'
      | 'build'
      | 'review'
      | 'rework'
      | 'verification'
      | 'merge'
      | 'release'
      | 'deployment';
    Exclusion: {
      reason: string;
      /** Name of the rule of the configuration, where it is `byRule`. */
      rule?: string;
      n: number;
    };
    Figure: {
      /** The headline in `unit`; the median of a distribution. */
      value?: number;
      p50?: number;
      p75?: number;
      p85?: number;
      p90?: number;
      mean?: number;
      /** Further numbers by name, where the definition has any. */
      details?: {
        [key: string]: number;
      };
      n: number;
      unit: 'ms' | 'ratio' | 'count' | 'perWeek';
      definition: number;
      /**
       * Absent when the figure has no target.
       */
      status?: 'good' | 'watch' | 'bad' | 'tooFew';
      target?: number;
      /**
       * Why the values are not shown.
       */
      withheld?: 'tooFewChanges' | 'tooFewPeople';
      /** The same over the window before. */
      previous?: {
        value?: number;
        n: number;
        /**
         * How the figure moved since; `none` where the intervals of the two windows overlap. Absent for rates and stocks.
         */
        direction?: 'up' | 'down' | 'none';
      };
      /** The same with the unfinished counted; durations only. */
      openCounted?: components['schemas']['OpenCounted'];
      excluded: components['schemas']['Exclusion'][];
      /** Observations whose production is assumed from the order of the merges, for want of what the roll-outs contain. */
      assumed?: number;
      coverage?: number;
      /** Path and query, below the API's base, of the changes behind it. */
      evidence: string;
    };
    StageFigure: {
      stage: components['schemas']['Stage'];
      working: number;
      waiting: number;
      n: number;
      p50?: number;
      p75?: number;
      p85?: number;
      p90?: number;
    };
    PartyWait: {
      /** Team, gate, `unassigned` or `external`; people are told by their team. */
      party: string;
      /** The stage most of it was spent in. */
      stage?: components['schemas']['Stage'];
      /** Milliseconds of it in that stage. */
      stageWaiting?: number;
      /** Milliseconds. */
      waiting: number;
      share: number;
    };
    EntityFigures: {
      time?: components['schemas']['TimeBasis'];
      entityRef: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      /** By figure id. */
      figures: {
        [key: string]: components['schemas']['Figure'];
      };
      stages: components['schemas']['StageFigure'][];
      /** Whom the changes of the window waited on, longest first; sums to their waiting time. */
      waitingOn: components['schemas']['PartyWait'][];
      inFlight: {
        n: number;
        /** Milliseconds since the start of the oldest, without its pauses. */
        oldestAge?: number;
        oldestChange?: string;
        oldestWaitingOn?: string[];
      };
      unmatched?: components['schemas']['EntityUnmatched'];
      /** Work types seen, for filters. */
      workTypes?: string[];
      /**
       * Format: date-time
       * When the newest event of these changes was stored.
       */
      freshness?: string;
      /** Present events are still being processed, or a source's first sync still runs. */
      partial: {
        /** Changes waiting to be projected. */
        pending: number;
        /** Sources whose first sync has not finished. */
        syncing?: string[];
      };
      /** Some of the changes come from a simulation. */
      simulated: boolean;
    };
    Milestones: {
      /** Format: date-time */
      decidedAt?: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      firstCommitAt?: string;
      /** Format: date-time */
      openedAt?: string;
      /** Format: date-time */
      readyAt?: string;
      /** Format: date-time */
      firstReviewAt?: string;
      /** Format: date-time */
      approvedAt?: string;
      /** Format: date-time */
      mergedAt?: string;
      /** Format: date-time */
      productionAt?: string;
      /** Format: date-time */
      closedAt?: string;
    };
    Holder: {
      party: string;
      share: number;
    };
    Segment: {
      stage: components['schemas']['Stage'];
      mode: 'working' | 'waiting' | 'paused';
      /** Format: date-time */
      start: string;
      /** Format: date-time */
      end: string;
      /** True for the last segment of a change that is still on its way; its end is asOf. */
      open?: boolean;
      holders: components['schemas']['Holder'][];
      /** How much of it lies in the working hours of its holders, milliseconds; absent for a pause. */
      inWorkingHours?: number;
      reason?: string;
    };
    /** Milliseconds and counts of one change; absent when unknown. */
    ChangeFigures: {
      leadTime?: number;
      decisionToProduction?: number;
      workingTime: number;
      queueTime: number;
      timeToFirstReview?: number;
      timeToApproval?: number;
      timeToFirstResponse?: number;
      timeToAutomatedResponse?: number;
      soleBlockerTime?: number;
      handoffs: number;
      teamHandoffs: number;
      reviewRounds: number;
      returns: number;
      clarificationLoops: number;
    };
    ChangeSummary: {
      key: string;
      title: string;
      url: string;
      repo: string;
      state: 'open' | 'merged' | 'inProduction' | 'closed';
      /** Absent when the caller may not see people. */
      author?: string;
      authorKind: components['schemas']['ActorKind'];
      workType: string;
      size?: components['schemas']['ChangeSize'];
      /** Those the caller may see. */
      entities: string[];
      owner: string;
      productionObserved: boolean;
      milestones: components['schemas']['Milestones'];
      figures: components['schemas']['ChangeFigures'];
      /** Milliseconds from the start of the timeline to its end, or to now while open, without pauses. */
      age: number;
      /** Where an unfinished change stands now. */
      current?: {
        stage: components['schemas']['Stage'];
        mode: 'working' | 'waiting' | 'paused';
        /** Format: date-time */
        since: string;
        reason?: string;
        holders: components['schemas']['Holder'][];
        /** Median time changes of this entity spend in this stage, milliseconds. */
        usualP50?: number;
        usualP85?: number;
      };
    };
    ChangeDetail: components['schemas']['ChangeSummary'] & {
      /** Format: date-time */
      asOf: string;
      segments: components['schemas']['Segment'][];
      /** The events the timeline was built from, in their order; capped, see eventsTotal. */
      events: components['schemas']['FlowEvent'][];
      eventsTotal?: number;
      deployments?: string[];
      workItems?: string[];
      /** It brings other changes to another branch, and is in no figure. */
      carrier: boolean;
      /** Key of the change that carries it to a branch that is released. */
      carriedBy?: string;
      /** Id of the release that brought it to production. */
      release?: string;
      /**
       * How that release was found to contain it. `assumed`, from the order of the merges, for want of changes, commits and a history.
       */
      containment?: 'changes' | 'commits' | 'history' | 'assumed';
      /** It was merged before the first deployment ever seen of its repository. */
      releaseUnobserved: boolean;
      /**
       * Format: date-time
       * Releases go by without it since then, and it is in no queue.
       */
      unplacedSince?: string;
      /** Name of the configured rule that leaves it out of all figures. */
      excludedBy?: string;
      /** Its work item was decided after it was opened. */
      decidedLate: boolean;
      /** It was linked to its work item after it was opened. */
      linkedLate: boolean;
    };
    FlowEvent: {
      id: string;
      source: string;
      type: string;
      subject: string;
      /** Format: date-time */
      at: string;
      /** Absent when the caller may not see people. */
      actor?: {
        id?: string;
        kind: components['schemas']['ActorKind'];
      };
      data?: {
        [key: string]: unknown;
      };
    };
    ChangePage: {
      items: components['schemas']['ChangeSummary'][];
      total: number;
      nextCursor?: string;
    };
    SourceHealth: {
      items: {
        id: string;
        /**
         * `module` syncs itself, `push` is fed through POST /events.
         */
        kind?: 'module' | 'push';
        state: 'idle' | 'syncing' | 'failing' | 'neverRun';
        events: number;
        rejections?: number;
        /** Format: date-time */
        lastEventAt?: string;
        /** Format: date-time */
        lastSuccessAt?: string;
        /** Format: date-time */
        lastAttemptAt?: string;
        /** Somebody asked for a sync that has not begun yet. */
        syncRequested?: boolean;
        lastError?: string;
        progress?: {
          done: number;
          total?: number;
          detail?: string;
        };
        rateLimit?: {
          remaining?: number;
          /** Format: date-time */
          resetAt?: string;
        };
      }[];
      /** Shares of all changes, 0 to 1. */
      coverage: {
        changes: number;
        decision?: number;
        owner?: number;
        deployment?: number;
        entity?: number;
      };
      /** Changes waiting to be projected. */
      pending?: number;
    };
    SyncAnswer: {
      id: string;
      /**
       * `requested`: it begins within seconds. `syncing`: a sync runs already, and is followed by another.
       */
      state: 'requested' | 'syncing';
    };
    RejectionPage: {
      items: {
        /**
         * `refused`: not valid. `contradiction`: a known fact with another content.
         */
        kind: 'refused' | 'contradiction';
        /** Format: date-time */
        receivedAt: string;
        source?: string;
        id?: string;
        reason: string;
        /** The refused item as it came, cut at 2,000 characters. */
        item?: string;
      }[];
      nextCursor?: string;
    };
    UnmatchedKind:
      | 'commits'
      | 'services'
      | 'environments'
      | 'unplacedChanges'
      | 'unlinkedIncidents'
      | 'repositories'
      | 'entities'
      | 'slugs'
      | 'actors'
      | 'teams'
      | 'bots'
      | 'aliases'
      | 'contradictions';
    UnmatchedCount: {
      kind: components['schemas']['UnmatchedKind'];
      /** How many different things. */
      values: number;
      /** How often they were named. */
      n: number;
      /** Format: date-time */
      since?: string;
      /** Their names need the permission `chokepoint.person.read`; `n` is that of the things then. */
      withheld?: boolean;
    };
    /** What would mend it: an entry of `chokepoint.environments`, `.aliases`, `.bots` or `.releasedBranches` of the configuration, an annotation in the catalog, or something that a source has to report. */
    Mend:
      | {
          kind: 'environment';
          name: string;
          production: boolean;
        }
      | {
          kind: 'alias';
          of: 'repositories' | 'actors' | 'groups';
          from: string;
          to?: string;
        }
      | {
          kind: 'bot';
          actor: string;
        }
      | {
          kind: 'releasedBranch';
          repo: string;
          branch: string;
        }
      | {
          kind: 'repositoryAnnotation';
          repo?: string;
          entityRef?: string;
        }
      | {
          kind: 'loginAnnotation';
          host: string;
          login: string;
        }
      | {
          kind: 'teamAnnotation';
          host: string;
          slug: string;
        }
      | {
          kind: 'serviceName';
          service: string;
          candidates: string[];
        }
      | {
          kind: 'history';
          repo: string;
        }
      | {
          kind: 'release';
          repo: string;
        }
      | {
          kind: 'incidentService';
        }
      | {
          kind: 'sender';
          source: string;
        };
    UnmatchedItem: {
      kind: components['schemas']['UnmatchedKind'];
      /** What was named. Absent in the row that stands for those that are too many to list, see `more`. */
      value?: string;
      /** How many things this row stands for. */
      more?: number;
      /** Keys of repositories in which it was named, at most 10. */
      repos?: string[];
      repoCount?: number;
      source?: string;
      /** Entities that it concerns, at most 10. */
      entityRefs?: string[];
      /** How often it was named. */
      n: number;
      /** Format: date-time */
      firstAt: string;
      /** Format: date-time */
      lastAt: string;
      /** False where it is listed for information only. */
      open: boolean;
      detail?: components['schemas']['UnmatchedDetail'];
      mend?: components['schemas']['Mend'];
    };
    UnmatchedDetail: {
      /** Of an environment, whether it was taken for production. */
      production?: boolean;
      /**
       * By what; its source, a configured rule, or its words.
       */
      takenBy?: 'source' | 'rule' | 'words';
      /** Of an entity, the repository it was looked for in. */
      lookedFor?: string;
      /** The annotation that decided it. */
      annotation?: string;
      /** Keys of a few things that name it. */
      samples?: string[];
      /** Of an account, its answers to a request or a push. */
      answers?: number;
      /** Those within five minutes. */
      fastAnswers?: number;
      /** In how many different hours of the day, in UTC. */
      hoursOfDay?: number;
    };
    UnmatchedPage: {
      /** The sums of each kind, whatever kind and page are asked for. */
      kinds: components['schemas']['UnmatchedCount'][];
      items: components['schemas']['UnmatchedItem'][];
      nextCursor?: string;
    };
    /** What did not match of this entity and what it rolls up, without what is listed for information only. */
    EntityUnmatched: {
      kinds: components['schemas']['UnmatchedCount'][];
      /** Of a single entity, where its changes are looked for, and the annotation that says so. */
      home?: {
        /** Keys of repositories; empty where it has none. */
        repos?: string[];
        path?: string;
        annotation?: string;
      };
    };
    /** How long it takes with the unfinished counted too, milliseconds; an absent quantile is not reached. */
    OpenCounted: {
      p50?: number;
      p75?: number;
      p90?: number;
      /** Changes observed, finished or not. */
      n: number;
      reached: number;
      open: number;
      /** Closed unmerged; they never get there. */
      closed: number;
    };
    /**
     * Why values are not shown.
     */
    Withheld: 'tooFewChanges' | 'tooFewPeople';
    QueuePart: {
      key: string;
      queueMs: number;
      /** Of the party's own waiting, 0 to 1. */
      share: number;
    };
    /** What waits behind one party; lengths in milliseconds, rates per week. */
    GatewayRow: {
      party: string;
      queueMs: number;
      queueShare: number;
      /** The part where another team owns the change. */
      externalQueueMs: number;
      queuedChanges: number;
      queuedTeams: number;
      queuedServices: number;
      /** Stretches that ended in the window. */
      visits: number;
      waitP50?: number;
      waitP90?: number;
      arrivalRate?: number;
      serviceRate?: number;
      /** Visits begun over visits ended; above 1 the queue grows. */
      load?: number;
      queueNow: number;
      oldestNow?: number;
      stages: components['schemas']['QueuePart'][];
      workTypes: components['schemas']['QueuePart'][];
      authorKinds: components['schemas']['QueuePart'][];
      /** Who of the party approves, by numbers and without names. */
      concentration?: {
        [key: string]: number;
      };
      /** In the smallest set that holds half of all waiting in scope. */
      gateway: boolean;
      sentence: string;
      /** Why speeds, rates and concentration are not shown. */
      withheld?: components['schemas']['Withheld'];
    };
    GatewayPage: {
      time?: components['schemas']['TimeBasis'];
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      scope: string;
      total: {
        queueMs: number;
        /** Changes that waited in the window. */
        changes: number;
      };
      items: components['schemas']['GatewayRow'][];
      nextCursor?: string;
    };
    /** An upper bound; other queues may take up what this one gives back. */
    Saving: {
      target: number;
      savedMs: number;
      decisionToProductionP50?: number;
      newDecisionToProductionP50?: number;
      n: number;
    };
    QueueHolder: {
      party: string;
      team: string;
      share: number;
    };
    QueueItem: {
      change: string;
      title: string;
      url: string;
      owner: string;
      stage: components['schemas']['Stage'];
      /** Format: date-time */
      since: string;
      /** Milliseconds it has been waiting. */
      age: number;
      holders: components['schemas']['QueueHolder'][];
      /** The caller or one of the caller's groups is waited on. */
      mine: boolean;
    };
    GatewayDetail: {
      time?: components['schemas']['TimeBasis'];
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      scope: string;
      row: components['schemas']['GatewayRow'];
      saving: components['schemas']['Saving'];
      /** Whole weeks of the window, Monday to Monday in UTC. */
      weeks: {
        /** Format: date-time */
        week: string;
        arrived: number;
        served: number;
        waitP50?: number;
      }[];
      /** Whose changes wait here, longest first; sums to the row's queue time. */
      owners: {
        party: string;
        queueMs: number;
        changes: number;
      }[];
      /** Entities whose changes wait here. A change that touches several counts once for each. */
      services: {
        entityRef: string;
        queueMs: number;
        changes: number;
      }[];
      /** At most the hundred oldest. */
      waitingNow: components['schemas']['QueueItem'][];
      /** The ten longest waits that lie in the window, in part at least. */
      longest: {
        change: string;
        title: string;
        owner: string;
        stage: components['schemas']['Stage'];
        /** Format: date-time */
        start: string;
        /** Format: date-time */
        end: string;
        length: number;
      }[];
    };
    FlowMap: {
      time?: components['schemas']['TimeBasis'];
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      scope: string;
      total: {
        queueMs: number;
      };
      edges: {
        /** Owner of the changes. */
        from: string;
        /** Team they waited on. */
        to: string;
        queueMs: number;
        changes: number;
      }[];
    };
    QueuePage: {
      /** Format: date-time */
      asOf: string;
      total: number;
      items: components['schemas']['QueueItem'][];
      /** Teams that wait on each other in a circle. */
      cycles: {
        teams: string[];
        changes: number;
      }[];
      /** For each team that waits, whom it waits on, directly or through others. */
      chains: {
        team: string;
        waitsOn: {
          team: string;
          distance: number;
        }[];
      }[];
      nextCursor?: string;
    };
    ScorecardFigure: {
      value?: number;
      n: number;
      unit: 'ms' | 'ratio' | 'count' | 'perWeek';
      status?: 'good' | 'watch' | 'bad' | 'tooFew';
      withheld?: components['schemas']['Withheld'];
    };
    ScorecardRow: {
      entityRef: string;
      title: string;
      kind: string;
      owner?: string;
      domain?: string;
      /** On their way at any time in the window. */
      changes: number;
      /** The six in front and `throughput`, by id. */
      figures: {
        [key: string]: components['schemas']['ScorecardFigure'];
      };
      /** Waiting behind it, milliseconds. Of a team, what waits on it; of an entity, what changes to it wait on its owner and its gates. */
      queueMs: number;
      /** Weekly median of `decisionToProduction`, else of `leadTime`. */
      trend: {
        /** Format: date-time */
        week: string;
        value?: number;
        n: number;
      }[];
      /** How many the diagnosis has. */
      findings: number;
    };
    Scorecard: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      scope: string;
      items: components['schemas']['ScorecardRow'][];
      nextCursor?: string;
    };
    EntityDurations: {
      time?: components['schemas']['TimeBasis'];
      measure: string;
      p50?: number;
      p85?: number;
      withheld?: components['schemas']['Withheld'];
      openCounted: components['schemas']['OpenCounted'];
      /** Key, title, when it got there (or now while open), how long it took (milliseconds), 1 while open, work type. */
      points: [string, string, number, number, number, string][];
      /** There are more points than asked for. */
      cut: boolean;
    };
    EntityReviews: {
      time?: components['schemas']['TimeBasis'];
      timeToFirstReview: components['schemas']['Figure'];
      timeToApproval: components['schemas']['Figure'];
      reviewRounds: components['schemas']['Figure'];
      reviewLatency: components['schemas']['Figure'];
      reviewSlo: components['schemas']['Figure'];
      /** Visits that ended in the window, by the hour they began. */
      byHour: {
        /** 1 is Monday, 7 is Sunday. */
        weekday: number;
        hour: number;
        n: number;
        /** Absent where too few to be told. */
        p50?: number;
      }[];
    };
    FindingFigure: {
      label: string;
      value: number;
      unit: 'ms' | 'ratio' | 'count' | 'perWeek';
      n?: number;
      figure?: string;
      /** Path and query, below the API's base, of the changes behind it. */
      evidence?: string;
    };
    Finding: {
      rule: string;
      severity: 'critical' | 'warning' | 'info';
      sentence: string;
      figures: components['schemas']['FindingFigure'][];
      /** What to try. */
      move: string;
      /** Waiting saved over the window at most, milliseconds. */
      savingMs?: number;
      /** Keys of changes that show it, at most ten. */
      changes?: string[];
    };
    SampleRow: {
      change: string;
      title: string;
      workType: string;
      /** Format: date-time */
      decidedAt?: string;
      /** Format: date-time */
      startedAt?: string;
      /**
       * Format: date-time
       * Merged.
       */
      doneAt?: string;
      /** Format: date-time */
      shippedAt?: string;
      handoffs: number;
      clarifications: number;
      working: number;
      waiting: number;
      longestWait?: {
        length: number;
        stage: string;
        on: string[];
      };
    };
    EntityFindings: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      findings: components['schemas']['Finding'][];
      /** Ten recent changes across the work types. */
      sample: components['schemas']['SampleRow'][];
      /** Rules that are turned off. */
      disabled: string[];
    };
    FindingPage: {
      items: {
        entityRef: string;
        title: string;
        finding: components['schemas']['Finding'];
      }[];
      nextCursor?: string;
    };
    Snapshot: {
      id: string;
      /** Format: date-time */
      takenAt: string;
      note?: string;
      /** Who took it; absent when the caller may not see people. */
      by?: string;
    };
    SnapshotRequest: {
      note?: string;
    };
    SnapshotList: {
      items: components['schemas']['Snapshot'][];
    };
    SnapshotComparison: {
      snapshot: components['schemas']['Snapshot'];
      /** Absent when compared with now. */
      other?: components['schemas']['Snapshot'];
      figures: {
        id: string;
        before?: number;
        after?: number;
        unit: 'ms' | 'ratio' | 'count' | 'perWeek';
      }[];
      findings: {
        gone: components['schemas']['Finding'][];
        stayed: components['schemas']['Finding'][];
        new: components['schemas']['Finding'][];
      };
    };
    KpiTarget: {
      /** Good up to here, or from here where higher is better. */
      target: number;
      /** Bad beyond here. */
      limit: number;
    };
    /** By figure id, in the unit of the figure. */
    Targets: {
      [key: string]: components['schemas']['KpiTarget'];
    };
    TargetsRequest: {
      targets: components['schemas']['Targets'];
    };
    EntityTargets: {
      targets: components['schemas']['Targets'];
      inherited: components['schemas']['Targets'];
      /** Ref of the group, domain or other entity that each inherited target comes from, by figure id; absent where the caller may not see it. */
      inheritedFrom: {
        [key: string]: string;
      };
      defaults: components['schemas']['Targets'];
    };
  };
  responses: {
    /** An error, with the field at fault. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    /** Begin of the window, inclusive. Default 90 days before `to`. */
    from: string;
    /** End of the window, exclusive. Default now. */
    to: string;
    workType: string;
    /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
    size: components['schemas']['ChangeSize'];
    /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
    time: components['schemas']['TimeBasis'];
    authorKind: components['schemas']['ActorKind'];
    /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
    scope: string;
    /** `nextCursor` of the page before. */
    cursor: string;
    /** Items on a page. */
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}

/**
 * None are used.
 *
 * @public
 */
export type $defs = Record<string, never>;

/**
 * The operations of the HTTP API.
 *
 * @public
 */
export interface operations {
  ingestEvents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportedEvent'][];
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** What became of each event. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IngestReport'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityFigures: {
    parameters: {
      query?: {
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** IANA name of the time zone in which weeks begin. Default UTC. */
        zone?: string;
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
        /** `previous` adds each figure's value over the window of the same length that ends where this one begins. */
        compare?: 'previous' | 'none';
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The figures. */
      200: {
        headers: {
          /** Changes when any figure does. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityFigures'];
        };
      };
      /** Nothing changed since the ETag sent as If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listEntityChanges: {
    parameters: {
      query?: {
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** `inFlight`: open or merged and not yet in production, now, whatever the window. `inProduction`: reached production in the window. `closed`: closed unmerged in the window. `all`: on the way at any time in the window. */
        state?: 'inFlight' | 'inProduction' | 'closed' | 'all';
        /** Only the changes this figure was computed from; overrides `state`. */
        figure?: string;
        /** Only changes that met this stage; with `inFlight`, that are in it. */
        stage?: components['schemas']['Stage'];
        /** Sort order; a leading minus means descending. Ties are broken by key. */
        order?:
          | 'openedAt'
          | '-openedAt'
          | 'productionAt'
          | '-productionAt'
          | 'age'
          | '-age'
          | 'waiting'
          | '-waiting'
          | 'title'
          | '-title';
        /** `nextCursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getChange: {
    parameters: {
      query?: {
        /** Show the timeline as it was at this instant. */
        asOf?: string;
      };
      header?: never;
      path: {
        /** Subject key of the change, URL-encoded. */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listGateways: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
        /** `team` charges people and gates to their teams. `party` tells gates and teams, and people where the caller may see them. */
        by?: 'team' | 'party';
        /** `nextCursor` of the page before. */
        cursor?: components['parameters']['cursor'];
        /** Items on a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of the ranking. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getGateway: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
        /** Median wait to try, milliseconds. Default a day. */
        target?: number;
      };
      header?: never;
      path: {
        /** The party, URL-encoded. */
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The gateway. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getFlowMap: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The edges, heaviest first; they sum to the total. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowMap'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getQueue: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** `nextCursor` of the page before. */
        cursor?: components['parameters']['cursor'];
        /** Items on a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of the queue. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueuePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getScorecard: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** IANA name of the time zone in which weeks begin. Default UTC. */
        zone?: string;
        /** What a row is. */
        rows?: 'teams' | 'entities';
        /** Also told by `Accept`. */
        format?: 'json' | 'csv';
        /** `nextCursor` of the page before. */
        cursor?: components['parameters']['cursor'];
        /** Items on a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of rows, by title; all rows as CSV. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Scorecard'];
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFindings: {
    parameters: {
      query?: {
        /** `organisation`, or the ref of an entity: what it rolls up. Default `organisation`. */
        scope?: components['parameters']['scope'];
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** `nextCursor` of the page before. */
        cursor?: components['parameters']['cursor'];
        /** Items on a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of findings, the worst first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FindingPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityDurations: {
    parameters: {
      query?: {
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
        /** Which duration. */
        measure?: 'decisionToProduction' | 'leadTime';
        /** Points at most; the newest are kept. */
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The points. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityDurations'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityReviews: {
    parameters: {
      query?: {
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
        /** By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours. */
        time?: components['parameters']['time'];
        /** IANA name of the time zone of weekdays and hours. Default UTC. */
        zone?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Figures of reviews, and visits by the hour they began. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityReviews'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityFindings: {
    parameters: {
      query?: {
        /** Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        /** By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them. */
        size?: components['parameters']['size'];
        authorKind?: components['parameters']['authorKind'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Findings, the worst first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityFindings'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSnapshots: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Those the caller may see; at most the newest 200. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  takeSnapshot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['SnapshotRequest'];
      };
    };
    responses: {
      /** It is saved. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Snapshot'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  compareSnapshot: {
    parameters: {
      query?: {
        /** `now`, or the id of another snapshot of the same entity. */
        compare?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** The id of the snapshot. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** What has changed between the two. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotComparison'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTargets: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Its own, those of what is above it, and those of the configuration. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityTargets'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  putTargets: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TargetsRequest'];
      };
    };
    responses: {
      /** What holds from now on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityTargets'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The health of each source, and coverage overall. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceHealth'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  syncSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the source, URL-encoded. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The wish is noted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRejections: {
    parameters: {
      query?: {
        source?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of refused events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RejectionPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listUnmatched: {
    parameters: {
      query?: {
        kind?: components['schemas']['UnmatchedKind'];
        /** Only what concerns this entity, or an entity that it rolls up. */
        entityRef?: string;
        /** True: without what is listed for information only, such as environments and what they were taken for. */
        open?: boolean;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page, and the sums of all kinds. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnmatchedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
/**
 * A shape of which some fields are required.
 *
 * @public
 */
export type WithRequired<T, K extends keyof T> = T & {
  [P in K]-?: T[P];
};
