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
  FlowEvent,
  Identities,
  IdentityEvent,
  isRenamed,
  withoutRetracted,
} from 'chokepoint-flow';
import {
  ChangeTruth,
  Company,
  Directory,
  directoryOf,
  foundCompany,
  simulate,
  SimulationOptions,
  Summary,
} from '..';
import { WEEK } from '../calendar/time';

/** Everything that came out of one simulation. */
export interface Recording {
  from: number;
  to: number;
  /** As they were reported. */
  events: FlowEvent[];
  /** By the names that hold in the end, without what was taken back. */
  resolved: FlowEvent[];
  truths: ChangeTruth[];
  summary: Summary;
  company: Company;
  directory: Directory;
  /** The events of some subjects, in order of time. */
  eventsOf(...subjects: string[]): FlowEvent[];
}

/** What is listened to; the first of April 2026 is a Wednesday. */
export interface Session extends Omit<SimulationOptions, 'from' | 'to'> {
  weeks: number;
}

/** Runs a simulation to its end and keeps all of it. */
export function listen({ weeks, ...session }: Session): Recording {
  const from = Date.UTC(2026, 3, 1);
  const to = from + weeks * WEEK;
  const events: FlowEvent[] = [];
  const truths: ChangeTruth[] = [];
  let summary: Summary | undefined;
  for (const occurrence of simulate({ ...session, from, to })) {
    if (occurrence.kind === 'event') {
      events.push(occurrence.event);
    } else if (occurrence.kind === 'truth') {
      truths.push(occurrence.truth);
    } else {
      summary = occurrence.summary;
    }
  }
  if (!summary) {
    throw new Error('the simulation ended without a summary');
  }
  const company = foundCompany(session);
  const directory = directoryOf(company);
  const resolved = resolve(events);
  const eventsOf = bySubject(resolved);
  return {
    from,
    to,
    events,
    resolved,
    truths,
    summary,
    company,
    directory,
    eventsOf,
  };
}

function resolve(events: FlowEvent[]): FlowEvent[] {
  const identities = new Identities(events.filter(isIdentityEvent));
  return withoutRetracted(
    events
      .filter(event => !isRenamed(event))
      .map(event => identities.resolve(event)),
  );
}

function isIdentityEvent(event: FlowEvent): event is IdentityEvent {
  return isRenamed(event) || event.type === 'repository.described';
}

function bySubject(events: FlowEvent[]): Recording['eventsOf'] {
  const filed = new Map<string, FlowEvent[]>();
  for (const event of events) {
    const file = filed.get(event.subject) ?? [];
    file.push(event);
    filed.set(event.subject, file);
  }
  return (...subjects) => subjects.flatMap(key => filed.get(key) ?? []);
}
