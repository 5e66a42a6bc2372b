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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  EntityTargets,
  kpiOf,
  KpiTarget,
  TargetFault,
  targetFault,
  Targets,
} from 'backstage-plugin-chokepoint-common';
import { FIGURE_IDS, FigureId } from 'chokepoint-flow';
import { Knex } from 'knex';
import { insertAll } from '../../database';
import { Settings } from '../../settings';
import { EntityFilter, EntityRequest, TargetsRequest } from '../Reader';
import { loadTargets } from './TargetBook';

/** The targets of an entity, and where they come from. */
export async function entityTargets(
  knex: Knex,
  request: EntityRequest,
  settings: Settings,
): Promise<EntityTargets> {
  await mustSee(request);
  const { entityRef, visible } = request;
  const book = await loadTargets(knex, settings);
  return {
    targets: told(book.own(entityRef)),
    inherited: told(book.inherited(entityRef)),
    inheritedFrom: await visibleOrigins(book.inheritedFrom(entityRef), visible),
    defaults: told(settings.targets),
  };
}

/**
 * Replaces an entity's own targets.
 *
 * @throws InputError - naming the figure at fault
 */
export async function replaceTargets(
  knex: Knex,
  request: TargetsRequest,
  settings: Settings,
  now: number,
): Promise<EntityTargets> {
  const { entityRef, targets, caller } = request;
  await mustSee(request);
  const rows = Object.entries(targets).map(([name, target]) => ({
    entity_ref: entityRef,
    figure: checked(name, target),
    target: target.target,
    limit: target.limit,
    set_at: now,
    set_by: caller ?? null,
  }));
  await knex.transaction(async trx => {
    await trx('targets').where({ entity_ref: entityRef }).delete();
    await insertAll(trx, 'targets', rows);
  });
  return entityTargets(knex, request, settings);
}

/** @throws NotFoundError - where the entity may not be seen */
async function mustSee({ entityRef, visible }: EntityRequest): Promise<void> {
  if (visible && !(await visible([entityRef])).has(entityRef)) {
    throw new NotFoundError(`No entity ${entityRef}`);
  }
}

const FAULTS: Record<TargetFault, string> = {
  notJudged: 'this figure is not judged',
  negative: 'neither target nor limit may be negative',
  limitIsBetter: 'limit must not be better than target',
};

function checked(name: string, target: KpiTarget): FigureId {
  const id = FIGURE_IDS.find(known => known === name);
  if (!id) {
    throw new InputError(`targets.${name}: no figure of that name`);
  }
  const fault = targetFault(kpiOf(id), target);
  if (fault) {
    throw new InputError(`targets.${name}: ${FAULTS[fault]}`);
  }
  return id;
}

/** Whom each inherited target comes from, of those who may be seen. */
async function visibleOrigins(
  origins: ReadonlyMap<FigureId, string>,
  visible: EntityFilter | undefined,
): Promise<Record<string, string>> {
  const seen = await visible?.([...new Set(origins.values())]);
  return Object.fromEntries(
    [...origins].filter(([, ref]) => seen === undefined || seen.has(ref)),
  );
}

function told(targets: Partial<Record<FigureId, KpiTarget>>): Targets {
  return Object.fromEntries(
    Object.entries(targets).map(([id, { target, limit }]) => [
      id,
      { target, limit },
    ]),
  );
}
