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

import { ReleaseFacts } from '../facts/factTypes';
import { ModelRules } from '../rules/ModelRules';
import { Unmatched } from '../unmatched/Unmatched';
import { ChangeRecord } from './ChangeRecord';
import { CommitHistory } from './CommitHistory';
import { IncidentRecord } from './IncidentRecord';
import { Placement } from './Placement';
import { RepositoryDescribed } from './RepositoryRecord';
import { RollOutRecord } from './RollOutRecord';

/**
 * Everything that says what is in production of one repository, and what
 * failed there.
 *
 * @public
 */
export interface RepositoryInput {
  repo: string;
  /** The changes of the repository. */
  changes: readonly ChangeRecord[];
  /** The deployments of the repository, and those that list changes of it. */
  rollOuts: readonly RollOutRecord[];
  /** The incidents that name it, a deployment of it, or an entity in it. */
  incidents: readonly IncidentRecord[];
  described: readonly RepositoryDescribed[];
  /** Which commit descends from which. */
  history: CommitHistory;
  /** The entities that live in the repository. */
  entities: readonly RepositoryEntity[];
  /** Refs of the entities of the repository that a change touches. */
  entitiesOf: (change: string) => readonly string[];
  rules: ModelRules;
}

/**
 * An entity that lives in a repository.
 *
 * @public
 */
export interface RepositoryEntity {
  /** `component:default/cart`. */
  ref: string;
  /** The name that roll-outs and incidents may call it by. */
  name: string;
  /** Its folder, relative to the root; absent where it is the whole repository. */
  path?: string;
}

/**
 * What is in production of a repository, and what failed there, as of an
 * instant.
 *
 * @public
 */
export interface RepositoryPlacement {
  /** By key of the change: every change that was opened by then. */
  placements: ReadonlyMap<string, Placement>;
  /** Roll-outs of the repository that are production, pooled into releases, by begin. */
  releases: readonly ReleaseFacts[];
  /** Keys of the incidents that would be failures and belong to no release. */
  unlinkedIncidents: readonly string[];
  /**
   * What roll-outs, incidents and merges named and found nothing; and every
   * environment, with what it was taken for.
   */
  unmatched: readonly Unmatched[];
}
