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

import { Instant } from './Segment';

/** Within this a team's request and the person's are one step. */
const ONE_STEP = 60_000;

interface Step {
  actor: string;
  id: string;
  at: Instant;
}

/**
 * Forges that spread the reviews of a team take the request to the team back
 * and ask a person of it in the same step, in either order.
 */
export class RoundRobin {
  private asked: Step[] = [];
  private removed: Step[] = [];

  /** Somebody is asked: the teams in whose place, if they were just removed. */
  ask(step: Step): string[] {
    this.asked = [...recent(this.asked, step.at), step];
    return matching(this.removed, step);
  }

  /** A request is removed: the people asked in its place just before. */
  remove(step: Step): string[] {
    this.removed = [...recent(this.removed, step.at), step];
    return matching(this.asked, step);
  }
}

function recent(steps: Step[], at: Instant): Step[] {
  return steps.filter(step => step.at >= at - ONE_STEP);
}

function matching(steps: Step[], { actor, at }: Step): string[] {
  return recent(steps, at)
    .filter(step => step.actor === actor)
    .map(step => step.id);
}
