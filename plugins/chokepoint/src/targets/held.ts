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
  EntityTargets,
  Kpi,
  KPIS,
  KpiTarget,
} from 'backstage-plugin-chokepoint-common';

/** Where the target that a figure is judged by comes from. */
export type TargetOrigin =
  | { kind: 'own' }
  /** Set on something above; its ref is absent where one may not see it. */
  | { kind: 'above'; entityRef?: string }
  | { kind: 'configuration' }
  | { kind: 'default' };

/** What a figure is judged by. */
export interface HeldTarget {
  kpi: Kpi;
  /** Set on the entity itself. */
  own?: KpiTarget;
  /** The target that holds; absent where the figure is not judged. */
  held?: { target: KpiTarget; origin: TargetOrigin };
}

/** What each figure that can be judged is judged by, of one entity. */
export function heldTargets(told: EntityTargets): HeldTarget[] {
  return KPIS.filter(({ direction }) => direction !== 'neutral').map(kpi => {
    const own: KpiTarget | undefined = told.targets[kpi.id];
    return { kpi, ...(own && { own }), ...heldOf(kpi, told) };
  });
}

function heldOf(
  { id, defaultTarget }: Kpi,
  { targets, inherited, inheritedFrom, defaults }: EntityTargets,
): Pick<HeldTarget, 'held'> {
  if (id in targets) {
    return { held: { target: targets[id], origin: { kind: 'own' } } };
  }
  if (id in inherited) {
    const origin = { kind: 'above', entityRef: inheritedFrom[id] } as const;
    return { held: { target: inherited[id], origin } };
  }
  if (!(id in defaults)) {
    return {};
  }
  const target = defaults[id];
  const isDefault =
    target.target === defaultTarget?.target &&
    target.limit === defaultTarget.limit;
  return {
    held: { target, origin: { kind: isDefault ? 'default' : 'configuration' } },
  };
}
