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
  DAY,
  facts,
  failed,
  live,
  observe,
  WINDOW,
} from '../../testing/observations';
import { approvalConcentration } from './concentration';
import { FIGURE_IDS } from './Figure';
import {
  changesBehind,
  poolFigure,
  poolFigures,
  poolStages,
  splitQueueTime,
} from './poolFigures';
import { quantile } from '../statistics/quantile';
import { statusOf } from './status';

describe('a quantile', () => {
  it.each([
    // numpy.percentile([15, 20, 35, 40, 50], [0, 40, 50, 90, 100])
    [0, 15],
    [0.4, 29],
    [0.5, 35],
    [0.9, 46],
    [1, 50],
  ])(
    'interpolates linearly between closest ranks (type 7): %d → %d',
    (p, expected) => {
      expect(quantile([15, 20, 35, 40, 50], p)).toBeCloseTo(expected, 10);
    },
  );

  it('of no values is undefined', () => {
    expect(quantile([], 0.5)).toBeUndefined();
  });
});

describe('decisionToProduction', () => {
  it('is production − decision over what reached production in the window', () => {
    const figure = poolFigure(
      'decisionToProduction',
      observe([
        facts({ shipped: 1, decisionToProduction: 2 * DAY, decided: true }),
        facts({ shipped: 2, decisionToProduction: 4 * DAY, decided: true }),
        facts({ shipped: 3 }),
        facts({ shipped: 4, decidedLate: true }),
        facts({ shipped: 4, linkedLate: true }),
        facts({ shipped: 99, decisionToProduction: 90 * DAY, decided: true }),
        facts({}),
      ]),
    );
    expect(figure).toMatchObject({
      value: 3 * DAY,
      p50: 3 * DAY,
      p90: 3.8 * DAY,
      n: 2,
      unit: 'ms',
      excluded: [
        { reason: 'noDecision', n: 1 },
        { reason: 'decidedLate', n: 1 },
        { reason: 'linkedLate', n: 1 },
      ],
      coverage: 0.4,
    });
  });

  it('counts changes without an observed release as excluded', () => {
    const unobserved = facts({ releaseUnobserved: true, mergedAt: 3 });
    const figure = poolFigure(
      'decisionToProduction',
      observe([
        unobserved,
        facts({ shipped: 1, decided: true, decisionToProduction: DAY }),
      ]),
    );
    expect(figure.excluded).toEqual([{ reason: 'releaseUnobserved', n: 1 }]);
    expect(figure.coverage).toBe(0.5);
  });

  it('lies in a half-open window: from is in it, to is not', () => {
    const at = (days: number) =>
      facts({ shipped: days, decided: true, decisionToProduction: DAY });
    expect(poolFigure('decisionToProduction', observe([at(0)])).n).toBe(1);
    expect(poolFigure('decisionToProduction', observe([at(28)])).n).toBe(0);
  });
});

describe('queueTimeRatio', () => {
  it('is pooled: the sum of waiting over the sum of all time, no average of ratios', () => {
    const figure = poolFigure(
      'queueTimeRatio',
      observe([
        facts({ shipped: 1, waiting: 9 * DAY, working: DAY }),
        facts({ shipped: 2, waiting: 0, working: 10 * DAY }),
        facts({ waiting: 50 * DAY }),
      ]),
    );
    expect(figure).toMatchObject({
      value: 0.45,
      n: 2,
      unit: 'ratio',
      coverage: 1,
    });
  });
});

describe('handoffs', () => {
  it('is the mean per change, with median and p90', () => {
    const figure = poolFigure(
      'handoffs',
      observe([1, 2, 6].map(handoffs => facts({ shipped: 1, handoffs }))),
    );
    expect(figure).toMatchObject({ value: 3, mean: 3, p50: 2, p90: 5.2, n: 3 });
  });
});

describe('reworkRate', () => {
  it('is the share of changes with at least one return, or reverted', () => {
    const figure = poolFigure(
      'reworkRate',
      observe([
        facts({ shipped: 1, returns: 3 }),
        facts({ shipped: 1, revertedAt: 5 }),
        facts({ shipped: 1 }),
        facts({ shipped: 1 }),
      ]),
    );
    expect(figure).toMatchObject({ value: 0.5, n: 4 });
  });
});

describe('changeFailureRate', () => {
  it('covers the changes that are known to have been deployed', () => {
    const changes = [
      facts({ shipped: 5 }),
      facts({ shipped: 6, productionObserved: false }),
      facts({ shipped: 7, productionObserved: false }),
      facts({ shipped: 8, productionObserved: false }),
    ];
    expect(poolFigure('changeFailureRate', observe(changes)).coverage).toBe(
      1 / 4,
    );
    expect(
      poolFigure('changeFailureRate', observe([])).coverage,
    ).toBeUndefined();
  });

  it('is over releases in production; one that never got there is not in it', () => {
    const failure = { cause: 'incident' as const, at: 0 };
    const figure = poolFigure(
      'changeFailureRate',
      observe(
        [],
        [
          live(1, { failure }),
          live(2),
          live(3),
          live(4),
          failed(5),
          live(6, { kind: 'rollBack' }),
          live(6, { kind: 'forward' }),
          live(50),
        ],
      ),
    );
    expect(figure).toMatchObject({
      value: 0.25,
      n: 4,
      excluded: [{ reason: 'notInProduction', n: 1 }],
    });
  });
});

describe('reviewLatency', () => {
  it('is over visits that ended in the window, whatever became of the change', () => {
    const changes = [
      facts({
        visits: [
          [1, 2],
          [3, 6],
        ],
      }),
      facts({
        visits: [
          [-5, 1],
          [27, 29],
        ],
      }),
      facts({ visits: [[4, undefined]] }),
    ];
    const observations = observe(changes);
    expect(poolFigure('reviewLatency', observations)).toMatchObject({
      n: 3,
      p50: 3 * DAY,
      value: 3 * DAY,
    });
    expect(changesBehind('reviewLatency', observations)).toEqual([
      changes[0].change,
      changes[1].change,
    ]);
  });

  it('has the share answered within the target beside it', () => {
    const observations = {
      ...observe([
        facts({
          visits: [
            [1, 2],
            [3, 6],
            [7, 9],
          ],
        }),
      ]),
      reviewTarget: 2 * DAY,
    };
    expect(poolFigure('reviewSlo', observations)).toMatchObject({
      value: 2 / 3,
      n: 3,
    });
  });
});

describe('the companions', () => {
  it('deploymentFrequency counts releases in production per week', () => {
    const figure = poolFigure(
      'deploymentFrequency',
      observe([], [live(1), live(2), failed(3)]),
    );
    expect(figure).toMatchObject({ value: 0.5, n: 2, unit: 'perWeek' });
  });

  it('batchSize is changes per release', () => {
    const figure = poolFigure(
      'batchSize',
      observe(
        [],
        [live(1, { changes: ['a', 'b', 'c'] }), live(2, { changes: ['d'] })],
      ),
    );
    expect(figure).toMatchObject({ value: 2, p50: 2, mean: 2, n: 2 });
    expect(
      changesBehind(
        'batchSize',
        observe([], [live(1, { changes: ['a', 'b'] })]),
      ),
    ).toEqual(['a', 'b']);
  });

  it('failedDeploymentRecoveryTime runs from the deployment to the recovery', () => {
    const failure = {
      cause: 'incident' as const,
      at: WINDOW.from + 1.5 * DAY,
      recoveredAt: WINDOW.from + 3 * DAY,
    };
    const open = { cause: 'hotfix' as const, at: WINDOW.from + 3 * DAY };
    const figure = poolFigure(
      'failedDeploymentRecoveryTime',
      observe([], [live(1, { failure }), live(2, { failure: open }), live(3)]),
    );
    expect(figure).toMatchObject({
      value: 2 * DAY,
      n: 1,
      coverage: 0.5,
      excluded: [{ reason: 'notRecovered', n: 1 }],
    });
  });

  it('throughput, arrivals and netFlow are changes per week', () => {
    const changes = [
      facts({ start: -3, shipped: 1 }),
      facts({ start: 2, shipped: 5 }),
      facts({ start: 3 }),
      facts({ start: 4 }),
      facts({ start: 5, closed: 6 }),
    ];
    const figures = poolFigures(observe(changes));
    expect(figures.throughput.value).toBe(0.5);
    expect(figures.arrivals.value).toBe(1);
    expect(figures.netFlow.value).toBe((4 - 3) / 4);
  });

  it('wip and wipAge count the changes on their way at the end of the window, pauses left out', () => {
    const figures = poolFigures(
      observe([
        facts({ start: 8 }),
        facts({ start: 18 }),
        facts({ start: 18, pause: [20, 40] }),
        facts({ start: 1, shipped: 5 }),
        facts({ start: 30 }),
      ]),
    );
    expect(figures.wip).toMatchObject({ value: 2, n: 2 });
    expect(figures.wipAge).toMatchObject({ p50: 15 * DAY });
  });

  it('predictability is p85 over p50 of the lead time', () => {
    const changes = [1, 2, 3].map(days =>
      facts({ shipped: 5, leadTime: days * DAY }),
    );
    expect(poolFigure('predictability', observe(changes)).value).toBeCloseTo(
      2.7 / 2,
      10,
    );
  });

  it('unownedWait is the share of waiting charged to nobody', () => {
    const changes = [
      facts({ shipped: 5, waiting: 3 * DAY, unownedWait: 3 * DAY }),
      facts({ shipped: 5, waiting: 9 * DAY }),
    ];
    expect(poolFigure('unownedWait', observe(changes)).value).toBe(0.25);
  });

  it('approvalConcentration tells how few people approve, without names', () => {
    const of = (...people: string[]) => people.map(p => `user:default/${p}`);
    const figure = approvalConcentration([
      of('a'),
      of('a'),
      of('a', 'b'),
      of('c'),
      [],
    ]);
    expect(figure.value).toBe(0.6);
    expect(figure.details?.hhi).toBeCloseTo(0.36 + 0.04 + 0.04, 10);
    expect(figure.details?.effectiveApprovers).toBeCloseTo(1 / 0.44, 10);
    // Without a and b three of four changes have nobody; without any one at most two.
    expect(figure.details?.indispensable).toBe(2);
    expect(JSON.stringify(figure)).not.toContain('user:');
  });

  it.each([
    [[['a'], ['a'], ['a'], ['b']], 1],
    [[['a'], ['b']], 2],
    [
      [
        ['a', 'b'],
        ['a', 'b'],
        ['c', 'd'],
      ],
      2,
    ],
    [[['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']], 4],
  ])(
    'finds the smallest number of people more than half of the changes hang on: %j → %d',
    (approvers, expected) => {
      expect(approvalConcentration(approvers).details?.indispensable).toBe(
        expected,
      );
    },
  );

  it('have no value, and n = 0, where nothing was observed', () => {
    const figures = poolFigures(observe([]));
    const rates = [
      'deploymentFrequency',
      'throughput',
      'arrivals',
      'netFlow',
      'wip',
    ];
    for (const id of FIGURE_IDS) {
      expect(figures[id].n).toBe(0);
      expect(figures[id].value).toBe(rates.includes(id) ? 0 : undefined);
    }
  });
});

describe('where the time goes', () => {
  it('is told by stage, over the changes that met it', () => {
    const stages = poolStages(
      observe([
        facts({
          shipped: 1,
          stages: { review: { working: 0, waiting: 2 * DAY } },
        }),
        facts({
          shipped: 1,
          stages: {
            review: { working: 0, waiting: 4 * DAY },
            build: { working: DAY, waiting: 0 },
          },
        }),
        facts({ stages: { review: { working: 0, waiting: 40 * DAY } } }),
      ]),
    );
    expect(stages.find(s => s.stage === 'review')).toMatchObject({
      waiting: 6 * DAY,
      working: 0,
      n: 2,
      p50: 3 * DAY,
    });
    expect(stages.find(s => s.stage === 'build')).toMatchObject({
      working: DAY,
      n: 1,
    });
  });

  it('is split by kind of change, and the parts sum to the whole', () => {
    const changes = [
      facts({ shipped: 1, waiting: 3 * DAY, working: DAY, authorKind: 'bot' }),
      facts({ shipped: 1, waiting: 5 * DAY, working: 5 * DAY }),
    ];
    expect(splitQueueTime(observe(changes), 'authorKind')).toEqual([
      {
        key: 'human',
        n: 1,
        waiting: 5 * DAY,
        working: 5 * DAY,
        queueTimeRatio: 0.5,
      },
      {
        key: 'bot',
        n: 1,
        waiting: 3 * DAY,
        working: DAY,
        queueTimeRatio: 0.75,
      },
    ]);
  });
});

describe('the status of a figure', () => {
  const figure = (value: number | undefined, n = 10) => ({
    value,
    n,
    unit: 'ms' as const,
    definition: 1,
    excluded: [],
  });
  const lower = { target: 10, limit: 20, better: 'lower' as const, minimum: 5 };
  it.each([
    [figure(10), lower, 'good'],
    [figure(11), lower, 'watch'],
    [figure(20), lower, 'watch'],
    [figure(21), lower, 'bad'],
    [figure(5, 4), lower, 'tooFew'],
    [figure(undefined), lower, 'tooFew'],
    [
      figure(10),
      { target: 10, limit: 5, better: 'higher' as const, minimum: 5 },
      'good',
    ],
    [
      figure(7),
      { target: 10, limit: 5, better: 'higher' as const, minimum: 5 },
      'watch',
    ],
    [
      figure(4),
      { target: 10, limit: 5, better: 'higher' as const, minimum: 5 },
      'bad',
    ],
  ])('covers the number line', (f, target, status) => {
    expect(statusOf(f, target)).toBe(status);
  });
});
