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

import { FlowEvent, FlowEventType } from '../events/FlowEvent';

/** What a field of an event names. */
type ReferenceKind = 'actor' | 'repository' | 'subject' | 'requirements';

/**
 * The fields of `data` that name somebody or something, by type of event. The
 * one place that knows them: whatever normalises, resolves or lists names goes
 * by this table.
 */
const REFERENCES: Partial<
  Record<FlowEventType, Readonly<Record<string, ReferenceKind>>>
> = {
  'workItem.created': { owner: 'actor', parent: 'subject' },
  'workItem.updated': { owner: 'actor', parent: 'subject' },
  'workItem.assigned': { to: 'actor' },
  'workItem.statusChanged': { waitingOn: 'actor' },
  'workItem.questionAsked': { to: 'actor' },
  'workItem.questionAnswered': { to: 'actor' },
  'change.opened': changeFields(),
  'change.updated': changeFields(),
  'change.assigned': { to: 'actor' },
  'change.reviewRequested': { reviewers: 'actor', insteadOf: 'actor' },
  'change.reviewRequestRemoved': { reviewers: 'actor' },
  'change.reviewDismissed': { reviewer: 'actor' },
  'change.blocked': { by: 'actor' },
  'change.unblocked': { by: 'actor' },
  'deployment.requested': { repo: 'repository', changes: 'subject' },
  'deployment.approvalRequested': { approvers: 'actor' },
  'deployment.approved': { approvers: 'actor' },
  'deployment.started': { repo: 'repository', changes: 'subject' },
  'deployment.finished': { repo: 'repository', changes: 'subject' },
  'incident.opened': { repo: 'repository', deployment: 'subject' },
  'incident.updated': { repo: 'repository', deployment: 'subject' },
  'incident.resolved': { repo: 'repository', deployment: 'subject' },
  'repository.renamed': { to: 'repository' },
  'actor.renamed': { to: 'actor' },
  'team.renamed': { to: 'actor' },
};

function changeFields(): Readonly<Record<string, ReferenceKind>> {
  return {
    repo: 'repository',
    workItems: 'subject',
    requirements: 'requirements',
    onBehalfOf: 'actor',
    assistedBy: 'actor',
  };
}

/**
 * What becomes of the names in an event.
 *
 * @public
 */
export interface NameMapping {
  /** Of actors, teams and parties. */
  actor(id: string): string;
  repository(key: string): string;
  /** Of changes, work items, deployments and incidents. */
  subject(key: string): string;
}

/**
 * An event with every name in it replaced: its subject, its actor, and the
 * actors, teams, repositories and subjects that its data name.
 *
 * @public
 */
export function mapNames<E extends FlowEvent>(event: E, by: NameMapping): E {
  const { actor, data } = event;
  const mapped = {
    ...event,
    subject: by[subjectKindOf(event.type)](event.subject),
    ...(actor && { actor: { ...actor, id: by.actor(actor.id) } }),
    ...(data && { data: mapData(event.type, data, by) }),
  };
  // Names are texts before and after, so the shape of the data is the same.
  return mapped as E;
}

/** What the subject of an event of a type is a key of. */
export function subjectKindOf(type: FlowEventType): keyof NameMapping {
  switch (type) {
    case 'repository.commits':
    case 'repository.described':
    case 'repository.renamed':
      return 'repository';
    case 'actor.renamed':
    case 'team.renamed':
      return 'actor';
    default:
      return 'subject';
  }
}

function mapData(type: FlowEventType, data: object, by: NameMapping): object {
  const fields = REFERENCES[type];
  if (!fields) {
    return data;
  }
  return Object.fromEntries(
    Object.entries(data).map(([field, value]: [string, unknown]) => {
      const kind = fields[field];
      return [field, kind ? mapField(kind, value, by) : value];
    }),
  );
}

function mapField(
  kind: ReferenceKind,
  value: unknown,
  by: NameMapping,
): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => mapField(kind, item, by));
  }
  if (kind === 'requirements') {
    return typeof value === 'object' && value !== null && 'from' in value
      ? { ...value, from: mapField('actor', value.from, by) }
      : value;
  }
  return typeof value === 'string' ? by[kind](value) : value;
}

/**
 * The names of the fields of an event's data that hold people or teams.
 *
 * @public
 */
export function actorFieldsOf(type: FlowEventType): readonly string[] {
  return Object.entries(REFERENCES[type] ?? {}).flatMap(([field, kind]) =>
    kind === 'actor' || kind === 'requirements' ? [field] : [],
  );
}

/**
 * Every actor or team an event speaks of, each once.
 *
 * @public
 */
export function actorsIn(event: FlowEvent): string[] {
  const found = new Set<string>();
  mapNames(event, {
    actor: id => {
      found.add(id);
      return id;
    },
    repository: key => key,
    subject: key => key,
  });
  return [...found];
}
