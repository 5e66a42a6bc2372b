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
import {
  buildTimeline,
  describeChange,
  FlowEvent,
  Timeline,
  TimelineContext,
} from 'chokepoint-flow';

/** Everybody is a party of their own, so that nothing hides behind a team. */
export function contextOf(change: string): TimelineContext {
  return {
    change,
    owner: 'group:default/owner',
    partyOf: actorId => `user:default/${actorId}`,
  };
}

/** The events of each change. */
export function byChange(
  events: Iterable<FlowEvent>,
): Map<string, FlowEvent[]> {
  const changes = new Map<string, FlowEvent[]>();
  for (const event of events) {
    if (event.type.startsWith('change.')) {
      const own = changes.get(event.subject) ?? [];
      own.push(event);
      changes.set(event.subject, own);
    }
  }
  return changes;
}

/** The timeline of every change, as of an instant in milliseconds. */
export function timelinesOf(
  events: Iterable<FlowEvent>,
  asOf: number,
): Map<string, Timeline> {
  const timelines = new Map<string, Timeline>();
  for (const [change, own] of byChange(events)) {
    const timeline = buildTimeline(own, contextOf(change), asOf);
    if (timeline) {
      timelines.set(change, timeline);
    }
  }
  return timelines;
}

/** How every change is described, as of an instant in milliseconds. */
export function descriptionsOf(events: Iterable<FlowEvent>, asOf: number) {
  return new Map(
    [...byChange(events)].map(([change, own]) => [
      change,
      describeChange(own, change, asOf),
    ]),
  );
}
