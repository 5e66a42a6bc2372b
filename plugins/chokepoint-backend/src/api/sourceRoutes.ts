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
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  chokepointSourceSyncPermission,
  SyncAnswer,
} from 'backstage-plugin-chokepoint-common';
import { Reader } from '../figures/Reader';
import { asker } from './asker';
import { audited } from './audited';
import { entityIn, pageIn } from './parameters';
import { permitted } from './permitted';
import { TypedRouter } from './TypedRouter';

/** What the routes of the sources need. */
export interface SourceRouteOptions {
  reader: Reader;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  /** Asks a source for a sync. */
  syncNow(id: string): Promise<SyncAnswer>;
}

/** The health of what feeds the figures, what was refused, and what found nothing. */
export function addHealth(
  router: TypedRouter,
  { reader, httpAuth }: SourceRouteOptions,
): void {
  router.get('/sources', async (req, res) => {
    res.json(await reader.sources(await asker(httpAuth, req)));
  });
  router.get('/rejections', async (req, res) => {
    res.json(
      await reader.rejections({
        ...(await asker(httpAuth, req)),
        ...pageIn(req.query),
        source: req.query.source,
      }),
    );
  });
  router.get('/unmatched', async (req, res) => {
    const { kind, entityRef, open = false } = req.query;
    res.json(
      await reader.unmatched({
        ...(await asker(httpAuth, req)),
        ...pageIn(req.query),
        kind,
        entityRef: entityIn(entityRef),
        open,
        unowned: true,
      }),
    );
  });
}

/** Asking a source for a sync; who does is audited. */
export function addSync(
  router: TypedRouter,
  { httpAuth, permissions, auditor, syncNow }: SourceRouteOptions,
): void {
  router.post('/sources/:id/sync', async (req, res) => {
    const { id } = req.params;
    const { credentials } = await asker(httpAuth, req);
    const answer = await audited(
      auditor,
      {
        eventId: 'source-sync',
        request: req,
        severityLevel: 'medium',
        meta: { source: id },
      },
      async () => {
        await permitted(
          permissions,
          chokepointSourceSyncPermission,
          credentials,
        );
        return syncNow(id);
      },
      ({ state }) => ({ state }),
    );
    res.status(202).json(answer);
  });
}
