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

import { chargeWait } from '../facts/waits';
import { Segment } from './Segment';
import { Timeline } from './Timeline';

/**
 * What is wrong with the books of a timeline; empty when they balance. Checks
 * the invariants of the model that one timeline alone can break: its segments
 * partition its life, and every waiting millisecond is charged exactly once.
 *
 * @public
 */
export function auditTimeline(timeline: Timeline): string[] {
  const { segments } = timeline;
  const end = timeline.end ?? timeline.asOf;
  const faults: string[] = [];
  segments.forEach((segment, i) => {
    if (!(segment.end > segment.start)) {
      faults.push(`segment ${i} has no length`);
    }
    if (i > 0 && segment.start !== segments[i - 1].end) {
      faults.push(`segment ${i} does not begin where the one before it ends`);
    }
    faults.push(...auditHolders(segment, i));
  });
  const last = segments[segments.length - 1];
  if (last && last.end !== end) {
    faults.push(`the last segment ends at ${last.end}, not at ${end}`);
  }
  const { decidedAt, startedAt, openedAt } = timeline.milestones;
  const first = Math.min(decidedAt ?? openedAt, startedAt ?? openedAt);
  if (segments[0] ? segments[0].start !== first : end > first) {
    faults.push('the first segment does not begin with the first event');
  }
  return faults;
}

function auditHolders(segment: Segment, i: number): string[] {
  const shares = segment.holders.reduce((sum, h) => sum + h.share, 0);
  const length = segment.end - segment.start;
  const charged = chargeWait(segment, length);
  const faults: string[] = [];
  if (Math.abs(shares - 1) > 1e-9) {
    faults.push(`the shares of segment ${i} sum to ${shares}`);
  }
  if (charged.reduce((sum, wait) => sum + wait.length, 0) !== length) {
    faults.push(`the waits of segment ${i} do not sum to its length`);
  }
  return faults;
}

/**
 * Whether what was shown at an earlier instant is still shown, to the
 * millisecond, at a later one: the earlier segments are the later ones cut at
 * the earlier end.
 *
 * @public
 */
export function isPrefixOf(earlier: Timeline, later: Timeline): boolean {
  const end = earlier.end ?? earlier.asOf;
  const cut = later.segments
    .filter(segment => segment.start < end)
    .map(segment => ({ ...segment, end: Math.min(segment.end, end) }));
  return JSON.stringify(cut) === JSON.stringify(earlier.segments);
}
