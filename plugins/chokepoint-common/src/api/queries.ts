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

import { operations } from './openapi';

/**
 * What may be asked of an operation of the HTTP API, by its id in the spec.
 *
 * @public
 */
export type QueryOf<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/**
 * Which figures to tell: `from` and `to` are RFC 3339 instants.
 *
 * @public
 */
export type FiguresQuery = QueryOf<'getEntityFigures'>;

/**
 * Which changes to list, and in which order.
 *
 * @public
 */
export type ChangesQuery = QueryOf<'listEntityChanges'>;

/**
 * How to show one change.
 *
 * @public
 */
export type ChangeQuery = QueryOf<'getChange'>;

/**
 * Which refused events to list.
 *
 * @public
 */
export type RejectionsQuery = QueryOf<'listRejections'>;

/**
 * Which page of what was named and found nothing.
 *
 * @public
 */
export type UnmatchedQuery = QueryOf<'listUnmatched'>;

/**
 * Which ranking: `from` and `to` are RFC 3339 instants.
 *
 * @public
 */
export type GatewaysQuery = QueryOf<'listGateways'>;

/**
 * Which scope and window, and which median wait to try, in milliseconds.
 *
 * @public
 */
export type GatewayQuery = QueryOf<'getGateway'>;

/**
 * Which flow map.
 *
 * @public
 */
export type FlowMapQuery = QueryOf<'getFlowMap'>;

/**
 * Which part of what waits now.
 *
 * @public
 */
export type QueueQuery = QueryOf<'getQueue'>;

/**
 * Which rows of which scorecard.
 *
 * @public
 */
export type ScorecardQuery = QueryOf<'getScorecard'>;

/**
 * Which findings across teams and systems.
 *
 * @public
 */
export type FindingsQuery = QueryOf<'listFindings'>;

/**
 * Which durations.
 *
 * @public
 */
export type DurationsQuery = QueryOf<'getEntityDurations'>;

/**
 * Which reviews, and in which time zone.
 *
 * @public
 */
export type ReviewsQuery = QueryOf<'getEntityReviews'>;

/**
 * Which window of the diagnosis.
 *
 * @public
 */
export type EntityFindingsQuery = QueryOf<'getEntityFindings'>;
