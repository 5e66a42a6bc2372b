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

import { TimeBasis } from 'backstage-plugin-chokepoint-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ActorKind,
  ChangeSize,
  FIGURE_IDS,
  FigureId,
  Instant,
} from 'chokepoint-flow';
import { ORGANISATION } from '../figures/scope';

/** An instant of a request, in milliseconds since the epoch. */
export function instantOf(
  name: string,
  text: string | undefined,
): Instant | undefined {
  if (text === undefined) {
    return undefined;
  }
  const at = Date.parse(text);
  if (Number.isNaN(at)) {
    throw new InputError(`${name}: not an RFC 3339 instant`);
  }
  return at;
}

/** A figure of a request. */
export function figureOf(text: string | undefined): FigureId | undefined {
  if (text === undefined) {
    return undefined;
  }
  const id = FIGURE_IDS.find(known => known === text);
  if (!id) {
    throw new InputError(`figure: not one of ${FIGURE_IDS.join(', ')}`);
  }
  return id;
}

/** The entity of a path. */
export function entityOf(path: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return stringifyEntityRef(path);
}

/** The entity that a query names. */
export function entityIn(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError('entityRef: not the ref of an entity');
  }
}

/** The scope of a request: `organisation` or the ref of an entity. */
export function scopeOf(text: string = ORGANISATION): string {
  if (text === ORGANISATION) {
    return text;
  }
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `scope: neither ${ORGANISATION} nor the ref of an entity`,
    );
  }
}

/** The window and the filters that most requests have. */
export function windowIn(query: {
  from?: string;
  to?: string;
  workType?: string;
  size?: ChangeSize;
  authorKind?: ActorKind;
  zone?: string;
}) {
  return {
    from: instantOf('from', query.from),
    to: instantOf('to', query.to),
    workType: query.workType,
    size: query.size,
    authorKind: query.authorKind,
    zone: query.zone,
  };
}

/** The clock of a request. */
export function timeIn({ time = 'wallClock' }: { time?: TimeBasis }) {
  return { time };
}

/** Items on a page where nothing else is said. */
const DEFAULT_LIMIT = 50;

/** The page of a request. */
export function pageIn(query: { cursor?: string; limit?: number }) {
  return { cursor: query.cursor, limit: query.limit ?? DEFAULT_LIMIT };
}
