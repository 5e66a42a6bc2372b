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

import { ReportedStage } from 'backstage-plugin-chokepoint-common';
import fc from 'fast-check';
import { STAGES } from 'chokepoint-flow';
import { stageBars } from './stageBars';
import { stageShares } from './stageShares';

const review: ReportedStage = {
  stage: 'review',
  working: 0,
  waiting: 300,
  n: 3,
  p50: 80,
  p90: 200,
};
const build: ReportedStage = {
  stage: 'build',
  working: 100,
  waiting: 0,
  n: 4,
  p50: 20,
  p90: 50,
};

const someStages = fc.uniqueArray(
  fc.record({
    stage: fc.constantFrom(...STAGES),
    working: fc.nat(1_000_000),
    waiting: fc.nat(1_000_000),
    n: fc.nat(100),
  }),
  { selector: ({ stage }) => stage },
);

describe('the shares of the stages', () => {
  it('stand in the order in which changes meet them', () => {
    expect(stageShares([review, build]).map(({ stage }) => stage)).toEqual([
      'build',
      'review',
    ]);
  });

  it('are of the time of all stages', () => {
    expect(stageShares([review, build]).map(({ share }) => share)).toEqual([
      0.25, 0.75,
    ]);
  });

  it('are told apart by working and waiting', () => {
    const mixed: ReportedStage = {
      stage: 'verification',
      working: 100,
      waiting: 300,
      n: 1,
    };
    expect(stageShares([mixed])[0].parts).toEqual([
      { mode: 'working', share: 0.25 },
      { mode: 'waiting', share: 0.75 },
    ]);
    expect(stageShares([review])[0].parts).toEqual([
      { mode: 'waiting', share: 1 },
    ]);
  });

  it('leave out stages that took no time, and are none without any', () => {
    const idle: ReportedStage = {
      stage: 'merge',
      working: 0,
      waiting: 0,
      n: 2,
    };
    expect(stageShares([build, idle])).toHaveLength(1);
    expect(stageShares([idle])).toEqual([]);
    expect(stageShares([])).toEqual([]);
  });

  it('sum to one, whatever the stages took', () => {
    fc.assert(
      fc.property(someStages, stages => {
        const parts = stageShares(stages).flatMap(({ parts: of }) => of);
        const sum = parts.reduce((total, { share }) => total + share, 0);
        const nothing = stages.every(s => s.working + s.waiting === 0);
        expect(sum).toBeCloseTo(nothing ? 0 : 1, 9);
      }),
    );
  });
});

describe('the bars of the stages', () => {
  it('are as long as the chosen quantile, on one scale', () => {
    expect(
      stageBars([build, review], 'p50').map(({ length, width }) => [
        length,
        width,
      ]),
    ).toEqual([
      [20, 0.25],
      [80, 1],
    ]);
    expect(stageBars([build, review], 'p90').map(({ width }) => width)).toEqual(
      [0.25, 1],
    );
  });

  it('have no length where the quantile is withheld', () => {
    const [bar] = stageBars([{ ...review, p50: undefined }], 'p50');
    expect(bar).toMatchObject({ width: 0, share: 1 });
    expect(bar.length).toBeUndefined();
  });

  it('are filled by working and waiting, as parts of the bar', () => {
    const mixed: ReportedStage = {
      ...review,
      stage: 'verification',
      working: 100,
    };
    const [working, waiting] = stageBars([build, mixed], 'p50')[1].parts;
    expect([working.mode, waiting.mode]).toEqual(['working', 'waiting']);
    expect(working.share).toBeCloseTo(0.25, 9);
    expect(waiting.share).toBeCloseTo(0.75, 9);
  });
});
