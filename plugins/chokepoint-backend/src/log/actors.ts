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

import { FlowEvent } from 'chokepoint-flow';

/** The fields of `data` that hold actor or team ids. */
const ACTOR_FIELDS = {
  'workItem.created': ['owner'],
  'workItem.assigned': ['to'],
  'workItem.statusChanged': ['waitingOn'],
  'workItem.questionAsked': ['to'],
  'workItem.questionAnswered': ['to'],
  'change.reviewRequested': ['reviewers'],
  'change.reviewRequestRemoved': ['reviewers'],
  'change.reviewDismissed': ['reviewer'],
  'deployment.approvalRequested': ['approvers'],
  'deployment.approved': ['approvers'],
} as const satisfies Partial<Record<FlowEvent['type'], readonly string[]>>;

/** The names of the fields of an event's data that hold actor or team ids. */
export function actorFieldsOf(type: FlowEvent['type']): readonly string[] {
  const fields: Partial<Record<FlowEvent['type'], readonly string[]>> =
    ACTOR_FIELDS;
  return fields[type] ?? [];
}

/** Every actor or team an event speaks of. */
export function actorsIn(event: FlowEvent): string[] {
  const data: object = event.data ?? {};
  const named = actorFieldsOf(event.type).flatMap(field => {
    const value: unknown = Reflect.get(data, field);
    return Array.isArray(value) ? value : [value];
  });
  return [event.actor?.id, ...named].filter(id => typeof id === 'string');
}
