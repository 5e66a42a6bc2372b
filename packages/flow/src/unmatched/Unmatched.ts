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

import { Instant } from '../timeline/Segment';

/**
 * What is listed as not matched, by section 3 of the model, *What did not
 * match*: things that were named and found nothing, and what is suggested
 * because of it (`bots`, `aliases`).
 *
 * @public
 */
export type UnmatchedKind =
  | 'commits'
  | 'repositories'
  | 'environments'
  | 'services'
  | 'actors'
  | 'teams'
  | 'slugs'
  | 'entities'
  | 'contradictions'
  | 'unplacedChanges'
  | 'unlinkedIncidents'
  | 'bots'
  | 'aliases';

/**
 * Every kind, in the order in which they are shown.
 *
 * @public
 */
export const UNMATCHED_KINDS: readonly UnmatchedKind[] = [
  'commits',
  'services',
  'environments',
  'unplacedChanges',
  'unlinkedIncidents',
  'repositories',
  'entities',
  'slugs',
  'actors',
  'teams',
  'bots',
  'aliases',
  'contradictions',
];

/**
 * What would mend it, as data: the sentence, and the line of configuration or
 * the annotation, are made of it where it is shown.
 *
 * @public
 */
export type Mend =
  /** `chokepoint.environments`. */
  | { kind: 'environment'; name: string; production: boolean }
  /** `chokepoint.aliases`; without `to` nobody knows what it is now. */
  | { kind: 'alias'; of: AliasOf; from: string; to?: string }
  /** `chokepoint.bots`. */
  | { kind: 'bot'; actor: string }
  /** `chokepoint.releasedBranches`. */
  | { kind: 'releasedBranch'; repo: string; branch: string }
  /** Annotation `chokepoint.io/repository` of an entity; without one, of any. */
  | { kind: 'repositoryAnnotation'; repo?: string; entityRef?: string }
  /** Annotation `<host>/user-login` of a user. */
  | { kind: 'loginAnnotation'; host: string; login: string }
  /** Annotation `<host>/team-slug` of a group. */
  | { kind: 'teamAnnotation'; host: string; slug: string }
  /** An entity of this name in the repository, or one of its own names sent. */
  | { kind: 'serviceName'; service: string; candidates: readonly string[] }
  /** The history of the repository, or the commits of the release, reported. */
  | { kind: 'history'; repo: string }
  /** A production roll-out that contains the change, reported. */
  | { kind: 'release'; repo: string }
  /** The deployment or the services of the incident, reported. */
  | { kind: 'incidentService' }
  /** Whoever sends under this source sends one id for two facts. */
  | { kind: 'sender'; source: string };

/**
 * What an alias is of.
 *
 * @public
 */
export type AliasOf = 'repositories' | 'actors' | 'groups';

/**
 * Particulars, as far as the kind has any.
 *
 * @public
 */
export interface UnmatchedDetail {
  /** Of an environment: what it was taken for. */
  production?: boolean;
  /** By what: the source said so, a configured rule did, or its words do. */
  takenBy?: 'source' | 'rule' | 'words';
  /** Of an entity: the repository it was looked for in. */
  lookedFor?: string;
  /** The annotation that was asked. */
  annotation?: string;
  /** A few of what is concerned: keys of roll-outs, changes or incidents. */
  samples?: readonly string[];
  /** Of accounts that answer like machines: answers, and those within minutes. */
  answers?: number;
  fastAnswers?: number;
  /** Different hours of the day, in UTC, in which it answered. */
  hoursOfDay?: number;
  /** How many values this row stands for, where there are too many to list. */
  more?: number;
}

/**
 * One thing that was named and found nothing.
 *
 * @public
 */
export interface Unmatched {
  kind: UnmatchedKind;
  /** What was named: a sha, the name of an environment, an actor id. */
  value: string;
  /** Key of the repository in which it was named. */
  repo?: string;
  /** Source that named it. */
  source?: string;
  /** How often. */
  n: number;
  /** When first and last, as far as that is known. */
  firstAt?: Instant;
  lastAt?: Instant;
  /**
   * False where it is listed for information only: an environment that was
   * taken for what it is.
   */
  open: boolean;
  /** The entities concerned; absent: all that live in the repository. */
  entityRefs?: readonly string[];
  detail?: UnmatchedDetail;
  mend?: Mend;
}
