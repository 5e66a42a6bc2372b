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
import { SettingsSection } from 'backstage-plugin-chokepoint-node';
import {
  KPIS,
  Kpi,
  KpiTarget,
  TargetFault,
  targetFault,
} from 'backstage-plugin-chokepoint-common';
import { FigureId } from 'chokepoint-flow';

/** Targets by figure; a figure without one is shown and not judged. */
export type Targets = Partial<Record<FigureId, KpiTarget>>;

/** Reads the targets; a default target holds where none is configured. */
export function readTargets(section: SettingsSection): Targets {
  const targets: Targets = {};
  for (const kpi of KPIS) {
    const target =
      section.value(kpi.id) === undefined
        ? kpi.defaultTarget
        : readTarget(section.section(kpi.id), kpi);
    if (target) {
      targets[kpi.id] = target;
    }
  }
  return targets;
}

const FAULTS: Record<TargetFault, string> = {
  notJudged: 'a figure that describes and is not judged',
  negative: 'target and limit must not be below zero',
  limitIsBetter: 'limit must not be better than target',
};

function readTarget(section: SettingsSection, kpi: Kpi): KpiTarget {
  const read = (key: keyof KpiTarget) =>
    (kpi.unit === 'ms' ? section.milliseconds(key) : section.number(key)) ??
    section.missing(key);
  const target = { target: read('target'), limit: read('limit') };
  const fault = targetFault(kpi, target);
  return fault ? section.fail(FAULTS[fault]) : target;
}
