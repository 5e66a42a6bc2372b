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
  compareEvents,
  FlowEvent,
  IncidentDescription,
} from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';

/**
 * What a repository needs to know of one incident, from its own events alone,
 * in order of time, so that it can be cut at any moment.
 *
 * @public
 */
export interface IncidentRecord {
  incident: string;
  happenings: IncidentHappening[];
}

/**
 * A step in the life of an incident, with what was said of it then; what is
 * absent stays as it was.
 *
 * @public
 */
export interface IncidentHappening extends IncidentDescription {
  at: Instant;
  kind: 'opened' | 'updated' | 'resolved';
}

/**
 * The record of one incident. Undefined while its opening is not known.
 *
 * @param events - its events, in any order; those of other subjects are ignored
 * @public
 */
export function incidentRecordOf(
  events: readonly FlowEvent[],
  incident: string,
): IncidentRecord | undefined {
  const own = events.filter(event => event.subject === incident);
  const happenings = own.sort(compareEvents).flatMap(happeningOf);
  return happenings.some(({ kind }) => kind === 'opened')
    ? { incident, happenings }
    : undefined;
}

function happeningOf(event: FlowEvent): IncidentHappening[] {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'incident.opened':
      return [{ ...event.data, at, kind: 'opened' }];
    case 'incident.updated':
      return [{ ...event.data, at, kind: 'updated' }];
    case 'incident.resolved':
      return [{ ...event.data, at, kind: 'resolved' }];
    default:
      return [];
  }
}
