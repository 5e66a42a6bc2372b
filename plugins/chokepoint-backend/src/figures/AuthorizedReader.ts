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

import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  chokepointPersonReadPermission,
  chokepointReadPermission,
  chokepointSourceSyncPermission,
  chokepointTargetWritePermission,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';
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
  PeopleView,
  QueueRequest,
  Reader,
  ReadRequest,
  RejectionsRequest,
  ReviewsRequest,
  ScopeRequest,
  ScorecardRequest,
  SnapshotRequest,
  TargetsRequest,
  UnmatchedRequest,
} from './Reader';
import { seenBy } from './seenBy';

/**
 * Answers what the caller may see: nothing without `chokepoint.read`, people
 * only with `chokepoint.person.read`, and of entities those that the catalog
 * shows to the caller, asked with the caller's own credentials before anything
 * is counted.
 */
export class AuthorizedReader implements Reader {
  readonly #inner: Reader;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;

  constructor(
    inner: Reader,
    permissions: PermissionsService,
    catalog: CatalogService,
  ) {
    this.#inner = inner;
    this.#permissions = permissions;
    this.#catalog = catalog;
  }

  async entityFigures(request: FiguresRequest) {
    return this.#inner.entityFigures(await this.#limit(request));
  }

  async entityChanges(request: ChangesRequest) {
    return this.#inner.entityChanges(await this.#limit(request));
  }

  async change(request: ChangeRequest) {
    return this.#inner.change(await this.#limit(request));
  }

  async gateways(request: GatewaysRequest) {
    return this.#inner.gateways(await this.#limit(request));
  }

  async gateway(request: GatewayRequest) {
    return this.#inner.gateway(await this.#limit(request));
  }

  async flowMap(request: FlowMapRequest) {
    return this.#inner.flowMap(await this.#limit(request));
  }

  async queue(request: QueueRequest) {
    return this.#inner.queue(await this.#limit(request));
  }

  async scorecard(request: ScorecardRequest) {
    return this.#inner.scorecard(await this.#limit(request));
  }

  async findings(request: FindingsRequest) {
    return this.#inner.findings(await this.#limit(request));
  }

  async entityFindings(request: ScopeRequest) {
    return this.#inner.entityFindings(await this.#limit(request));
  }

  async entityDurations(request: DurationsRequest) {
    return this.#inner.entityDurations(await this.#limit(request));
  }

  async entityReviews(request: ReviewsRequest) {
    return this.#inner.entityReviews(await this.#limit(request));
  }

  async takeSnapshot(request: SnapshotRequest) {
    return this.#inner.takeSnapshot(await this.#limit(request));
  }

  async listSnapshots(request: EntityRequest) {
    return this.#inner.listSnapshots(await this.#limit(request));
  }

  async compareSnapshot(request: ComparisonRequest) {
    return this.#inner.compareSnapshot(await this.#limit(request));
  }

  async targets(request: EntityRequest) {
    return this.#inner.targets(await this.#limit(request));
  }

  async replaceTargets(request: TargetsRequest) {
    const limited = await this.#limit(request);
    const [write] = await this.#permissions.authorize(
      [{ permission: chokepointTargetWritePermission }],
      { credentials: request.credentials },
    );
    if (write.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${chokepointTargetWritePermission.name}`,
      );
    }
    return this.#inner.replaceTargets(limited);
  }

  async sources(request: ReadRequest) {
    const health = await this.#inner.sources(await this.#limit(request));
    return (await this.#operates(request))
      ? health
      : { ...health, items: health.items.map(withoutParticulars) };
  }

  async rejections(request: RejectionsRequest) {
    return this.#inner.rejections(await this.#limit(request));
  }

  async unmatched(request: UnmatchedRequest) {
    const limited = await this.#limit(request);
    const unowned = request.unowned && (await this.#operates(request));
    return this.#inner.unmatched({ ...limited, unowned });
  }

  /** Whether the caller looks after the sources. */
  async #operates({ credentials }: ReadRequest): Promise<boolean> {
    const [operate] = await this.#permissions.authorize(
      [{ permission: chokepointSourceSyncPermission }],
      { credentials },
    );
    return operate.result === AuthorizeResult.ALLOW;
  }

  async #limit<T extends ReadRequest>(request: T): Promise<T> {
    const { credentials } = request;
    const [read, person] = await this.#permissions.authorize(
      [
        { permission: chokepointReadPermission },
        { permission: chokepointPersonReadPermission },
      ],
      { credentials },
    );
    if (read.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${chokepointReadPermission.name}`,
      );
    }
    const people: PeopleView =
      person.result === AuthorizeResult.ALLOW ? request.people : 'asTeam';
    return { ...request, people, ...seenBy(this.#catalog, credentials) };
  }
}

/**
 * A source without what it says of single repositories, whatever the catalog
 * shows of them to the caller.
 */
function withoutParticulars({
  lastError,
  progress,
  ...source
}: SourceHealth['items'][number]): SourceHealth['items'][number] {
  return {
    ...source,
    ...(lastError !== undefined && {
      lastError: `Told to those with the permission ${chokepointSourceSyncPermission.name}`,
    }),
    ...(progress && { progress: { ...progress, detail: undefined } }),
  };
}
