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
import { FlowEvent } from 'chokepoint-flow';
import { ChokepointApi, RequestOptions } from './ChokepointApi';
import { ask, Question } from './ask';
import {
  ChangeQuery,
  ChangesQuery,
  DurationsQuery,
  EntityFindingsQuery,
  FiguresQuery,
  FindingsQuery,
  FlowMapQuery,
  GatewayQuery,
  GatewaysQuery,
  QueueQuery,
  RejectionsQuery,
  UnmatchedQuery,
  ReviewsQuery,
  ScorecardQuery,
} from './queries';
import {
  ChangeDetail,
  ChangePage,
  EntityDurations,
  EntityFigures,
  EntityFindings,
  EntityReviews,
  EntityTargets,
  FindingPage,
  FlowMap,
  GatewayDetail,
  GatewayPage,
  IngestReport,
  QueuePage,
  RejectionPage,
  UnmatchedPage,
  Scorecard,
  Snapshot,
  SnapshotComparison,
  SnapshotList,
  SourceHealth,
  SyncAnswer,
  Targets,
} from './types';

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
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/figures', {
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async listEntityChanges(
    entityRef: string,
    query?: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangePage> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/changes', {
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async getChange(
    key: string,
    query?: ChangeQuery,
    options?: RequestOptions,
  ): Promise<ChangeDetail> {
    return this.#ask(options, api =>
      api.get('/changes/{key}', {
        params: { path: { key }, query },
      }),
    );
  }

  async listSources(options?: RequestOptions): Promise<SourceHealth> {
    return this.#ask(options, api => api.get('/sources'));
  }

  async syncSource(id: string, options?: RequestOptions): Promise<SyncAnswer> {
    return this.#ask(options, api =>
      api.post('/sources/{id}/sync', {
        params: { path: { id } },
      }),
    );
  }

  async listRejections(
    query?: RejectionsQuery,
    options?: RequestOptions,
  ): Promise<RejectionPage> {
    return this.#ask(options, api =>
      api.get('/rejections', {
        params: { query },
      }),
    );
  }

  async listUnmatched(
    query?: UnmatchedQuery,
    options?: RequestOptions,
  ): Promise<UnmatchedPage> {
    return this.#ask(options, api =>
      api.get('/unmatched', {
        params: { query },
      }),
    );
  }

  async listGateways(
    query?: GatewaysQuery,
    options?: RequestOptions,
  ): Promise<GatewayPage> {
    return this.#ask(options, api =>
      api.get('/gateways', { params: { query } }),
    );
  }

  async getFlowMap(
    query?: FlowMapQuery,
    options?: RequestOptions,
  ): Promise<FlowMap> {
    return this.#ask(options, api =>
      api.get('/flow-map', { params: { query } }),
    );
  }

  async getQueue(
    query?: QueueQuery,
    options?: RequestOptions,
  ): Promise<QueuePage> {
    return this.#ask(options, api => api.get('/queue', { params: { query } }));
  }

  async getScorecard(
    query?: Omit<ScorecardQuery, 'format'>,
    options?: RequestOptions,
  ): Promise<Scorecard> {
    const scorecard = await this.#ask(options, api =>
      api.get('/scorecard', {
        params: { query: { ...query, format: 'json' } },
      }),
    );
    if (typeof scorecard === 'string') {
      throw new Error(
        'The Chokepoint backend gave a scorecard that is not JSON',
      );
    }
    return scorecard;
  }

  async exportScorecard(
    query?: Omit<ScorecardQuery, 'format' | 'cursor' | 'limit'>,
    options?: RequestOptions,
  ): Promise<string> {
    return this.#ask(options, api =>
      api.get('/scorecard', {
        params: { query: { ...query, format: 'csv' } },
        parseAs: 'text',
      }),
    );
  }

  async listFindings(
    query?: FindingsQuery,
    options?: RequestOptions,
  ): Promise<FindingPage> {
    return this.#ask(options, api =>
      api.get('/findings', { params: { query } }),
    );
  }

  async getEntityDurations(
    entityRef: string,
    query?: DurationsQuery,
    options?: RequestOptions,
  ): Promise<EntityDurations> {
    const durations = await this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/durations', {
        params: { path: entityPath(entityRef), query },
      }),
    );
    return { ...durations, points: durations.points.map(asPoint) };
  }

  async getEntityReviews(
    entityRef: string,
    query?: ReviewsQuery,
    options?: RequestOptions,
  ): Promise<EntityReviews> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/reviews', {
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async getEntityFindings(
    entityRef: string,
    query?: EntityFindingsQuery,
    options?: RequestOptions,
  ): Promise<EntityFindings> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/findings', {
        params: { path: entityPath(entityRef), query },
      }),
    );
  }

  async getGateway(
    party: string,
    query?: GatewayQuery,
    options?: RequestOptions,
  ): Promise<GatewayDetail> {
    return this.#ask(options, api =>
      api.get('/gateways/{party}', {
        params: { path: { party }, query },
      }),
    );
  }

  async listSnapshots(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<SnapshotList> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/snapshots', {
        params: { path: entityPath(entityRef) },
      }),
    );
  }

  async takeSnapshot(
    entityRef: string,
    note?: string,
    options?: RequestOptions,
  ): Promise<Snapshot> {
    return this.#ask(options, api =>
      api.post('/entities/{kind}/{namespace}/{name}/snapshots', {
        params: { path: entityPath(entityRef) },
        body: { note },
      }),
    );
  }

  async compareSnapshot(
    entityRef: string,
    id: string,
    compare?: string,
    options?: RequestOptions,
  ): Promise<SnapshotComparison> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/snapshots/{id}', {
        params: {
          path: { ...entityPath(entityRef), id },
          query: { compare },
        },
      }),
    );
  }

  async getTargets(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityTargets> {
    return this.#ask(options, api =>
      api.get('/entities/{kind}/{namespace}/{name}/targets', {
        params: { path: entityPath(entityRef) },
      }),
    );
  }

  async putTargets(
    entityRef: string,
    targets: Targets,
    options?: RequestOptions,
  ): Promise<EntityTargets> {
    return this.#ask(options, api =>
      api.put('/entities/{kind}/{namespace}/{name}/targets', {
        params: { path: entityPath(entityRef) },
        body: { targets },
      }),
    );
  }

  async ingestEvents(
    events: readonly FlowEvent[],
    options?: RequestOptions,
  ): Promise<IngestReport> {
    return this.#ask(options, api =>
      api.post('/events', { body: [...events] }),
    );
  }

  async #ask<T>(
    options: RequestOptions | undefined,
    question: Question<T>,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('chokepoint');
    return ask({ baseUrl, fetchApi: this.#fetchApi, ...options }, question);
  }
}

function entityPath(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind, namespace, name };
}

/** `openapi-fetch` knows no tuples; this gives the places of one their types. */
function asPoint(
  values: readonly (string | number)[],
): EntityDurations['points'][number] {
  const [key, title, at, duration, open, workType] = values;
  return [
    String(key),
    String(title),
    Number(at),
    Number(duration),
    Number(open),
    String(workType),
  ];
}
