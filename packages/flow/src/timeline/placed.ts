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

import { Placement, PlacementStep } from '../production/Placement';
import { Instant, Segment } from './Segment';
import { Timeline } from './Timeline';

/**
 * The placement of a change in its repository, up to an instant: what it waits
 * for after its merge, whatever was worked out of later times.
 */
export class Placed {
  readonly steps: readonly PlacementStep[];
  /** When something changes by the placement alone, in order. */
  readonly moments: readonly Instant[];
  private readonly carriers = new Map<string, Timeline | undefined>();

  constructor(
    readonly placement: Placement,
    private readonly asOf: Instant,
    private readonly timelineOf: (change: string) => Timeline | undefined,
  ) {
    this.steps = placement.steps.filter(step => step.at <= asOf);
    const moments = new Set(this.steps.map(step => step.at));
    for (const [i, step] of this.steps.entries()) {
      const until = this.steps[i + 1]?.at ?? asOf;
      for (const { start } of this.segmentsOf(step.carrier)) {
        if (start > step.at && start < until) {
          moments.add(start);
        }
      }
    }
    if (this.end !== undefined) {
      moments.add(this.end);
    }
    this.moments = [...moments].sort((a, b) => a - b);
  }

  /** When its timeline ends, where that has come. */
  get end(): Instant | undefined {
    return this.ifCome(this.placement.end);
  }

  /** When it reached production, where that has come. */
  get productionAt(): Instant | undefined {
    return this.ifCome(this.placement.productionAt);
  }

  /** Since when releases go by without it, where they do at last. */
  get unplacedSince(): Instant | undefined {
    let since: Instant | undefined;
    for (const step of this.steps) {
      since = step.unplaced ? since ?? step.at : undefined;
    }
    return this.productionAt === undefined ? since : undefined;
  }

  /** What holds at an instant. */
  stepAt(at: Instant): PlacementStep | undefined {
    let current: PlacementStep | undefined;
    for (const step of this.steps) {
      if (step.at > at) {
        break;
      }
      current = step;
    }
    return current;
  }

  /** Where the carrier stands at an instant. */
  carrierAt(carrier: string, at: Instant): Segment | undefined {
    const segments = this.segmentsOf(carrier);
    return segments.find(
      ({ start, end }, i) =>
        start <= at && (at < end || i === segments.length - 1),
    );
  }

  private segmentsOf(carrier: string | undefined): readonly Segment[] {
    if (carrier === undefined) {
      return [];
    }
    if (!this.carriers.has(carrier)) {
      this.carriers.set(carrier, this.timelineOf(carrier));
    }
    return this.carriers.get(carrier)?.segments ?? [];
  }

  private ifCome(at: Instant | undefined): Instant | undefined {
    return at !== undefined && at <= this.asOf ? at : undefined;
  }
}
