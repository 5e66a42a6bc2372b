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

import { Reader } from '../figures/Reader';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { asker } from './asker';
import { entityOf, timeIn, windowIn } from './parameters';
import { TypedRouter } from './TypedRouter';

/** Points of a scatter, where nothing else is said. */
const MAX_POINTS = 10_000;

/** How long changes of an entity took, how reviews go, and what is found. */
export function addExamination(
  router: TypedRouter,
  { reader, httpAuth }: { reader: Reader; httpAuth: HttpAuthService },
): void {
  router.get('/entities/:kind/:namespace/:name/durations', async (req, res) => {
    res.json(
      await reader.entityDurations({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...timeIn(req.query),
        entityRef: entityOf(req.params),
        measure: req.query.measure ?? 'decisionToProduction',
        limit: req.query.limit ?? MAX_POINTS,
      }),
    );
  });
  router.get('/entities/:kind/:namespace/:name/reviews', async (req, res) => {
    res.json(
      await reader.entityReviews({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...timeIn(req.query),
        entityRef: entityOf(req.params),
        zone: req.query.zone ?? 'UTC',
      }),
    );
  });
  router.get('/entities/:kind/:namespace/:name/findings', async (req, res) => {
    res.json(
      await reader.entityFindings({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        entityRef: entityOf(req.params),
      }),
    );
  });
}
