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
  ChangeRecord,
  changeRecordOf,
  FlowEvent,
  IncidentRecord,
  incidentRecordOf,
  RollOutRecord,
  rollOutRecordOf,
} from 'chokepoint-flow';

/** The kinds of things that events happen to. */
export type SubjectKind =
  | 'change'
  | 'workItem'
  | 'deployment'
  | 'incident'
  | 'repository';

/**
 * What a link says: which work item a change serves, which change a deployment
 * lists, which work item is the parent of another; and the repository, the
 * deployment or the service (as {@link serviceLink}) that an incident concerns.
 */
export type LinkKind = 'workItem' | 'lists' | 'parent' | 'concerns';

/** How a link names a service: by its ref or name, without case. */
export function serviceLink(service: string): string {
  return `service:${service.toLowerCase()}`;
}

/** What others need to know of a subject. */
export type Subject = {
  subject: string;
  /** The repository it is of, where it is of one. */
  repo?: string;
} & (
  | { kind: 'change'; record: ChangeRecord }
  | { kind: 'deployment'; record: RollOutRecord }
  | { kind: 'incident'; record: IncidentRecord }
  | { kind: 'workItem' | 'repository'; record?: undefined }
);

/** A subject, and what it names. */
export interface ReadSubject {
  subject: Subject;
  links: { kind: LinkKind; target: string }[];
}

/**
 * Reads what a subject is now from its events. Undefined where nothing is known
 * that others could need: no opening, no description.
 */
export function readSubject(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject | undefined {
  switch (kindOf(events)) {
    case 'change':
      return readChange(subject, events);
    case 'deployment':
      return readDeployment(subject, events);
    case 'incident':
      return readIncident(subject, events);
    case 'workItem':
      return readWorkItem(subject, events);
    case 'repository':
      return {
        subject: { subject, kind: 'repository', repo: subject },
        links: [],
      };
    default:
      return undefined;
  }
}

const KINDS: readonly SubjectKind[] = [
  'change',
  'deployment',
  'incident',
  'workItem',
  'repository',
];

/** The kind of a subject; where senders disagree, the first of the list. */
function kindOf(events: readonly FlowEvent[]): SubjectKind | undefined {
  return KINDS.find(kind => events.some(e => e.type.startsWith(`${kind}.`)));
}

function readChange(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject | undefined {
  const record = changeRecordOf(events, subject);
  const workItems = events.flatMap(event =>
    event.type === 'change.opened' || event.type === 'change.updated'
      ? event.data?.workItems ?? []
      : [],
  );
  return (
    record && {
      subject: { subject, kind: 'change', repo: record.repo, record },
      links: linksTo('workItem', workItems),
    }
  );
}

function readDeployment(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject | undefined {
  const record = rollOutRecordOf(events, subject);
  return (
    record && {
      subject: { subject, kind: 'deployment', repo: record.repos[0], record },
      links: linksTo('lists', record.listed),
    }
  );
}

function readIncident(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject | undefined {
  const record = incidentRecordOf(events, subject);
  return (
    record && {
      subject: { subject, kind: 'incident', record },
      links: linksTo(
        'concerns',
        record.happenings.flatMap(({ repo, deployment, services = [] }) => [
          ...(repo === undefined ? [] : [repo]),
          ...(deployment === undefined ? [] : [deployment]),
          ...services.map(serviceLink),
        ]),
      ),
    }
  );
}

function readWorkItem(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject {
  const parents = events.flatMap(event =>
    event.type === 'workItem.created' || event.type === 'workItem.updated'
      ? event.data?.parent ?? []
      : [],
  );
  return {
    subject: { subject, kind: 'workItem' },
    links: linksTo('parent', parents),
  };
}

function linksTo(kind: LinkKind, targets: readonly string[]) {
  return [...new Set(targets)].map(target => ({ kind, target }));
}
