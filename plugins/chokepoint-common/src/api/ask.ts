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
import createClient, { Middleware } from 'openapi-fetch';
import { RequestOptions } from './ChokepointApi';
import { paths } from './openapi';

/** Where the API is, and with what it is called. */
interface Connection extends RequestOptions {
  /** Of the plugin, without a version. */
  baseUrl: string;
  fetchApi: { fetch: typeof fetch };
}

/** The calls of the API, with their paths, parameters and answers typed. */
type Calls = ReturnType<typeof connect>;

/** One call. */
export type Question<T> = (api: Calls) => Promise<{ data?: T }>;

/**
 * Makes one call.
 *
 * @throws ResponseError - whatever the API says instead of an answer
 */
export async function ask<T>(
  connection: Connection,
  question: Question<T>,
): Promise<T> {
  const { data } = await question(connect(connection));
  if (data === undefined) {
    throw new Error('The Chokepoint backend gave an empty answer');
  }
  return data;
}

const failOnErrors: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  },
};

function connect({ baseUrl, fetchApi, token, signal }: Connection) {
  const client = createClient<paths>({
    baseUrl: `${baseUrl}/v1`,
    fetch: request => send(fetchApi, request),
    headers: token ? { Authorization: `Bearer ${token}` } : undefined,
    signal,
  });
  client.use(failOnErrors);
  return { get: client.GET, post: client.POST, put: client.PUT };
}

/**
 * Sends a request as an address with options: what a portal puts around `fetch`
 * reads it more than once, and the body of a `Request` can be read once only.
 */
async function send(
  fetchApi: { fetch: typeof fetch },
  request: Request,
): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = await request.text();
  return fetchApi.fetch(url, {
    method,
    headers,
    signal,
    ...(body !== '' && { body }),
  });
}
