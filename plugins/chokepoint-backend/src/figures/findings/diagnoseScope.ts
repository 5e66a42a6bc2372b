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

import { ReportedFigure } from 'backstage-plugin-chokepoint-common';
import {
  degradationWindow,
  diagnose,
  Figure,
  FIGURE_IDS,
  FigureId,
  Finding,
  FindingRule,
  GatewayRow,
  Observations,
  poolFigures,
  poolStages,
  Queue,
  rankGateways,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../../database';
import { Settings } from '../../settings';
import { breath } from '../breath';
import { GroupSizes } from '../gateways/GroupSizes';
import { Known, nothingKnown } from '../gateways/loadQueue';
import { whySpeedWithheld } from '../gateways/presentRow';
import { judgeFigures, reviewTargetOf } from '../judge';
import { isInWindow, loadObservations } from '../observations';
import { WindowRequest } from '../Reader';
import { VisibleScope } from '../scope';
import { zoneOf } from '../window';

/** Everything that is known of a scope in a window. */
export interface Examined {
  observations: Observations;
  queue: Queue;
  figures: Record<string, ReportedFigure>;
  findings: Finding[];
}

/** What examining needs beside the scope. */
export interface Examination {
  /** With the targets that hold for the scope. */
  settings: Settings;
  sizes: GroupSizes;
  window: Window;
  asOf: number;
  /** What the request has read already, as of the same instant. */
  known?: Known;
  /** Where the changes behind a figure are listed. */
  evidenceOf(id: FigureId): string;
}

/** Rules that speak of single people, if without their names. */
const OF_PEOPLE: ReadonlySet<FindingRule> = new Set<FindingRule>([
  'scarceApproval',
  'onePersonAway',
]);

/**
 * Pools the figures of a scope and runs the rules of the diagnosis over them.
 * What is withheld from the caller is withheld from the rules too.
 */
export async function examine(
  knex: Knex,
  scope: VisibleScope,
  request: WindowRequest,
  examination: Examination,
): Promise<Examined> {
  const { settings, window, asOf, evidenceOf } = examination;
  const year = degradationWindow(window, asOf);
  const { known = nothingKnown(knex, request, asOf) } = examination;
  const loaded = await loadObservations(
    knex,
    scope,
    request,
    { from: Math.min(window.from, year.from), to: window.to },
    asOf,
    known.changes,
  );
  const observations: Observations = {
    changes: loaded.changes.filter(change => isInWindow(change, window)),
    releases: loaded.releases,
    window,
    asOf,
    zone: zoneOf(request),
    reviewTarget: reviewTargetOf(settings),
  };
  const queue = await known.waits.queueOf(observations.changes, window);
  const figures = await judgeFigures({ observations, settings, evidenceOf });
  const ownership = await ownershipOf(knex, scope);
  const gateways = shownGateways(rankGateways(queue), examination);
  await breath();
  const findings = diagnose(
    {
      observations,
      lastYear: { ...observations, changes: loaded.changes, window: year },
      queue,
      figures: shownFigures(observations, figures),
      stages: poolStages(observations),
      gateways,
      statuses: statusesOf(figures),
      ...ownership,
      thresholds: settings.findings.thresholds,
    },
    settings.findings.disabled,
  );
  return {
    observations,
    queue,
    figures,
    findings: findings.filter(
      finding =>
        mayBeTold(finding, observations, settings) && isShown(finding, figures),
    ),
  };
}

/** The figures without the values that are withheld. */
function shownFigures(
  observations: Observations,
  reported: Record<string, ReportedFigure>,
): Record<FigureId, Figure> {
  const figures = poolFigures(observations);
  for (const id of FIGURE_IDS) {
    if (reported[id].withheld) {
      const { n, unit, definition, excluded, coverage } = figures[id];
      figures[id] = { n, unit, definition, excluded, coverage };
    }
  }
  return figures;
}

function shownGateways(
  rows: readonly GatewayRow[],
  { settings: { privacy }, sizes }: Examination,
): GatewayRow[] {
  return rows.map(row =>
    whySpeedWithheld(row, privacy, sizes)
      ? { ...row, waitP50: undefined, waitP90: undefined }
      : row,
  );
}

function statusesOf(figures: Record<string, ReportedFigure>) {
  return Object.fromEntries(
    FIGURE_IDS.map(id => [id, figures[id].status] as const),
  );
}

function isShown(
  finding: Finding,
  figures: Record<string, ReportedFigure>,
): boolean {
  return finding.figures.every(
    ({ figure }) => !figure || !figures[figure].withheld,
  );
}

/** A finding about single people needs enough of them to hide among. */
function mayBeTold(
  { rule }: Finding,
  { changes }: Observations,
  { privacy }: Settings,
): boolean {
  if (!OF_PEOPLE.has(rule)) {
    return true;
  }
  const people = new Set(
    changes.flatMap(({ author, approvers, current }) => [
      author,
      ...approvers,
      ...(current?.holders.map(holder => holder.party) ?? []),
    ]),
  );
  const named = [...people].filter(party => party.startsWith('user:'));
  return named.length >= privacy.minimumGroupSize;
}

/** Entities of a scope, and those of them that nobody owns. */
async function ownershipOf(
  knex: Knex,
  scope: VisibleScope,
): Promise<{ entities: number; unownedEntities: number }> {
  const rows: { owner: string | null }[] = await knex('ownership')
    .select('owner')
    .whereNull('valid_to')
    .where(oneOf(knex, 'entity_ref', scope.refs));
  return {
    entities: rows.length,
    unownedEntities: rows.filter(row => row.owner === null).length,
  };
}
