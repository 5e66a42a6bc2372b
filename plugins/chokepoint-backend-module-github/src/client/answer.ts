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

export interface GraphqlError {
  message: string;
  /** GitHub's kind of error: `NOT_FOUND`, `FORBIDDEN`, `RATE_LIMITED`. */
  type?: string;
  path?: (string | number)[];
  /** `code` is there when the query itself is wrong for this server. */
  extensions?: { code?: string };
}

/** What an answer of GitHub means for whoever asked. */
export type Answer<T> =
  /**
   * Here it is, for so many points; what the token may not see is null and
   * named in `hidden`.
   */
  | { kind: 'data'; data: T; hidden: GraphqlError[]; points: number }
  /** Too much was asked; ask again after so many milliseconds. */
  | { kind: 'limited'; wait: number | undefined; reason: string }
  /** It did not work, and may work when tried again. */
  | { kind: 'failed'; reason: string }
  /** It will not work again either. */
  | { kind: 'refused'; reason: string };

interface GraphqlBody<T> {
  data?: (T & { rateLimit?: { cost?: number } | null }) | null;
  errors?: GraphqlError[];
  message?: string;
}

/** Kinds of error that leave the rest of the answer whole. */
const HIDDEN = new Set(['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES']);

/**
 * What an answer means. GitHub says that too much was asked in four ways: 403
 * or 429 with `Retry-After` (the secondary limit), the same without it, the
 * same with nothing remaining of the hour's points, and 200 with an error of
 * type `RATE_LIMITED`.
 *
 * @param now - the current instant in milliseconds since the epoch
 */
export function understand<T>(
  response: Pick<Response, 'status' | 'headers'>,
  text: string,
  now: number,
): Answer<T> {
  const { status } = response;
  const body = parse<T>(text);
  if (status === 403 || status === 429) {
    return understandLimit(response, body, now);
  }
  if (status >= 500 || status === 408) {
    return { kind: 'failed', reason: `GitHub answered ${status}` };
  }
  if (status !== 200) {
    return { kind: 'refused', reason: reasonOf(status, body) };
  }
  if (!body) {
    return { kind: 'failed', reason: 'the answer was cut off' };
  }
  return understandBody(response, body, now);
}

function parse<T>(text: string): GraphqlBody<T> | undefined {
  try {
    const body: GraphqlBody<T> | null = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(status: number, body: GraphqlBody<unknown> | undefined) {
  return `GitHub answered ${status}${body?.message ? `: ${body.message}` : ''}`;
}

function understandLimit<T>(
  response: Pick<Response, 'status' | 'headers'>,
  body: GraphqlBody<T> | undefined,
  now: number,
): Answer<T> {
  const { status, headers } = response;
  const reason = reasonOf(status, body);
  const after = retryAfter(headers, now);
  if (after !== undefined) {
    return { kind: 'limited', wait: after, reason };
  }
  if (headers.get('x-ratelimit-remaining') === '0') {
    return { kind: 'limited', wait: untilReset(headers, now), reason };
  }
  return status === 429 || /rate limit|abuse/i.test(body?.message ?? '')
    ? { kind: 'limited', wait: undefined, reason }
    : { kind: 'refused', reason };
}

function understandBody<T>(
  response: Pick<Response, 'headers'>,
  body: GraphqlBody<T>,
  now: number,
): Answer<T> {
  const errors = body.errors ?? [];
  const reason = errors[0]?.message ?? 'the answer has no data';
  if (errors.some(error => error.type === 'RATE_LIMITED')) {
    return { kind: 'limited', wait: untilReset(response.headers, now), reason };
  }
  if (errors.some(error => error.extensions?.code !== undefined)) {
    return { kind: 'refused', reason };
  }
  const hidden = errors.filter(error => HIDDEN.has(error.type ?? ''));
  if (hidden.length < errors.length) {
    return { kind: 'failed', reason };
  }
  if (body.data) {
    const points = body.data.rateLimit?.cost ?? 0;
    return { kind: 'data', data: body.data, hidden, points };
  }
  return hidden.length > 0
    ? { kind: 'refused', reason }
    : { kind: 'failed', reason };
}

/** Milliseconds until `Retry-After`, which is seconds or an HTTP date. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after');
  if (!value) {
    return undefined;
  }
  const seconds = Number(value);
  const wait = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** Milliseconds until the hour's points are renewed. */
function untilReset(headers: Headers, now: number): number | undefined {
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : undefined;
}
