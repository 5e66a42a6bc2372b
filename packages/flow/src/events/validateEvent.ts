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

import { z } from 'zod/v4';
import { withKeys } from '../identity/withKeys';
import { DAY, EARLIEST, MAX_PATHS, schemas } from './eventSchemas';
import { FlowEvent } from './FlowEvent';

/**
 * What became of one item.
 *
 * @public
 */
export type Validation =
  | {
      ok: true;
      event: FlowEvent;
      /** What was not taken as it came: `data.paths: …`. */
      notices?: readonly string[];
    }
  | { ok: false; id?: string; source?: string; reason: string };

/**
 * Checks one item against the vocabulary and normalises its instants to UTC
 * with milliseconds, and its names to keys ({@link withKeys}). Of more than
 * 5,000 paths the first are kept. Refused: unknown types, unknown fields, an `at` before
 * 1990 or more than a day after `now`, a subject without a host. The reason
 * names the field at fault: `at: not an RFC 3339 instant`.
 *
 * @param now - the current instant in milliseconds since the epoch
 * @public
 */
export function validateEvent(
  item: unknown,
  options: { now: number },
): Validation {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { ok: false, reason: 'not an object' };
  }
  const refuse = (reason: string): Validation => ({
    ok: false,
    id: 'id' in item && typeof item.id === 'string' ? item.id : undefined,
    source:
      'source' in item && typeof item.source === 'string'
        ? item.source
        : undefined,
    reason,
  });
  if (!('type' in item) || typeof item.type !== 'string') {
    return refuse('type: missing');
  }
  const schema = schemas.get(item.type);
  if (!schema) {
    return refuse(`type: unknown type ${shorten(item.type)}`);
  }
  const parsed = schema.safeParse(item);
  if (!parsed.success) {
    return refuse(reasonOf(parsed.error.issues[0], item));
  }
  // The schema of this type accepted it, which is what FlowEvent means.
  const event = parsed.data as FlowEvent;
  const at = Date.parse(event.at);
  if (at < EARLIEST) {
    return refuse('at: before 1990');
  }
  if (at > options.now + DAY) {
    return refuse('at: more than a day ahead');
  }
  return { ok: true, ...withFewerPaths(withKeys(event)) };
}

/** A change that touches more paths than are kept is not lost. */
function withFewerPaths(event: FlowEvent): {
  event: FlowEvent;
  notices?: readonly string[];
} {
  const isDescribed =
    event.type === 'change.opened' || event.type === 'change.updated';
  const paths = (isDescribed && event.data?.paths) || [];
  if (paths.length <= MAX_PATHS) {
    return { event };
  }
  const data = { ...event.data, paths: paths.slice(0, MAX_PATHS) };
  return {
    // Of the same type, with fewer paths.
    event: { ...event, data } as FlowEvent,
    notices: [
      `data.paths: the first ${MAX_PATHS} of ${paths.length} were kept`,
    ],
  };
}

function reasonOf(issue: z.core.$ZodIssue, item: object): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, shorten(issue.keys[0])].join('.');
    return `${field}: unknown field`;
  }
  if (isMissing(issue.path, item)) {
    return `${path}: missing`;
  }
  return path ? `${path}: ${issue.message}` : issue.message;
}

function isMissing(path: PropertyKey[], item: object): boolean {
  let value: unknown = item;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    value = Reflect.get(value, part);
  }
  return path.length > 0 && value === undefined;
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
