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
 * By what a roll-out was found to contain a change: it lists the change, it
 * lists its commit, its commit is a descendant in the known history, or, for
 * want of all these, the order of the merges.
 *
 * @public
 */
export type Containment = 'changes' | 'commits' | 'history' | 'assumed';

/**
 * What the rest of its repository means for one change, as of an instant: what
 * it waits for once it is merged, and with which release it reached production.
 * It is worked out for a whole repository at once, see `placeChanges`, and
 * taken in by the timeline of the change.
 *
 * @public
 */
export interface Placement {
  change: string;
  /** No work of its own: it brings other changes to another branch. */
  carrier: boolean;
  /** Key of the change that carries it, once one does. */
  carriedBy?: string;
  /** How the production roll-out was found to contain it. */
  containment?: Containment;
  /** Id of the release that brought it to production. */
  release?: string;
  /**
   * When it reached production: the success of the first production roll-out
   * that contains it, or, where no deployments are seen, its merge or that of
   * its carrier; never before its merge.
   */
  productionAt?: Instant;
  /**
   * When its timeline ends: `productionAt`, or the merge where the release was
   * not observed.
   */
  end?: Instant;
  /** False where production is taken to be a merge, or was not observed. */
  productionObserved: boolean;
  /** Merged before the first deployment ever seen of its repository. */
  releaseUnobserved: boolean;
  /**
   * What it waits for from each instant on, in order of time; the first is at
   * its merge. Nothing later than the instant that was asked for.
   */
  steps: readonly PlacementStep[];
  /** When changes that revert it were merged. */
  revertedAt: readonly Instant[];
}

/**
 * What a merged change waits for from an instant on. Of what is true at once
 * the first counts: unplaced, a roll-out that runs, a gate, an open carrier,
 * the next release.
 *
 * @public
 */
export interface PlacementStep {
  at: Instant;
  /** Releases go by without it: it is in no queue any more. */
  unplaced: boolean;
  /** A production roll-out that contains it runs. */
  rollingOut: boolean;
  /** Actor ids asked to let it pass; empty where nobody is named. */
  gate?: readonly string[];
  /** Key of the open change that carries it: it waits for whom that one waits for. */
  carrier?: string;
  /** The last production roll-out that contained it failed. */
  failed: boolean;
}
