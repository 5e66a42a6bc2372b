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

import { FlowEvent, Identities } from 'chokepoint-flow';

/**
 * Whether two events of one id say the same, compared after names are resolved
 * (section 1 of the model, *Integrity*); else they contradict each other.
 */
export function sayTheSame(
  a: FlowEvent,
  b: FlowEvent,
  identities: Identities,
): boolean {
  return contentOf(a, identities) === contentOf(b, identities);
}

function contentOf(event: FlowEvent, identities: Identities): string {
  const { type, at, actor, data } = identities.resolve(event);
  return inOneOrder([type, at, actor, isEmpty(data) ? undefined : data]);
}

function isEmpty(data: object | undefined): boolean {
  return data === undefined || Object.keys(data).length === 0;
}

/** JSON in which the fields of every object come by name. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}
