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
import { pageIn, scopeOf, windowIn } from './parameters';
import { writeScorecard } from './scorecardCsv';
import { TypedRouter } from './TypedRouter';

/** Many teams and entities at once. */
export function addScorecard(
  router: TypedRouter,
  { reader, httpAuth }: { reader: Reader; httpAuth: HttpAuthService },
): void {
  router.get('/scorecard', async (req, res) => {
    const request = {
      ...(await asker(httpAuth, req)),
      ...windowIn(req.query),
      ...pageIn(req.query),
      scope: scopeOf(req.query.scope),
      rows: req.query.rows ?? 'teams',
    };
    const format =
      req.query.format ?? req.accepts(['json', 'text/csv']) ?? 'json';
    if (format === 'json') {
      res.json(await reader.scorecard(request));
      return;
    }
    res.type('text/csv');
    res.attachment('scorecard.csv');
    await writeScorecard(reader, request, res);
  });
  router.get('/findings', async (req, res) => {
    res.json(
      await reader.findings({
        ...(await asker(httpAuth, req)),
        ...windowIn(req.query),
        ...pageIn(req.query),
        scope: scopeOf(req.query.scope),
      }),
    );
  });
}
