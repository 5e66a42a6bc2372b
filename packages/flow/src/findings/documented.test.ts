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

import { facts, observe } from '../../testing/observations';
import { Chapter } from '../../testing/documentation';
import { poolFigures, poolStages } from '../figures/poolFigures';
import { Queue } from '../gateways/Queue';
import { diagnose } from './diagnose';
import { DEFAULT_FINDING_THRESHOLDS, FINDING_RULES } from './Finding';

// The worked example of findings in docs/kpis.md, computed.

/** In four weeks: 48 changes that got there, and some that are on their way. */
function diagnosisWith(flying: number) {
  const observations = observe([
    ...Array.from({ length: 48 }, () => facts({ shipped: 5 })),
    ...Array.from({ length: flying }, () => facts({})),
  ]);
  const queue: Queue = { ...observations, changes: new Map(), segments: [] };
  return diagnose({
    observations,
    lastYear: observations,
    queue,
    figures: poolFigures(observations),
    stages: poolStages(observations),
    gateways: [],
    statuses: {},
    entities: 1,
    unownedEntities: 0,
    thresholds: DEFAULT_FINDING_THRESHOLDS,
  }).find(finding => finding.rule === 'tooMuchWip');
}

describe('tooMuchWip', () => {
  it('fires above 12 in flight at 12 a week, and is critical above 24', () => {
    expect(diagnosisWith(12)).toBeUndefined();
    expect(diagnosisWith(13)?.severity).toBe('warning');
    expect(diagnosisWith(24)?.severity).toBe('warning');
    expect(diagnosisWith(30)?.severity).toBe('critical');
  });
});

describe('the table of rules', () => {
  it('has every rule, in the order in which they are told', () => {
    expect(
      new Chapter('Findings').subjects.filter(s => /^[a-z]+[A-Z]/.test(s)),
    ).toEqual([...FINDING_RULES]);
  });
});
