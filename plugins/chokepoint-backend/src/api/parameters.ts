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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { FIGURE_IDS, FigureId, Instant } from 'chokepoint-flow';

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
