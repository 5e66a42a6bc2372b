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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ChangeDetail,
  ChangePage,
  ChangesQuery,
  EntityDurations,
  EntityFigures,
  EntityFindings,
  EntityReviews,
  EntityTargets,
  FindingPage,
  FlowMap,
  GatewayDetail,
  GatewayPage,
  QueuePage,
  RejectionPage,
  Scorecard,
  Snapshot,
  SnapshotComparison,
  SnapshotList,
  SourceHealth,
  Targets,
  TimeBasis,
  UnmatchedPage,
} from 'backstage-plugin-chokepoint-common';
import {
  ActorKind,
  ChangeSize,
  FigureId,
  Instant,
  UnmatchedKind,
} from 'chokepoint-flow';

/** Whether people are told by name, or as the team they act for. */
export type PeopleView = 'byName' | 'asTeam';

/** Tells which of some entities are to be taken into account. */
export type EntityFilter = (
  refs: readonly string[],
) => Promise<ReadonlySet<string>>;

/** Tells the titles of some entities, of those that have one. */
export type EntityTitles = (
  refs: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** What every request has. */
export interface ReadRequest {
  credentials: BackstageCredentials;
  /** Ref of the user who asks; absent for a service. */
  caller?: string;
  /** Absent: all entities. */
  visible?: EntityFilter;
  titles?: EntityTitles;
  people: PeopleView;
}

/** Which changes, in which window. */
export interface WindowRequest extends ReadRequest {
  from?: Instant;
  to?: Instant;
  workType?: string;
  size?: ChangeSize;
  authorKind?: ActorKind;
  /** IANA name of the time zone in which weeks begin; UTC where absent. */
  zone?: string;
}

/** A request for durations, which are told by one clock or another. */
export interface TimedRequest extends WindowRequest {
  time: TimeBasis;
}

/** Which entity. */
export interface EntityRequest extends ReadRequest {
  entityRef: string;
}

/** Which changes of an entity. */
export interface ScopeRequest extends WindowRequest, EntityRequest {}

/** Which changes of `organisation`, or of the entity with this ref. */
export interface WideRequest extends WindowRequest {
  scope: string;
}

/** Which page of a list. */
export interface PageRequest {
  cursor?: string;
  limit: number;
}

/** A request for a page of the ranking of gateways. */
export interface GatewaysRequest
  extends WideRequest,
    TimedRequest,
    PageRequest {
  by: 'team' | 'party';
}

/** A request for one gateway. */
export interface GatewayRequest extends WideRequest, TimedRequest {
  party: string;
  /** Median wait to try, milliseconds. */
  target: number;
}

/** A request for who waits on whom. */
export interface FlowMapRequest extends WideRequest, TimedRequest {}

/** A request for a page of what waits now. */
export interface QueueRequest extends WideRequest, PageRequest {}

/** A request for the figures of an entity. */
export interface FiguresRequest extends ScopeRequest, TimedRequest {
  compare: 'previous' | 'none';
}

/** A request for a page of the changes of an entity. */
export interface ChangesRequest extends ScopeRequest {
  state: NonNullable<ChangesQuery['state']>;
  figure?: FigureId;
  stage?: NonNullable<ChangesQuery['stage']>;
  order: NonNullable<ChangesQuery['order']>;
  cursor?: string;
  limit: number;
}

/** A request for how long each change of an entity took. */
export interface DurationsRequest extends ScopeRequest, TimedRequest {
  measure: 'decisionToProduction' | 'leadTime';
  limit: number;
}

/** A request for how reviews go. */
export interface ReviewsRequest extends ScopeRequest, TimedRequest {
  /** Of weekdays and hours. */
  zone: string;
}

/** A request for a page of a scorecard. */
export interface ScorecardRequest extends WideRequest, PageRequest {
  rows: 'teams' | 'entities';
}

/** A request for a page of findings across teams and systems. */
export interface FindingsRequest extends WideRequest, PageRequest {}

/** A request to save the diagnosis of an entity. */
export interface SnapshotRequest extends EntityRequest {
  note?: string;
}

/** A request to compare a snapshot with another one, or with now. */
export interface ComparisonRequest extends EntityRequest {
  id: string;
  compare: string;
}

/** A request to replace the targets of an entity. */
export interface TargetsRequest extends EntityRequest {
  targets: Targets;
}

/** A request for one change. */
export interface ChangeRequest extends ReadRequest {
  key: string;
  asOf?: Instant;
}

/** A request for a page of refused items. */
export interface RejectionsRequest extends ReadRequest {
  source?: string;
  cursor?: string;
  limit: number;
}

/** A request for a page of what was named and found nothing. */
export interface UnmatchedRequest extends ReadRequest, PageRequest {
  kind?: UnmatchedKind;
  entityRef?: string;
  /** Without what is listed for information only. */
  open: boolean;
  /** Whether rows are shown that concern no entity of the catalog. */
  unowned: boolean;
}

/** Figures, and a tag that changes when they may have. */
export interface TaggedFigures {
  figures: EntityFigures;
  tag: string;
}

/** Everything that can be asked of the database. */
export interface Reader {
  entityFigures(request: FiguresRequest): Promise<TaggedFigures>;
  entityChanges(request: ChangesRequest): Promise<ChangePage>;
  change(request: ChangeRequest): Promise<ChangeDetail>;
  gateways(request: GatewaysRequest): Promise<GatewayPage>;
  gateway(request: GatewayRequest): Promise<GatewayDetail>;
  flowMap(request: FlowMapRequest): Promise<FlowMap>;
  queue(request: QueueRequest): Promise<QueuePage>;
  scorecard(request: ScorecardRequest): Promise<Scorecard>;
  findings(request: FindingsRequest): Promise<FindingPage>;
  entityFindings(request: ScopeRequest): Promise<EntityFindings>;
  entityDurations(request: DurationsRequest): Promise<EntityDurations>;
  entityReviews(request: ReviewsRequest): Promise<EntityReviews>;
  takeSnapshot(request: SnapshotRequest): Promise<Snapshot>;
  listSnapshots(request: EntityRequest): Promise<SnapshotList>;
  compareSnapshot(request: ComparisonRequest): Promise<SnapshotComparison>;
  targets(request: EntityRequest): Promise<EntityTargets>;
  replaceTargets(request: TargetsRequest): Promise<EntityTargets>;
  sources(request: ReadRequest): Promise<SourceHealth>;
  rejections(request: RejectionsRequest): Promise<RejectionPage>;
  unmatched(request: UnmatchedRequest): Promise<UnmatchedPage>;
}
