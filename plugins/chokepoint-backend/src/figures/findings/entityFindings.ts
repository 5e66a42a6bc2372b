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
  EntityFindings,
  ReportedFinding,
} from 'backstage-plugin-chokepoint-common';
import {
  Finding,
  FigureId,
  sampleOf,
  SampleRow,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { Settings } from '../../settings';
import { evidenceOf } from '../evidence';
import { loadGroupSizes } from '../gateways/GroupSizes';
import { ScopeRequest } from '../Reader';
import { VisibleScope, visibleScope } from '../scope';
import { loadTargets } from '../targets/TargetBook';
import { iso, windowOf } from '../window';
import { examine, Examined } from './diagnoseScope';

/** The diagnosis of an entity or of everything below it, by section 4 of the KPIs. */
export async function entityFindings(
  knex: Knex,
  request: ScopeRequest,
  settings: Settings,
  now: number,
): Promise<EntityFindings> {
  const window = windowOf(request, now);
  const { examined } = await examineEntity(knex, request, settings, now);
  const { findings, observations, queue } = examined;
  return {
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(now),
    findings: findings.map(finding => presentFinding(finding, request, window)),
    sample: sampleOf(observations, queue).map(presentSample),
    disabled: [...settings.findings.disabled],
  };
}

/** Everything that is known of an entity in the window of a request. */
export async function examineEntity(
  knex: Knex,
  request: ScopeRequest,
  settings: Settings,
  now: number,
): Promise<{ scope: VisibleScope; examined: Examined }> {
  const window = windowOf(request, now);
  const { entityRef, visible } = request;
  const scope = await visibleScope(knex, entityRef, visible);
  const book = await loadTargets(knex, settings);
  const examined = await examine(knex, scope, request, {
    settings: book.settingsFor(entityRef),
    sizes: await loadGroupSizes(knex),
    window,
    asOf: now,
    evidenceOf: (id: FigureId) => evidenceOf(entityRef, request, window, id),
  });
  return { scope, examined };
}

/** A finding, with where the changes behind its figures are listed. */
export function presentFinding(
  finding: Finding,
  request: ScopeRequest,
  window: Window,
): ReportedFinding {
  return {
    ...finding,
    figures: finding.figures.map(cited => ({
      ...cited,
      ...(cited.figure && {
        evidence: evidenceOf(request.entityRef, request, window, cited.figure),
      }),
    })),
  };
}

function presentSample(row: SampleRow): EntityFindings['sample'][number] {
  const { decidedAt, startedAt, doneAt, shippedAt, ...rest } = row;
  return {
    ...rest,
    ...(decidedAt !== undefined && { decidedAt: iso(decidedAt) }),
    ...(startedAt !== undefined && { startedAt: iso(startedAt) }),
    ...(doneAt !== undefined && { doneAt: iso(doneAt) }),
    ...(shippedAt !== undefined && { shippedAt: iso(shippedAt) }),
  };
}
