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

import { ModelRules } from 'chokepoint-flow';
import { Knex } from 'knex';
import { CommitHistories } from '../projection/CommitHistories';
import { Settings } from '../settings';
import { changeDetail } from './changeDetail';
import { entityChanges } from './entityChanges';
import { entityFigures } from './entityFigures';
import { firstSyncs, rejections, sourceHealth } from './health';
import { entityDurations } from './entityDurations';
import { entityReviews } from './entityReviews';
import { entityFindings } from './findings/entityFindings';
import { findingsIn } from './findings/findingsIn';
import { flowMapIn } from './gateways/flowMapIn';
import { gatewayIn } from './gateways/gatewayIn';
import { gatewaysIn } from './gateways/gatewaysIn';
import { queueIn } from './gateways/queueIn';
import {
  ChangeRequest,
  ChangesRequest,
  ComparisonRequest,
  DurationsRequest,
  EntityRequest,
  FiguresRequest,
  FindingsRequest,
  FlowMapRequest,
  GatewayRequest,
  GatewaysRequest,
  QueueRequest,
  Reader,
  RejectionsRequest,
  ReviewsRequest,
  ScopeRequest,
  ScorecardRequest,
  SnapshotRequest,
  TargetsRequest,
  UnmatchedRequest,
} from './Reader';
import { scorecardIn } from './scorecard/scorecardIn';
import {
  compareSnapshot,
  listSnapshots,
  takeSnapshot,
} from './snapshots/snapshots';
import { entityTargets, replaceTargets } from './targets/entityTargets';
import { Turns } from './Turns';
import { listUnmatched } from '../unmatched/listUnmatched';

/** Answers that pool changes at the same time: each may hold all of them. */
const AT_A_TIME = 2;

/** What a reader of the database needs. */
export interface DatabaseReaderOptions {
  knex: Knex;
  settings: Settings;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  rules(): ModelRules;
  /** Histories of repositories that are kept in memory. */
  histories?: CommitHistories;
  /** Ids of the sources that sync themselves. */
  moduleSources(): readonly string[];
}

/** Answers from the database, whoever asks. */
export class DatabaseReader implements Reader {
  readonly #options: DatabaseReaderOptions;
  /** For whatever pools the changes of a scope. */
  readonly #turns = new Turns(AT_A_TIME);
  readonly #histories: CommitHistories;

  constructor(options: DatabaseReaderOptions) {
    this.#options = options;
    this.#histories = options.histories ?? new CommitHistories();
  }

  async entityFigures(request: FiguresRequest) {
    const { knex, settings, now, moduleSources } = this.#options;
    const syncing = await firstSyncs(knex, moduleSources());
    return this.#turns.take(() =>
      entityFigures(knex, request, settings, syncing, now()),
    );
  }

  async entityChanges(request: ChangesRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() =>
      entityChanges(knex, request, settings, now()),
    );
  }

  async change(request: ChangeRequest) {
    const { knex, settings, now, rules } = this.#options;
    const { calendars } = settings;
    return changeDetail(
      knex,
      request,
      rules(),
      this.#histories,
      calendars,
      now(),
    );
  }

  async gateways(request: GatewaysRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => gatewaysIn(knex, request, settings, now()));
  }

  async gateway(request: GatewayRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => gatewayIn(knex, request, settings, now()));
  }

  async flowMap(request: FlowMapRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => flowMapIn(knex, request, settings, now()));
  }

  async queue(request: QueueRequest) {
    const { knex, now } = this.#options;
    return this.#turns.take(() => queueIn(knex, request, now()));
  }

  async scorecard(request: ScorecardRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => scorecardIn(knex, request, settings, now()));
  }

  async findings(request: FindingsRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => findingsIn(knex, request, settings, now()));
  }

  async entityFindings(request: ScopeRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() =>
      entityFindings(knex, request, settings, now()),
    );
  }

  async entityDurations(request: DurationsRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() =>
      entityDurations(knex, request, settings, now()),
    );
  }

  async entityReviews(request: ReviewsRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() =>
      entityReviews(knex, request, settings, now()),
    );
  }

  async takeSnapshot(request: SnapshotRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() => takeSnapshot(knex, request, settings, now()));
  }

  async compareSnapshot(request: ComparisonRequest) {
    const { knex, settings, now } = this.#options;
    return this.#turns.take(() =>
      compareSnapshot(knex, request, settings, now()),
    );
  }

  async replaceTargets(request: TargetsRequest) {
    const { knex, settings, now } = this.#options;
    return replaceTargets(knex, request, settings, now());
  }

  async listSnapshots(request: EntityRequest) {
    return listSnapshots(this.#options.knex, request);
  }

  async targets(request: EntityRequest) {
    const { knex, settings } = this.#options;
    return entityTargets(knex, request, settings);
  }

  async sources() {
    const { knex, now, moduleSources } = this.#options;
    return sourceHealth(knex, moduleSources(), now());
  }

  async rejections(request: RejectionsRequest) {
    return rejections(this.#options.knex, request);
  }

  async unmatched(request: UnmatchedRequest) {
    const { knex, now } = this.#options;
    return listUnmatched(knex, request, now());
  }
}
