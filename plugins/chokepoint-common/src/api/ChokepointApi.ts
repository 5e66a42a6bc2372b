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

import { FlowEvent } from 'chokepoint-flow';
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
  /** Asks a source that syncs itself to do so now. */
  syncSource(id: string, options?: RequestOptions): Promise<SyncAnswer>;
  /** One page of refused events, newest first. */
  listRejections(
    query?: RejectionsQuery,
    options?: RequestOptions,
  ): Promise<RejectionPage>;
  /** One page of what was named and found nothing, and the sums of all kinds. */
  listUnmatched(
    query?: UnmatchedQuery,
    options?: RequestOptions,
  ): Promise<UnmatchedPage>;
  /** One page of who the changes of a scope queue behind, longest first. */
  listGateways(
    query?: GatewaysQuery,
    options?: RequestOptions,
  ): Promise<GatewayPage>;
  /** Who waits on whom. */
  getFlowMap(query?: FlowMapQuery, options?: RequestOptions): Promise<FlowMap>;
  /** What waits now, the caller's own first. */
  getQueue(query?: QueueQuery, options?: RequestOptions): Promise<QueuePage>;
  /** One page of many teams or entities by the figures in front. */
  getScorecard(
    query?: Omit<ScorecardQuery, 'format'>,
    options?: RequestOptions,
  ): Promise<Scorecard>;
  /** All rows of a scorecard, as CSV. */
  exportScorecard(
    query?: Omit<ScorecardQuery, 'format' | 'cursor' | 'limit'>,
    options?: RequestOptions,
  ): Promise<string>;
  /** One page of what the diagnosis finds in teams and systems. */
  listFindings(
    query?: FindingsQuery,
    options?: RequestOptions,
  ): Promise<FindingPage>;
  /** How long each change took. */
  getEntityDurations(
    entityRef: string,
    query?: DurationsQuery,
    options?: RequestOptions,
  ): Promise<EntityDurations>;
  /** How reviews go. */
  getEntityReviews(
    entityRef: string,
    query?: ReviewsQuery,
    options?: RequestOptions,
  ): Promise<EntityReviews>;
  /** The diagnosis of an entity. */
  getEntityFindings(
    entityRef: string,
    query?: EntityFindingsQuery,
    options?: RequestOptions,
  ): Promise<EntityFindings>;
  /** One party, what waits behind it, and what a faster answer would give. */
  getGateway(
    party: string,
    query?: GatewayQuery,
    options?: RequestOptions,
  ): Promise<GatewayDetail>;
  /** Saved diagnoses of an entity, newest first. */
  listSnapshots(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<SnapshotList>;
  /** Saves the diagnosis of an entity. */
  takeSnapshot(
    entityRef: string,
    note?: string,
    options?: RequestOptions,
  ): Promise<Snapshot>;
  /** A saved diagnosis against `now`, or against another one by its id. */
  compareSnapshot(
    entityRef: string,
    id: string,
    compare?: string,
    options?: RequestOptions,
  ): Promise<SnapshotComparison>;
  /** The targets of an entity, and those it inherits. */
  getTargets(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityTargets>;
  /** Replaces the entity's own targets. */
  putTargets(
    entityRef: string,
    targets: Targets,
    options?: RequestOptions,
  ): Promise<EntityTargets>;
  /** Appends events, each once. Sending the same events again is safe. */
  ingestEvents(
    events: readonly FlowEvent[],
    options?: RequestOptions,
  ): Promise<IngestReport>;
}
