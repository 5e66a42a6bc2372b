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

import { ReportedEvent } from 'backstage-plugin-chokepoint-common';

/** Kinds of event that are told apart by the shape of their mark. */
export const MARK_KINDS = [
  'workItem',
  'change',
  'review',
  'checks',
  'deployment',
] as const;

/** A kind of event. */
export type MarkKind = (typeof MARK_KINDS)[number];

/** An event on the time axis. */
export interface Mark {
  kind: MarkKind;
  /** Milliseconds since the epoch. */
  at: number;
  event: ReportedEvent;
}

const CHECKS = new Set([
  'change.checksStarted',
  'change.checksFinished',
  'change.queued',
  'change.dequeued',
]);

const REVIEW = /^change\.(review|commented)/;

function markKind(type: string): MarkKind {
  if (CHECKS.has(type)) {
    return 'checks';
  }
  if (REVIEW.test(type)) {
    return 'review';
  }
  if (type.startsWith('workItem.')) {
    return 'workItem';
  }
  return type.startsWith('deployment.') || type.startsWith('incident.')
    ? 'deployment'
    : 'change';
}

/** The events that happened on the timeline, as marks. */
export function marksOf(
  events: readonly ReportedEvent[],
  start: number,
  end: number,
): Mark[] {
  return events
    .map(event => ({
      kind: markKind(event.type),
      at: Date.parse(event.at),
      event,
    }))
    .filter(({ at }) => at >= start && at <= end);
}

/** The kinds among some marks, for the key. */
export function kindsOf(marks: readonly Mark[]): MarkKind[] {
  const present = new Set(marks.map(({ kind }) => kind));
  return MARK_KINDS.filter(kind => present.has(kind));
}

/** `change.reviewRequested` → `review requested`; what it happened to is left out. */
export function eventName(type: string): string {
  const name = type.slice(type.indexOf('.') + 1);
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
