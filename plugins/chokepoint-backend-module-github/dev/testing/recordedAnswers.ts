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

import { Portal } from './portal';

const API = '/api/chokepoint/v1';
const ENTITY = 'entities/component/default/gui';
/** Windows that are over, so that answers do not depend on when one asks. */
export const WINDOWS = [
  { from: '2021-03-01T00:00:00.000Z', to: '2022-03-01T00:00:00.000Z' },
  { from: '2022-03-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' },
];
/** What is told as of the moment of asking, all the same. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set([
  'asOf',
  'freshness',
  'inFlight',
  'oldestNow',
  'age',
]);

/** All lists, figures, rankings and findings about the recorded repository. */
export async function recordedAnswers({ api }: Portal): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const window of WINDOWS) {
    for (const [path, query] of questions()) {
      const { body, text } = await api
        .get(`${API}/${path}`)
        .query({ ...window, ...query })
        .expect(200);
      answers.push([path, query, withoutTheMoment(body), asCsv(query, text)]);
    }
  }
  return answers;
}

function questions(): [path: string, query: Record<string, string>][] {
  const orders = ['openedAt', '-productionAt', 'title', '-waiting', 'age'];
  const states = ['all', 'inProduction', 'closed'];
  return [
    [`${ENTITY}/figures`, {}],
    [`${ENTITY}/figures`, { authorKind: 'human', size: 's' }],
    [`${ENTITY}/figures`, { time: 'workingHours', compare: 'none' }],
    ...orders.flatMap((order): [string, Record<string, string>][] =>
      states.map(state => [
        `${ENTITY}/changes`,
        { order, state, limit: '500' },
      ]),
    ),
    [`${ENTITY}/changes`, { figure: 'reviewLatency', limit: '500' }],
    [`${ENTITY}/durations`, { measure: 'leadTime' }],
    [`${ENTITY}/reviews`, { zone: 'Europe/Zurich' }],
    [`${ENTITY}/findings`, {}],
    ['gateways', { by: 'team' }],
    ['gateways', { by: 'party' }],
    ['gateways', { scope: 'component:default/gui', time: 'workingHours' }],
    ['gateways/external', { target: '3600000' }],
    ['flow-map', {}],
    ['scorecard', { rows: 'entities' }],
    ['scorecard', { rows: 'entities', format: 'csv' }],
    ['findings', {}],
  ];
}

function asCsv({ format }: Record<string, string>, text: string) {
  return format === 'csv' ? text : undefined;
}

function withoutTheMoment(body: unknown): unknown {
  const asOf = asOfOf(body);
  return JSON.parse(
    JSON.stringify(body, (key, value) => {
      if (OF_THE_MOMENT.has(key)) {
        return undefined;
      }
      // A wait that still lasts is as long as it is at the moment.
      if (asOf !== undefined && value?.end === asOf) {
        return { ...value, end: undefined, length: undefined };
      }
      // The sums of a change grow for as long as it is on its way.
      return value?.state === 'open' ? { ...value, figures: undefined } : value;
    }),
  );
}

/** When an answer was given, where it says so. */
function asOfOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'asOf' in body
    ? body.asOf
    : undefined;
}
