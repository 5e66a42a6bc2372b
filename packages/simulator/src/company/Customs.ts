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

import type { Duration } from 'chokepoint-flow';
import { DAY } from '../calendar/time';
import type { Habit } from './Company';

/**
 * How people of the company go about their work, apart from the rules of the
 * repositories: what an organisation can do well or badly.
 *
 * @public
 */
export interface Customs {
  /** Share of what people do that begins with a work item, 0 to 1. */
  planning: number;
  /** Share of the work items that leave something unclear, 0 to 1. */
  unclear: number;
  /** Questions that are asked, one after the other, where something is. */
  questions: number;
  /** Median time for which a work item lies after its decision. */
  lying: Duration;
  /** Changes that somebody has begun at a time, each finished the later for it. */
  begun: number;
  /** Share of the changes for which the author asks for a review at once, 0 to 1. */
  asking: number;
  /** Who of a team reviews its changes. */
  reviewers: 'everybody' | 'lead';
  /** How they look after what waits for them; each in their own way when absent. */
  habit?: Habit;
  /** How long a review takes, 1 as usual. */
  care: number;
  /** How much more often than usual a reviewer is not content, 1 as usual. */
  discontent: number;
  /** Whether a high pile of requests is skimmed. */
  skimming: boolean;
  /** Which changes come before others: small ones and fixes, or large ones. */
  first?: 'small' | 'large';
  /** Whether those who lead teams are away, and nobody stands in for them. */
  leadsAway: boolean;
  /** Share of the changes that something keeps, whoever has the turn, 0 to 1. */
  hindered: number;
  /** Probability that a roll-out breaks something; as repositories are when absent. */
  breaking?: number;
}

/** What is customary where nothing else is said. */
export const USUAL_CUSTOMS: Customs = {
  planning: 0.775,
  unclear: 0.25,
  questions: 1,
  lying: 1.1 * DAY,
  begun: 1,
  asking: 0.85,
  reviewers: 'everybody',
  care: 1,
  discontent: 1,
  skimming: true,
  leadsAway: false,
  hindered: 0.08,
};
