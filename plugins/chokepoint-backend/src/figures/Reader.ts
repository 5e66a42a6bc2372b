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
  EntityFigures,
  RejectionPage,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';
import { ActorKind, FigureId, Instant } from 'chokepoint-flow';

/** Whether people are told by name, or as the team they act for. */
export type PeopleView = 'byName' | 'asTeam';

/** Tells which of some entities are to be taken into account. */
export type EntityFilter = (
  refs: readonly string[],
) => Promise<ReadonlySet<string>>;

/** What every request has. */
export interface ReadRequest {
  credentials: BackstageCredentials;
  /** Absent: all entities. */
  visible?: EntityFilter;
  people: PeopleView;
}

/** Which changes of an entity, in which window. */
export interface ScopeRequest extends ReadRequest {
  entityRef: string;
  from?: Instant;
  to?: Instant;
  workType?: string;
  authorKind?: ActorKind;
}

/** A request for the figures of an entity. */
export interface FiguresRequest extends ScopeRequest {
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
  sources(request: ReadRequest): Promise<SourceHealth>;
  rejections(request: RejectionsRequest): Promise<RejectionPage>;
}
