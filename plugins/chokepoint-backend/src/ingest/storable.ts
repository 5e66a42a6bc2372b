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

import { FlowEvent, mapNames } from 'chokepoint-flow';

/** Longest key an index of every database takes, in bytes. */
const MAX_KEY_BYTES = 1000;

/**
 * Why an event that is valid cannot be stored: its keys go into indexes, which
 * bound their length in bytes, and databases take no text that is not Unicode.
 * Undefined when it can be.
 */
export function whyNotStorable(event: FlowEvent): string | undefined {
  const keys: [string, string | undefined][] = [
    ['id', event.id],
    ['source', event.source],
    ['subject', event.subject],
    ['actor.id', event.actor?.id],
    ...referencesOf(event).map((key): [string, string] => ['data', key]),
  ];
  for (const [field, key] of keys) {
    if (key !== undefined) {
      if (!isUnicode(key)) {
        return `${field}: not Unicode text`;
      }
      if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
        return `${field}: longer than ${MAX_KEY_BYTES} bytes`;
      }
    }
  }
  return undefined;
}

/** Names and commits in the data of an event, which go into columns of their own. */
function referencesOf(event: FlowEvent): string[] {
  const found: string[] = [];
  const note = (name: string) => {
    found.push(name);
    return name;
  };
  mapNames(event, { actor: note, repository: note, subject: note });
  const sha: unknown = Reflect.get(event.data ?? {}, 'sha');
  return typeof sha === 'string' ? [...found, sha] : found;
}

/** Whether every surrogate of a text has its other half. */
function isUnicode(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
