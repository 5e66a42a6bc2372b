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
  DEFAULT_FINDING_THRESHOLDS,
  FINDING_RULES,
  FindingRule,
  FindingThresholds,
} from 'chokepoint-flow';

/** How the diagnosis is set. */
export interface FindingSettings {
  disabled: readonly FindingRule[];
  thresholds: FindingThresholds;
}

/** Thresholds that are lengths of time; the others are numbers. */
const LENGTHS: ReadonlySet<string> = new Set(['leadTime', 'reviewWait']);

/**
 * Reads how the diagnosis is set.
 *
 * @param minimum - observations that most rules ask for where nothing is set
 */
export function readFindings(
  section: SettingsSection,
  minimum: number,
): FindingSettings {
  const own = section.section('thresholds', 'threshold');
  const set = Object.keys(DEFAULT_FINDING_THRESHOLDS).flatMap(key => {
    const value = LENGTHS.has(key) ? own.milliseconds(key) : own.number(key);
    return value === undefined ? [] : [[key, value]];
  });
  return {
    disabled: section.someOf('disabled', FINDING_RULES, 'rule') ?? [],
    thresholds: {
      ...DEFAULT_FINDING_THRESHOLDS,
      minimum,
      ...Object.fromEntries(set),
    },
  };
}
