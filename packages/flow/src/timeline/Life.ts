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

import { Automations } from './automations';
import { Ball } from './ball';
import { Blocks } from './blocks';
import { Chronicle } from './Chronicle';
import { Ledger } from './Ledger';
import { Placed } from './placed';
import { RuleSets } from './ruleSets';
import { Instant } from './Segment';
import { Start } from './start';
import { TimelineContext } from './Timeline';
import { TurnState } from './turn';

/** Everything that is known of a change while its events are taken in. */
export interface Life {
  readonly start: Start;
  readonly context: TimelineContext;
  readonly sets: RuleSets;
  readonly automations: Automations;
  readonly ball: Ball;
  readonly blocks: Blocks;
  /** The labels that are set, in lower case. */
  readonly labels: Set<string>;
  readonly placed: Placed | undefined;
  readonly state: TurnState;
  readonly ledger: Ledger;
  readonly chronicle: Chronicle;
  /** Every work item it was linked to. */
  readonly everLinked: Set<string>;
  /** The branch that is to be merged, as far as it is known. */
  headBranch?: string;
  /** Agents helped, by its trailers. */
  assisted: boolean;
  /** When it ended for good; a closed change may still be reopened. */
  end?: Instant;
  /** How it ended by an event that bears an earlier date than its opening. */
  endedBeforeOpening?: 'merged' | 'landed' | 'closed';
  /** Its merge was a landing outside of the forge, which can be taken back. */
  landed: boolean;
}

/** Whether the change has been opened, whatever became of it since. */
export function isOpened({ state: { phase } }: Life): boolean {
  return phase !== 'unborn' && phase !== 'decided' && phase !== 'started';
}

/** Whether the forge says whose turn it is: open, and out of draft. */
export function isUnderWay({ ball, state: { phase } }: Life): boolean {
  return phase === 'open' && !ball.draft;
}
