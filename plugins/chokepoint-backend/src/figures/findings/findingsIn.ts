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

import { FindingPage } from 'backstage-plugin-chokepoint-common';
import { Knex } from 'knex';
import { Settings } from '../../settings';
import { loadGroupSizes } from '../gateways/GroupSizes';
import { nothingKnown } from '../gateways/loadQueue';
import { evidenceOf } from '../evidence';
import { asOfPage, pageOf } from '../page';
import { FindingsRequest } from '../Reader';
import { visibleScope } from '../scope';
import { systemsIn, teamsIn } from '../scorecard/rows';
import { loadTargets } from '../targets/TargetBook';
import { titleIn } from '../titles';
import { windowOf } from '../window';
import { examine } from './diagnoseScope';
import { presentFinding } from './entityFindings';

const SEVERITIES = { critical: 0, warning: 1, info: 2 };

/** What the diagnosis finds in each team and system of a scope, the worst first. */
export async function findingsIn(
  knex: Knex,
  request: FindingsRequest,
  settings: Settings,
  now: number,
): Promise<FindingPage> {
  const asOf = asOfPage(request, now);
  const window = windowOf(request, asOf);
  const refs = [
    ...(await teamsIn(knex, request)),
    ...(await systemsIn(knex, request)),
  ];
  const book = await loadTargets(knex, settings);
  const sizes = await loadGroupSizes(knex);
  const titles = await request.titles?.(refs);
  const known = nothingKnown(knex, request, asOf);
  const found: FindingPage['items'] = [];
  for (const entityRef of refs) {
    const own = { ...request, entityRef };
    const scope = await visibleScope(knex, entityRef, request.visible);
    const { findings } = await examine(knex, scope, own, {
      settings: book.settingsFor(entityRef),
      sizes,
      window,
      asOf,
      known,
      evidenceOf: id => evidenceOf(entityRef, request, window, id),
    });
    const title = titleIn(titles, entityRef);
    found.push(
      ...findings.map(finding => ({
        entityRef,
        title,
        finding: presentFinding(finding, own, window),
      })),
    );
  }
  found.sort(
    (a, b) =>
      SEVERITIES[a.finding.severity] - SEVERITIES[b.finding.severity] ||
      (b.finding.savingMs ?? 0) - (a.finding.savingMs ?? 0),
  );
  return pageOf(
    found,
    ({ entityRef, finding }) => `${entityRef} ${finding.rule}`,
    request,
    asOf,
  );
}
