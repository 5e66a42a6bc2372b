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

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  chokepointPersonReadPermission,
  chokepointReadPermission,
} from 'backstage-plugin-chokepoint-common';
import { inChunks } from '../database';
import {
  ChangeRequest,
  ChangesRequest,
  EntityFilter,
  FiguresRequest,
  PeopleView,
  Reader,
  ReadRequest,
  RejectionsRequest,
} from './Reader';

/** Entities that the catalog is asked for at once. */
const BATCH = 200;

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

  async sources(request: ReadRequest) {
    return this.#inner.sources(await this.#limit(request));
  }

  async rejections(request: RejectionsRequest) {
    return this.#inner.rejections(await this.#limit(request));
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
    return { ...request, people, visible: this.#visibleTo(credentials) };
  }

  #visibleTo(credentials: BackstageCredentials): EntityFilter {
    return async refs => {
      const seen = new Set<string>();
      for (const chunk of inChunks(refs, BATCH)) {
        const { items } = await this.#catalog.getEntitiesByRefs(
          {
            entityRefs: chunk,
            fields: ['kind', 'metadata.name', 'metadata.namespace'],
          },
          { credentials },
        );
        items.forEach(item => item && seen.add(stringifyEntityRef(item)));
      }
      return seen;
    };
  }
}
