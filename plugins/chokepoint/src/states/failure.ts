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

import { ResponseError } from '@backstage/errors';
import { Words } from '../wording/useWords';

/** What went wrong, as far as it decides what to do about it. */
export type Failure =
  | { kind: 'forbidden' }
  | { kind: 'missing' }
  | { kind: 'network' }
  | { kind: 'badRequest' | 'other'; message: string };

function isResponseError(error: Error): error is ResponseError {
  return error.name === 'ResponseError' && 'statusCode' in error;
}

/** The backend's own sentence, without the client's "Request failed with". */
export function messageOf(error: Error): string {
  return (isResponseError(error) && error.cause?.message) || error.message;
}

/** Sorts an error of the client by what can be done about it. */
export function failureOf(error: Error): Failure {
  if (!isResponseError(error)) {
    // `fetch` rejects with a TypeError when no answer came at all.
    return error instanceof TypeError
      ? { kind: 'network' }
      : { kind: 'other', message: error.message };
  }
  const message = messageOf(error);
  switch (error.statusCode) {
    case 401:
    case 403:
      return { kind: 'forbidden' };
    case 404:
    case 502:
    case 503:
      return { kind: 'missing' };
    case 400:
      return { kind: 'badRequest', message };
    default:
      return { kind: 'other', message };
  }
}

/** Says what happened and what to do. */
export function failureText(failure: Failure, t: Words): string {
  switch (failure.kind) {
    case 'forbidden':
    case 'missing':
    case 'network':
      return t(`error.${failure.kind}`);
    case 'badRequest':
    case 'other':
      return t(`error.${failure.kind}`, { message: failure.message });
    default: {
      const unknown: never = failure;
      return String(unknown);
    }
  }
}
