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

import { InputError } from '@backstage/errors';
import { Instant } from 'chokepoint-flow';

/**
 * Where a page begins: behind the change with this value and key, in the order
 * as of this instant. Changes that come or go meanwhile shift nothing.
 */
export interface Cursor {
  asOf: Instant;
  value: number | string;
  key: string;
}

/** A cursor as a caller hands it back. */
export function encodeCursor({ asOf, value, key }: Cursor): string {
  return Buffer.from(JSON.stringify([asOf, value, key])).toString('base64url');
}

/**
 * @param text - what a caller handed back
 * @param sortedBy - the type of value the order of the request has
 * @throws InputError - where it is no cursor of such a list
 */
export function decodeCursor(
  text: string,
  sortedBy: 'number' | 'string',
): Cursor {
  const [asOf, value, key] = parse(text);
  if (
    typeof asOf === 'number' &&
    typeof key === 'string' &&
    (typeof value === 'number' || typeof value === 'string') &&
    typeof value === sortedBy
  ) {
    return { asOf, value, key };
  }
  throw new InputError('cursor: not one that this list gave out');
}

function parse(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString(),
    );
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    // Not JSON, so not a cursor either.
    return [];
  }
}
