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

import { ChangeFacts } from '../facts/factTypes';
import { STAGES } from '../timeline/Segment';
import { FIGURE_DEFINITIONS } from './definitions';
import { Figure, FIGURE_IDS, FigureId, StageFigure } from './Figure';
import { observed } from './observed';
import { once } from './once';
import { Observations, shipped } from './population';
import { ascending, quantile, sum } from '../statistics/quantile';

const known = once((_: Observations) => new Map<FigureId, Figure>());

/**
 * One figure, pooled from the observations: never an average of averages. For
 * the same observations it is the same object.
 *
 * @public
 */
export function poolFigure(id: FigureId, observations: Observations): Figure {
  const figures = known(observations);
  const figure = figures.get(id) ?? pool(id, observations);
  figures.set(id, figure);
  return figure;
}

function pool(id: FigureId, observations: Observations): Figure {
  const definition = FIGURE_DEFINITIONS[id];
  const seen = observed(id, observations);
  const { observations: found, excluded, outOf, coverage, assumed } = seen;
  const n = found.length;
  return {
    ...definition.pool(found, observations),
    n,
    unit: definition.unit,
    definition: definition.version,
    excluded: excluded ?? [],
    ...(outOf && { coverage: n / outOf }),
    ...(coverage !== undefined && { coverage }),
    ...(assumed && { assumed }),
  };
}

/**
 * Every figure of the KPIs, by id.
 *
 * @public
 */
export function poolFigures(
  observations: Observations,
): Record<FigureId, Figure> {
  const entries = FIGURE_IDS.map(
    id => [id, poolFigure(id, observations)] as const,
  );
  return Object.fromEntries(entries) as Record<FigureId, Figure>;
}

/**
 * The keys of the changes a figure was pooled from, each once: its evidence.
 *
 * @public
 */
export function changesBehind(
  id: FigureId,
  observations: Observations,
): string[] {
  const keys = new Set<string>();
  for (const { source } of observed(id, observations).observations) {
    if ('changes' in source) {
      source.changes.forEach(change => keys.add(change));
    } else {
      keys.add(source.change);
    }
  }
  return [...keys];
}

const byKey = once(
  ({ changes }: Observations) =>
    new Map(changes.map(change => [change.change, change])),
);

/**
 * The same with everything that is known of them, as they come: a change may
 * come more than once.
 *
 * @public
 */
export function* factsBehind(
  id: FigureId,
  observations: Observations,
): Generator<ChangeFacts> {
  for (const { source } of observed(id, observations).observations) {
    if (!('changes' in source)) {
      yield source;
      continue;
    }
    for (const key of source.changes) {
      const change = byKey(observations).get(key);
      if (change) {
        yield change;
      }
    }
  }
}

/**
 * Where the time of population P goes: for each stage the working and waiting
 * time, and quantiles of the time a change that met it spends in it.
 *
 * @public
 */
export function poolStages(observations: Observations): StageFigure[] {
  const population = shipped(observations);
  return STAGES.map(stage => {
    const times = population.flatMap(change => change.stages[stage] ?? []);
    const lengths = ascending(times.map(time => time.working + time.waiting));
    return {
      stage,
      working: sum(times.map(time => time.working)),
      waiting: sum(times.map(time => time.waiting)),
      n: times.length,
      p50: quantile(lengths, 0.5),
      p75: quantile(lengths, 0.75),
      p85: quantile(lengths, 0.85),
      p90: quantile(lengths, 0.9),
    };
  });
}

/**
 * Queue time of the changes of one kind.
 *
 * @public
 */
export interface QueueTimeSplit {
  key: string;
  n: number;
  working: number;
  waiting: number;
  /** waiting / (waiting + working), 0 to 1. */
  queueTimeRatio?: number;
}

/**
 * Queue time of population P by work type, size or author kind; the parts sum
 * to the whole.
 *
 * @public
 */
export function splitQueueTime(
  observations: Observations,
  by: 'workType' | 'size' | 'authorKind',
): QueueTimeSplit[] {
  const groups = new Map<string, QueueTimeSplit>();
  for (const change of shipped(observations)) {
    const key = change[by];
    const group = groups.get(key) ?? { key, n: 0, working: 0, waiting: 0 };
    group.n += 1;
    group.working += change.working;
    group.waiting += change.waiting;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(group => {
      const whole = group.working + group.waiting;
      return whole === 0
        ? group
        : { ...group, queueTimeRatio: group.waiting / whole };
    })
    .sort((a, b) => b.waiting - a.waiting || (a.key < b.key ? -1 : 1));
}
