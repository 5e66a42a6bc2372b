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

import { KpiTarget } from 'backstage-plugin-chokepoint-common';
import { FIGURE_IDS, FigureId } from 'chokepoint-flow';
import { Knex } from 'knex';
import { parentsOf } from '../../ownership/directoryTables';
import { currentTenures } from '../../ownership/ownershipTable';
import { Settings } from '../../settings';

/** Targets by figure. */
export type TargetsByFigure = Partial<Record<FigureId, KpiTarget>>;

interface TargetRow {
  entity_ref: string;
  figure: string;
  target: number;
  limit: number;
}

/**
 * Which targets hold for an entity: its own, else those of its owning group, of
 * the groups above that, nearest first, else those of the configuration. A
 * system inherits from its domain.
 */
export class TargetBook {
  readonly #own: ReadonlyMap<string, TargetsByFigure>;
  readonly #above: ReadonlyMap<string, readonly string[]>;
  readonly #settings: Settings;

  constructor(
    own: ReadonlyMap<string, TargetsByFigure>,
    above: ReadonlyMap<string, readonly string[]>,
    settings: Settings,
  ) {
    this.#own = own;
    this.#above = above;
    this.#settings = settings;
  }

  own(ref: string): TargetsByFigure {
    return this.#own.get(ref) ?? {};
  }

  /** Of everything above, the nearest of each figure. */
  inherited(ref: string): TargetsByFigure {
    const found: TargetsByFigure = {};
    for (const [figure, above] of this.inheritedFrom(ref)) {
      found[figure] = this.own(above)[figure];
    }
    return found;
  }

  /** Whom the target of each figure is inherited from. */
  inheritedFrom(ref: string): ReadonlyMap<FigureId, string> {
    const found = new Map<FigureId, string>();
    const [, ...above] = this.#withAbove(ref);
    for (const each of above.reverse()) {
      const own = this.own(each);
      for (const figure of FIGURE_IDS) {
        if (own[figure]) {
          found.set(figure, each);
        }
      }
    }
    return found;
  }

  /** The settings with the targets that hold for an entity. */
  settingsFor(ref: string): Settings {
    return {
      ...this.#settings,
      targets: {
        ...this.#settings.targets,
        ...this.inherited(ref),
        ...this.own(ref),
      },
    };
  }

  /** A ref and what is above it, nearest first; survives circles. */
  #withAbove(ref: string): string[] {
    const found = new Set([ref]);
    for (const each of found) {
      for (const above of this.#above.get(each) ?? []) {
        found.add(above);
      }
    }
    return [...found];
  }
}

/** All targets there are. */
export async function loadTargets(
  knex: Knex,
  settings: Settings,
): Promise<TargetBook> {
  const rows: TargetRow[] = await knex('targets').select();
  const own = new Map<string, TargetsByFigure>();
  for (const row of rows) {
    const id = FIGURE_IDS.find(figure => figure === row.figure);
    if (id) {
      const target = { target: row.target, limit: row.limit };
      own.set(row.entity_ref, { ...own.get(row.entity_ref), [id]: target });
    }
  }
  return new TargetBook(
    own,
    own.size === 0 ? new Map() : await aboveOf(knex),
    settings,
  );
}

/** What each entity inherits from first: its owner, its parents. */
async function aboveOf(knex: Knex): Promise<Map<string, string[]>> {
  const above = new Map<string, string[]>();
  const add = (ref: string, parent: string) =>
    above.set(ref, [...(above.get(ref) ?? []), parent]);
  for (const { entityRef, owner } of await currentTenures(knex)) {
    if (owner !== undefined) {
      add(entityRef, owner);
    }
  }
  for (const { child, parent } of await parentsOf(knex)) {
    add(child, parent);
  }
  return above;
}
