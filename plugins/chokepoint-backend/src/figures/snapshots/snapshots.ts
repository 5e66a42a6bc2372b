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

import { randomUUID } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  ReportedFinding,
  Snapshot,
  SnapshotComparison,
  SnapshotList,
} from 'backstage-plugin-chokepoint-common';
import { FigureUnit } from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, oneOf } from '../../database';
import { Settings } from '../../settings';
import { examineEntity, presentFinding } from '../findings/entityFindings';
import {
  ComparisonRequest,
  EntityRequest,
  ScopeRequest,
  SnapshotRequest,
} from '../Reader';
import { visibleScope } from '../scope';
import { iso, windowOf } from '../window';

/** Snapshots that are listed. */
const MAX_LISTED = 200;

/** What a snapshot keeps. */
interface State {
  figures: Record<string, { value?: number; unit: FigureUnit }>;
  findings: ReportedFinding[];
}

interface SnapshotRow {
  id: string;
  entity_ref: string;
  taken_at: BigIntColumn;
  taken_by: string | null;
  note: string | null;
  refs: string;
  state: string;
}

/** Saves the diagnosis of the last 90 days of an entity. */
export async function takeSnapshot(
  knex: Knex,
  request: SnapshotRequest,
  settings: Settings,
  now: number,
): Promise<Snapshot> {
  const { entityRef, note, caller } = request;
  const { state, refs } = await stateNow(knex, request, settings, now);
  const row: SnapshotRow = {
    id: randomUUID(),
    entity_ref: entityRef,
    taken_at: now,
    taken_by: caller ?? null,
    note: note ?? null,
    refs: JSON.stringify(refs),
    state: JSON.stringify(state),
  };
  await knex('snapshots').insert(row);
  return present(row, request);
}

/** The snapshots of an entity, newest first, of those the caller may see. */
export async function listSnapshots(
  knex: Knex,
  request: EntityRequest,
): Promise<SnapshotList> {
  await visibleScope(knex, request.entityRef, request.visible);
  const rows: SnapshotRow[] = await knex('snapshots')
    .where({ entity_ref: request.entityRef })
    .orderBy([{ column: 'taken_at', order: 'desc' }, { column: 'id' }])
    .limit(MAX_LISTED);
  const items: Snapshot[] = [];
  for (const row of rows) {
    if (await mayBeSeen(knex, row, request)) {
      items.push(present(row, request));
    }
  }
  return { items };
}

/** A snapshot against another one, or against how things are now. */
export async function compareSnapshot(
  knex: Knex,
  request: ComparisonRequest,
  settings: Settings,
  now: number,
): Promise<SnapshotComparison> {
  const row = await find(knex, request, request.id);
  const other =
    request.compare === 'now'
      ? undefined
      : await find(knex, request, request.compare);
  const before: State = JSON.parse(row.state);
  const after: State = other
    ? JSON.parse(other.state)
    : (await stateNow(knex, request, settings, now)).state;
  const had = new Set(before.findings.map(finding => finding.rule));
  const has = new Set(after.findings.map(finding => finding.rule));
  return {
    snapshot: present(row, request),
    ...(other && { other: present(other, request) }),
    figures: compareFigures(before, after),
    findings: {
      gone: before.findings.filter(({ rule }) => !has.has(rule)),
      stayed: after.findings.filter(({ rule }) => had.has(rule)),
      new: after.findings.filter(({ rule }) => !had.has(rule)),
    },
  };
}

async function stateNow(
  knex: Knex,
  request: ScopeRequest,
  settings: Settings,
  now: number,
): Promise<{ state: State; refs: string[] }> {
  const window = windowOf(request, now);
  const { scope, examined } = await examineEntity(knex, request, settings, now);
  return {
    refs: scope.refs,
    state: {
      figures: Object.fromEntries(
        Object.entries(examined.figures).map(([id, { value, unit }]) => [
          id,
          { value, unit },
        ]),
      ),
      findings: examined.findings.map(finding =>
        presentFinding(finding, request, window),
      ),
    },
  };
}

function compareFigures(
  before: State,
  after: State,
): SnapshotComparison['figures'] {
  const ids = new Set([
    ...Object.keys(before.figures),
    ...Object.keys(after.figures),
  ]);
  return [...ids].flatMap(id => {
    const [was, is] = [before.figures[id], after.figures[id]];
    const unit = (is ?? was)?.unit;
    return unit
      ? [
          {
            id,
            ...(was?.value !== undefined && { before: was.value }),
            ...(is?.value !== undefined && { after: is.value }),
            unit,
          },
        ]
      : [];
  });
}

async function find(
  knex: Knex,
  request: EntityRequest,
  id: string,
): Promise<SnapshotRow> {
  await visibleScope(knex, request.entityRef, request.visible);
  const row: SnapshotRow | undefined = await knex('snapshots')
    .where({ id, entity_ref: request.entityRef })
    .first();
  if (!row || !(await mayBeSeen(knex, row, request))) {
    throw new NotFoundError(`No snapshot ${id} of ${request.entityRef}`);
  }
  return row;
}

/** Whether somebody may see everything in the catalog that a snapshot is of. */
async function mayBeSeen(
  knex: Knex,
  row: SnapshotRow,
  { visible }: EntityRequest,
): Promise<boolean> {
  const refs: string[] = JSON.parse(row.refs);
  const living: { entity_ref: string }[] = await knex('ownership')
    .select('entity_ref')
    .whereNull('valid_to')
    .where(oneOf(knex, 'entity_ref', refs));
  const those = living.map(each => each.entity_ref);
  const seen = visible && (await visible(those));
  return seen === undefined || those.every(ref => seen.has(ref));
}

function present(row: SnapshotRow, { people }: EntityRequest): Snapshot {
  return {
    id: row.id,
    takenAt: iso(Number(row.taken_at)),
    ...(row.note !== null && { note: row.note }),
    ...(row.taken_by !== null && people === 'byName' && { by: row.taken_by }),
  };
}
