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

import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Reader } from '../figures/Reader';
import { asker } from './asker';
import { audited } from './audited';
import { entityOf } from './parameters';
import { TypedRouter } from './TypedRouter';

/** What the routes need of what people decide and keep. */
interface KeptOptions {
  reader: Reader;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** Snapshots of the diagnosis. */
export function addSnapshots(
  router: TypedRouter,
  { reader, httpAuth }: KeptOptions,
): void {
  router.get('/entities/:kind/:namespace/:name/snapshots', async (req, res) => {
    res.json(
      await reader.listSnapshots({
        ...(await asker(httpAuth, req)),
        entityRef: entityOf(req.params),
      }),
    );
  });
  router.post(
    '/entities/:kind/:namespace/:name/snapshots',
    async (req, res) => {
      const snapshot = await reader.takeSnapshot({
        ...(await asker(httpAuth, req)),
        entityRef: entityOf(req.params),
        note: req.body?.note,
      });
      res.status(201).json(snapshot);
    },
  );
  router.get(
    '/entities/:kind/:namespace/:name/snapshots/:id',
    async (req, res) => {
      res.json(
        await reader.compareSnapshot({
          ...(await asker(httpAuth, req)),
          entityRef: entityOf(req.params),
          id: req.params.id,
          compare: req.query.compare ?? 'now',
        }),
      );
    },
  );
}

/** Targets; who sets some is audited. */
export function addTargets(
  router: TypedRouter,
  { reader, httpAuth, auditor }: KeptOptions,
): void {
  const path = '/entities/:kind/:namespace/:name/targets';
  router.get(path, async (req, res) => {
    res.json(
      await reader.targets({
        ...(await asker(httpAuth, req)),
        entityRef: entityOf(req.params),
      }),
    );
  });
  router.put(path, async (req, res) => {
    const entityRef = entityOf(req.params);
    const { targets } = req.body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'targets-write',
          request: req,
          severityLevel: 'medium',
          meta: { entityRef, targets },
        },
        async () =>
          reader.replaceTargets({
            ...(await asker(httpAuth, req)),
            entityRef,
            targets,
          }),
      ),
    );
  });
}
