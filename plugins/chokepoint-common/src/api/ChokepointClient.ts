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

import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { FlowEvent } from 'chokepoint-flow';
import createClient, { Middleware } from 'openapi-fetch';
import { paths } from './openapi';
import {
  ChangeDetail,
  ChangePage,
  ChangeQuery,
  ChangesQuery,
  EntityFigures,
  FiguresQuery,
  IngestReport,
  RejectionPage,
  RejectionsQuery,
  SourceHealth,
} from './types';

/**
 * Options of one call.
 *
 * @public
 */
export interface RequestOptions {
  /** A Backstage token to send, where `fetchApi` does not add one itself. */
  token?: string;
  /** Ends the call early. */
  signal?: AbortSignal;
}

/**
 * The HTTP API. Every call fails with a `ResponseError` when the answer is
 * not a success.
 *
 * @public
 */
export interface ChokepointApi {
  /** The KPIs of an entity; `entityRef` as `component:default/shop`. */
  getEntityFigures(
    entityRef: string,
    query?: FiguresQuery,
    options?: RequestOptions,
  ): Promise<EntityFigures>;
  /** One page of the changes of an entity. */
  listEntityChanges(
    entityRef: string,
    query?: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangePage>;
  /** One change, by its subject key (`github.com/acme/shop/pull/42`). */
  getChange(
    key: string,
    query?: ChangeQuery,
    options?: RequestOptions,
  ): Promise<ChangeDetail>;
  /** The health of each source, and coverage overall. */
  listSources(options?: RequestOptions): Promise<SourceHealth>;
  /** One page of refused events, newest first. */
  listRejections(
    query?: RejectionsQuery,
    options?: RequestOptions,
  ): Promise<RejectionPage>;
  /** Appends events, each once. Sending the same events again is safe. */
  ingestEvents(
    events: readonly FlowEvent[],
    options?: RequestOptions,
  ): Promise<IngestReport>;
}

const failOnErrors: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  },
};

/** The answer of a success; `failOnErrors` has thrown for anything else. */
function answered<T>(result: { data?: T }): T {
  if (result.data === undefined) {
    throw new Error('The Chokepoint backend gave an empty answer');
  }
  return result.data;
}

/**
 * Calls the HTTP API from the portal or from another backend plugin.
 *
 * @public
 */
export class ChokepointClient implements ChokepointApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  /**
   * @param options - `discoveryApi` finds the backend; `fetchApi` makes the
   * calls, and is the global `fetch` when absent.
   */
  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  async getEntityFigures(
    entityRef: string,
    query?: FiguresQuery,
    options?: RequestOptions,
  ): Promise<EntityFigures> {
    const { client, init } = await this.#connect(options);
    return answered(
      await client.GET('/entities/{kind}/{namespace}/{name}/figures', {
        ...init,
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async listEntityChanges(
    entityRef: string,
    query?: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangePage> {
    const { client, init } = await this.#connect(options);
    return answered(
      await client.GET('/entities/{kind}/{namespace}/{name}/changes', {
        ...init,
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async getChange(
    key: string,
    query?: ChangeQuery,
    options?: RequestOptions,
  ): Promise<ChangeDetail> {
    const { client, init } = await this.#connect(options);
    return answered(
      await client.GET('/changes/{key}', {
        ...init,
        params: { path: { key }, query },
      }),
    );
  }

  async listSources(options?: RequestOptions): Promise<SourceHealth> {
    const { client, init } = await this.#connect(options);
    return answered(await client.GET('/sources', { ...init }));
  }

  async listRejections(
    query?: RejectionsQuery,
    options?: RequestOptions,
  ): Promise<RejectionPage> {
    const { client, init } = await this.#connect(options);
    return answered(
      await client.GET('/rejections', { ...init, params: { query } }),
    );
  }

  async ingestEvents(
    events: readonly FlowEvent[],
    options?: RequestOptions,
  ): Promise<IngestReport> {
    const { client, init } = await this.#connect(options);
    return answered(
      await client.POST('/events', { ...init, body: [...events] }),
    );
  }

  async #connect(options: RequestOptions = {}) {
    const baseUrl = await this.#discoveryApi.getBaseUrl('chokepoint');
    const client = createClient<paths>({
      baseUrl: `${baseUrl}/v1`,
      fetch: request => this.#fetchApi.fetch(request),
    });
    client.use(failOnErrors);
    const headers = options.token
      ? { Authorization: `Bearer ${options.token}` }
      : undefined;
    return { client, init: { headers, signal: options.signal } };
  }
}

function entityPath(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind, namespace, name };
}
