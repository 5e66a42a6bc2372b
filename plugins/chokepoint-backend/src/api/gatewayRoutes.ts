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

import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Reader } from '../figures/Reader';
import { asker } from './asker';
import { pageIn, scopeOf, timeIn, windowIn } from './parameters';
import { TypedRouter } from './TypedRouter';

const DAY = 86_400_000;

/** Who changes queue behind. */
export function addGateways(
  router: TypedRouter,
  { reader, httpAuth }: { reader: Reader; httpAuth: HttpAuthService },
): void {
  router.get('/gateways', async (req, res) => {
    res.json(
      await reader.gateways({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...timeIn(req.query),
        ...pageIn(req.query),
        scope: scopeOf(req.query.scope),
        by: req.query.by ?? 'team',
      }),
    );
  });
  router.get('/gateways/:party', async (req, res) => {
    res.json(
      await reader.gateway({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...timeIn(req.query),
        scope: scopeOf(req.query.scope),
        party: req.params.party,
        target: req.query.target ?? DAY,
      }),
    );
  });
  router.get('/flow-map', async (req, res) => {
    res.json(
      await reader.flowMap({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...timeIn(req.query),
        scope: scopeOf(req.query.scope),
      }),
    );
  });
  router.get('/queue', async (req, res) => {
    res.json(
      await reader.queue({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...pageIn(req.query),
        scope: scopeOf(req.query.scope),
      }),
    );
  });
}
