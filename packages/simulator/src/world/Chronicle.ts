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

import type { Instant, Milestones } from 'chokepoint-flow';
import { Plan } from './Plan';

/** The dates of a change's life, written down when they come. */
export class Chronicle {
  readonly milestones: Milestones;
  /** The merge was the release, for nobody had reported a deployment. */
  isReleasedUnseen = false;

  constructor(plan: Plan, openedAt: Instant) {
    this.milestones = {
      openedAt,
      startedAt: plan.buildSince,
      ...(plan.decidedAt !== undefined && { decidedAt: plan.decidedAt }),
      ...(plan.firstCommitAt !== undefined && {
        firstCommitAt: Math.min(plan.firstCommitAt, openedAt),
      }),
    };
  }

  ready(at: Instant) {
    this.milestones.readyAt ??= at;
  }

  reviewed(at: Instant) {
    this.milestones.firstReviewAt ??= at;
  }

  approved(at: Instant) {
    this.milestones.approvedAt ??= at;
  }

  merged(at: Instant) {
    this.milestones.mergedAt = at;
  }

  closed(at: Instant) {
    this.milestones.closedAt = at;
  }

  reopened() {
    delete this.milestones.closedAt;
  }

  live(at: Instant, observed: boolean) {
    this.milestones.productionAt = at;
    this.isReleasedUnseen = !observed;
  }
}
