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

import { Dice } from '../chance/Dice';
import { Service } from '../company/Company';
import { INTENTS, WorkType } from '../company/names';

/** What a change is about. */
export interface Subject {
  workType: WorkType;
  title: string;
  labels: string[];
  paths: string[];
  additions: number;
  deletions: number;
}

const WEIGHTS: Record<WorkType, number> = {
  other: 30,
  corePlatform: 18,
  uxIteration: 18,
  operationalFix: 16,
  contentAndConfiguration: 12,
  experiment: 6,
};

const WORK_TYPES = Object.keys(WEIGHTS).filter(isWorkType);

function isWorkType(name: string): name is WorkType {
  return name in INTENTS;
}

const LINES: Record<WorkType, number> = {
  other: 110,
  corePlatform: 160,
  uxIteration: 45,
  operationalFix: 25,
  contentAndConfiguration: 14,
  experiment: 40,
};

const LIBRARIES = [
  'http-client',
  'date-kit',
  'form-parts',
  'log-lines',
  'test-runner',
  'money-format',
  'retry-policy',
];

const FILES: Record<WorkType, string[]> = {
  other: ['src/orders.ts', 'src/api.ts', 'src/orders.test.ts', 'src/store.ts'],
  corePlatform: ['src/core/events.ts', 'src/core/retry.ts', 'src/store.ts'],
  uxIteration: ['src/view/form.tsx', 'src/view/form.css', 'src/view/menu.tsx'],
  operationalFix: ['src/api.ts', 'src/store.ts', 'src/jobs.ts'],
  contentAndConfiguration: ['config/texts.yaml', 'config/flags.json'],
  experiment: ['src/experiments.ts', 'src/tracking.ts'],
};

/** Thinks of something to change in services of one repository. */
export function thinkOf(services: readonly Service[], dice: Dice): Subject {
  const workType = dice.weighted(WORK_TYPES, name => WEIGHTS[name]);
  const intent = INTENTS[workType];
  const lines = Math.ceil(dice.lasting(LINES[workType], 1.2));
  const deletions = Math.floor(lines * dice.between(0, 0.5));
  return {
    workType,
    title: `${dice.pick(intent.verbs)} ${dice.pick(intent.things)}`,
    labels: dice.some(intent.labels, dice.chance(0.8) ? 1 : 2),
    paths: services.flatMap(service => pathsIn(service, workType, dice)),
    additions: lines - deletions,
    deletions,
  };
}

/** What a raise of the version of a library looks like. */
export function thinkOfLibrary(service: Service, dice: Dice): Subject {
  const library = dice.pick(LIBRARIES);
  const version = `${dice.whole(1, 9)}.${dice.whole(0, 20)}.${dice.whole(
    0,
    9,
  )}`;
  return {
    workType: 'contentAndConfiguration',
    title: `Bump ${library} to ${version}`,
    labels: ['dependencies'],
    paths: [`${service.path}package.json`],
    additions: dice.whole(1, 30),
    deletions: dice.whole(1, 30),
  };
}

function pathsIn(service: Service, workType: WorkType, dice: Dice): string[] {
  const files = FILES[workType];
  return dice
    .some(files, dice.whole(1, 3))
    .map(file => `${service.path}${file}`);
}
