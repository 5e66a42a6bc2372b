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

import { DEFAULT_WORK_TYPE_RULES, WorkTypeRule } from '../facts/workType';
import { Duration } from '../timeline/Segment';

/**
 * Changes that are left out of the figures, visible and counted as excluded by
 * the rule: it matches when any of its conditions does.
 *
 * @public
 */
export interface ExclusionRule {
  /** Shown beside the number of changes it excludes: `backMerges`. */
  name: string;
  /** Any of these labels, compared without case. */
  labels?: readonly string[];
  /** Head branches; `*` stands for any characters: `mirror/*`. */
  branches?: readonly string[];
  /** Actor ids of the author, without case. */
  authors?: readonly string[];
  /** The title begins with one of these, compared without case. */
  titlePrefixes?: readonly string[];
}

/**
 * What labels and commands mean. Labels and commands compare without case.
 *
 * @public
 */
export interface SignalRules {
  /** Commands that are approvals by the commenter; `<command> cancel` dismisses. */
  approvalCommands: readonly string[];
  /** Labels that are approvals: of the person who sets them, of somebody unknown when a bot does. */
  approvalLabels: readonly string[];
  /** Commands that forbid the merge until `<command> cancel`. */
  holdCommands: readonly string[];
  /** Labels that forbid the merge while they are set. */
  holdLabels: readonly string[];
  /** Labels while which nothing can move. */
  blockedLabels: readonly string[];
}

/**
 * Which changes are an agent's, beside those whose author is one or that name
 * one in `assistedBy`.
 *
 * @public
 */
export interface AgentRules {
  labels: readonly string[];
  /** Beginnings of head branches: `copilot/`. */
  branchPrefixes: readonly string[];
}

/**
 * What an environment is, before the rule on its words is asked: the first
 * entry whose name matches counts. `*` stands for any characters.
 *
 * @public
 */
export interface EnvironmentRule {
  name: string;
  production: boolean;
}

/**
 * What counts as a failure of a release.
 *
 * @public
 */
export interface FailureRules {
  /** Severities of incidents that count, without case; all when absent. */
  severities?: readonly string[];
  /** An incident belongs to a release that began no longer than this before. */
  incidentLag: Duration;
  /**
   * Beginnings of titles that revert: the rest of the title, in quotes or after
   * a conventional prefix, is the title of the change that is reverted.
   */
  revertWords: readonly string[];
  /** Words at the head of a title, as a label, or as the first part of the branch. */
  hotfixWords: readonly string[];
}

/**
 * Every rule of the model that an operator may set. Facts are built by one set
 * of rules; another one builds them again.
 *
 * @public
 */
export interface ModelRules {
  workTypes: readonly WorkTypeRule[];
  exclude: readonly ExclusionRule[];
  signals: SignalRules;
  agents: AgentRules;
  environments: readonly EnvironmentRule[];
  failures: FailureRules;
  /** Released branches by key of the repository; they go before those described. */
  releasedBranches: Readonly<Record<string, readonly string[]>>;
  /** Actor ids that are bots, whatever their source says. */
  bots: readonly string[];
  /** Actor ids of bots that close changes which they have landed. */
  landingBots: readonly string[];
  /** A run of checks that has not ended after this runs no longer. */
  staleCheck: Duration;
  /** After this a merged change that no release contains is unplaced. */
  staleRelease: Duration;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The rules that hold where nothing is configured.
 *
 * @public
 */
export const DEFAULT_MODEL_RULES: ModelRules = {
  workTypes: DEFAULT_WORK_TYPE_RULES,
  exclude: [],
  signals: {
    approvalCommands: ['/lgtm', '/approve'],
    approvalLabels: ['lgtm', 'approved'],
    holdCommands: ['/hold'],
    holdLabels: ['hold', 'do-not-merge', 'do-not-merge/hold'],
    blockedLabels: ['blocked', 'on hold'],
  },
  agents: {
    labels: ['copilot', 'codex', 'claude-code', 'ai-generated'],
    branchPrefixes: ['copilot/', 'codex/', 'claude/', 'cursor/', 'devin/'],
  },
  environments: [],
  failures: {
    incidentLag: 7 * DAY,
    revertWords: ['revert'],
    hotfixWords: ['hotfix', 'hot-fix'],
  },
  releasedBranches: {},
  bots: [],
  landingBots: [],
  staleCheck: 6 * HOUR,
  staleRelease: 90 * DAY,
};
