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

import { Instant, Segment } from './Segment';
import { ReviewVisit } from './Timeline';

/**
 * Every stretch of `review`, from the ball arriving to the ball leaving
 * (`reviewLatency`). A block interrupts a visit and does not end it; one that
 * no person's answer ended is not answered.
 *
 * @param end - the end of the timeline; undefined while the change is on its way
 * @param answers - when people answered
 */
export function reviewVisits(
  segments: readonly Segment[],
  end: Instant | undefined,
  answers: ReadonlySet<Instant>,
): ReviewVisit[] {
  const visits: { start: Instant; end: Instant }[] = [];
  for (const segment of segments.filter(isReview)) {
    const last = visits[visits.length - 1];
    if (last?.end === segment.start) {
      last.end = segment.end;
    } else {
      visits.push({ start: segment.start, end: segment.end });
    }
  }
  const last = segments[segments.length - 1];
  const isOpen = end === undefined && last !== undefined && isReview(last);
  return visits.map((visit, i) =>
    isOpen && i === visits.length - 1
      ? { start: visit.start, answered: false }
      : { ...visit, answered: answers.has(visit.end) },
  );
}

function isReview(segment: Segment): boolean {
  return segment.stage === 'review' && segment.mode === 'waiting';
}
