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
  ChangeState,
  Duration,
  Instant,
  Milestones,
  Party,
  Segment,
} from 'chokepoint-flow';

/**
 * What really happened to a change, as those who had it wrote it down.
 *
 * @public
 */
export interface ChangeTruth {
  /** Key of the change. */
  change: string;
  repo: string;
  /** Actor id of the author. */
  author: string;
  /** The team that owns what the change touches; `unassigned` when nobody does. */
  owner: Party;
  /** Names of the services the change touches. */
  services: string[];
  approvalsNeeded: number;
  /** Keys of the work items the change served when it was opened. */
  workItems: string[];
  /** Keys of the production deployments that contained it until it was live. */
  deployments: string[];
  state: ChangeState;
  /**
   * The merge was the release, for nobody had reported a deployment of the
   * repository by then.
   */
  isReleasedUnseen: boolean;
  milestones: Milestones;
  /** Touching stretches; that of an open change ends with the simulation. */
  segments: Segment[];
}

/**
 * Waiting time by team, in whole milliseconds: the shares of every waiting
 * stretch, charged to the team of the party that had it. A gate is charged to
 * the owner of the service; `unassigned` and `external` stand for themselves.
 *
 * @public
 */
export type QueueTime = Record<Party, Duration>;

/**
 * What is known when the simulation is over.
 *
 * @public
 */
export interface Summary {
  events: number;
  changes: number;
  /** Changes that were neither in production nor closed at the end. */
  unfinished: number;
  /** Waiting by team, of all changes. */
  queueTime: QueueTime;
  /** Waiting by the service that the change touches, the first one named. */
  queueTimeByService: Record<string, Duration>;
  /** The first deployment to production of each repository, by its key. */
  firstDeployments: Record<string, Instant>;
}
