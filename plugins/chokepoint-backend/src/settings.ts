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

import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  KPIS,
  Kpi,
  KpiTarget,
  TargetFault,
  targetFault,
} from 'backstage-plugin-chokepoint-common';
import {
  DEFAULT_FINDING_THRESHOLDS,
  DEFAULT_WORK_TYPE_RULES,
  FigureId,
  FINDING_RULES,
  FindingRule,
  FindingThresholds,
  WorkTypeRule,
} from 'chokepoint-flow';
import { readCalendars, WorkCalendars } from './figures/time/calendars';

/** What the operator of a portal may set, with every default filled in. */
export interface Settings {
  /** Targets by figure; figures without one are not judged. */
  targets: Partial<Record<FigureId, KpiTarget>>;
  privacy: {
    /** Fewer observations than this, and a figure is withheld. */
    minimumChanges: number;
    /** Fewer people than this behind it, and a figure is withheld. */
    minimumGroupSize: number;
  };
  workTypeRules: readonly WorkTypeRule[];
  calendars: WorkCalendars;
  findings: {
    disabled: readonly FindingRule[];
    thresholds: FindingThresholds;
  };
  schedule: {
    sync: HumanDuration;
    syncTimeout: HumanDuration;
    ownership: HumanDuration;
  };
}

const DEFAULT_SCHEDULE: Settings['schedule'] = {
  sync: { minutes: 10 },
  syncTimeout: { minutes: 10 },
  ownership: { minutes: 5 },
};

/** Reads the settings under `chokepoint`. */
export function readSettings(root: Config): Settings {
  const config = root.getOptionalConfig('chokepoint');
  const duration = (key: keyof Settings['schedule']) =>
    config?.has(`schedule.${key}`)
      ? readDurationFromConfig(config, { key: `schedule.${key}` })
      : DEFAULT_SCHEDULE[key];
  return {
    targets: readTargets(config),
    privacy: {
      minimumChanges: config?.getOptionalNumber('privacy.minimumChanges') ?? 5,
      minimumGroupSize:
        config?.getOptionalNumber('privacy.minimumGroupSize') ?? 3,
    },
    workTypeRules: readRules(config),
    calendars: readCalendars(config),
    findings: readFindings(config),
    schedule: {
      sync: duration('sync'),
      syncTimeout: duration('syncTimeout'),
      ownership: duration('ownership'),
    },
  };
}

function readTargets(config: Config | undefined): Settings['targets'] {
  const targets: Settings['targets'] = {};
  for (const kpi of KPIS) {
    const own = config?.getOptionalConfig(`targets.${kpi.id}`);
    const target = own ? readTarget(own, kpi) : kpi.defaultTarget;
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

function readTarget(config: Config, kpi: Kpi): KpiTarget {
  const read = (key: keyof KpiTarget) =>
    kpi.unit === 'ms'
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : config.getNumber(key);
  const target = { target: read('target'), limit: read('limit') };
  const fault = targetFault(kpi, target);
  if (fault) {
    throw new Error(`chokepoint.targets.${kpi.id}: ${FAULTS[fault]}`);
  }
  return target;
}

function readRules(config: Config | undefined): readonly WorkTypeRule[] {
  const own = config?.getOptionalConfigArray('workTypes');
  return own
    ? own.map(rule => ({
        workType: rule.getString('workType'),
        labels: rule.getOptionalStringArray('labels'),
        paths: rule.getOptionalStringArray('paths'),
        titlePrefixes: rule.getOptionalStringArray('titlePrefixes'),
      }))
    : DEFAULT_WORK_TYPE_RULES;
}

/** Thresholds that are lengths of time; the others are numbers. */
const LENGTHS: ReadonlySet<string> = new Set(['leadTime', 'reviewWait']);

function readFindings(config: Config | undefined): Settings['findings'] {
  const disabled = config?.getOptionalStringArray('findings.disabled') ?? [];
  const own = config?.getOptionalConfig('findings.thresholds');
  return {
    disabled: disabled.map(asRule),
    thresholds: {
      ...DEFAULT_FINDING_THRESHOLDS,
      minimum: config?.getOptionalNumber('privacy.minimumChanges') ?? 5,
      ...Object.fromEntries(
        (own?.keys() ?? []).map(key => [key, readThreshold(own, key)]),
      ),
    },
  };
}

function readThreshold(config: Config | undefined, key: string) {
  if (!(key in DEFAULT_FINDING_THRESHOLDS)) {
    throw new Error(`chokepoint.findings.thresholds: there is no ${key}`);
  }
  return LENGTHS.has(key) && config
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : config?.getNumber(key);
}

function asRule(name: string): FindingRule {
  const rule = FINDING_RULES.find(known => known === name);
  if (!rule) {
    throw new Error(`chokepoint.findings.disabled: there is no rule ${name}`);
  }
  return rule;
}
