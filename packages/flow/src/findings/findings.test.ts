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

import { DAY, facts, live, WINDOW } from '../../testing/observations';
import { ChangeFacts, ReleaseFacts } from '../facts/factTypes';
import { degradationWindow } from '../figures/degradation';
import { poolFigures, poolStages } from '../figures/poolFigures';
import { FigureId } from '../figures/Figure';
import { FigureStatus } from '../figures/status';
import { QueuedSegment } from '../gateways/Queue';
import { rankGateways } from '../gateways/ranking';
import { diagnose } from './diagnose';
import {
  DEFAULT_FINDING_THRESHOLDS,
  Diagnosis,
  FINDING_RULES,
  FindingRule,
} from './Finding';
import { sampleOf } from './sample';

interface Organisation {
  changes?: ChangeFacts[];
  releases?: ReleaseFacts[];
  /** Days waited behind a team, by change index. */
  waits?: [change: number, team: string, days: number][];
  statuses?: Partial<Record<FigureId, FigureStatus>>;
  unownedEntities?: number;
  days?: number;
}

function diagnosisOf(organisation: Organisation) {
  const { changes = [], releases = [], waits = [], days = 28 } = organisation;
  const window = { from: WINDOW.from, to: WINDOW.from + days * DAY };
  const observations = { changes, releases, window, asOf: window.to };
  const segments: QueuedSegment[] = waits.map(([i, team, length]) => ({
    change: changes[i].change,
    stage: 'review',
    start: window.from,
    end: window.from + length * DAY,
    open: false,
    holders: [{ party: team, team, share: 1 }],
  }));
  const queue = {
    changes: new Map(
      changes.map(c => [
        c.change,
        { ...c, entities: ['component:default/shop'], approvers: [] },
      ]),
    ),
    segments,
    window,
    asOf: window.to,
  };
  return {
    observations,
    lastYear: {
      ...observations,
      window: degradationWindow(window, window.to),
    },
    queue,
    figures: poolFigures(observations),
    stages: poolStages(observations),
    gateways: rankGateways(queue),
    statuses: organisation.statuses ?? {},
    entities: 4,
    unownedEntities: organisation.unownedEntities ?? 0,
    thresholds: DEFAULT_FINDING_THRESHOLDS,
  };
}

const found = (rule: FindingRule, organisation: Organisation) =>
  diagnose(diagnosisOf(organisation)).find(f => f.rule === rule);

const many = (n: number, of: (i: number) => ChangeFacts) =>
  Array.from({ length: n }, (_, i) => of(i));
const review = (waiting: number) => ({ review: { working: 0, waiting } });
const holding = (person: string) => ({
  stage: 'review' as const,
  mode: 'waiting' as const,
  since: WINDOW.from,
  holders: [{ party: `user:default/${person}`, share: 1 }],
});
const decided = { decided: true, decisionToProduction: DAY };

/** For each rule an organisation in which it must fire, and one in which it must not. */
const CASES: Record<
  FindingRule,
  { fires: Organisation; silent: Organisation }
> = {
  coordinationBottleneck: {
    fires: {
      changes: many(6, () =>
        facts({
          shipped: 5,
          waiting: 3 * DAY,
          working: DAY,
          stages: { review: { working: DAY, waiting: 3 * DAY } },
        }),
      ),
    },
    silent: {
      changes: many(6, () => facts({ shipped: 5, waiting: DAY, working: DAY })),
    },
  },
  dominantQueue: {
    fires: {
      changes: many(6, () =>
        facts({
          shipped: 5,
          waiting: 3 * DAY,
          stages: { ...review(2 * DAY), release: { working: 0, waiting: DAY } },
        }),
      ),
    },
    silent: {
      changes: many(6, () =>
        facts({
          shipped: 5,
          waiting: 3 * DAY,
          stages: {
            ...review(DAY),
            release: { working: 0, waiting: DAY },
            merge: { working: 0, waiting: DAY },
          },
        }),
      ),
    },
  },
  singleGateway: {
    fires: {
      changes: many(6, () => facts({ shipped: 5 })),
      waits: [0, 1, 2, 3, 4, 5].map(i => [i, 'group:default/platform', 2]),
    },
    silent: {
      changes: many(6, () => facts({ shipped: 5 })),
      waits: [0, 1, 2, 3, 4, 5].map(i => [i, `group:default/t${i % 3}`, 2]),
    },
  },
  scarceApproval: {
    fires: {
      changes: many(6, i =>
        facts({
          shipped: 5,
          approvers: [i < 5 ? 'user:default/ann' : 'user:default/ben'],
        }),
      ),
    },
    silent: {
      changes: many(6, i =>
        facts({ shipped: 5, approvers: [`user:default/p${i % 3}`] }),
      ),
    },
  },
  unclearOwnership: {
    fires: {
      changes: many(6, () =>
        facts({ shipped: 5, waiting: DAY, unownedWait: DAY / 2 }),
      ),
    },
    silent: {
      changes: many(6, () =>
        facts({ shipped: 5, waiting: DAY, unownedWait: DAY / 10 }),
      ),
    },
  },
  inconsistentReview: {
    fires: {
      changes: many(10, i => facts({ visits: [[1, i < 8 ? 1.1 : 9]] })),
    },
    silent: { changes: many(10, i => facts({ visits: [[1, 2 + i / 10]] })) },
  },
  batchedRelease: {
    fires: {
      releases: [live(10, { changes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })],
    },
    silent: {
      releases: many(8, () => facts({})).map((_, i) =>
        live(i + 1, { changes: ['a'] }),
      ),
    },
  },
  sharedQueue: {
    fires: {
      changes: [
        ...many(5, () => facts({ shipped: 5, waiting: 4 * DAY, size: 'xs' })),
        ...many(5, () => facts({ shipped: 5, waiting: 3 * DAY, size: 'xl' })),
      ],
    },
    silent: {
      changes: [
        ...many(5, () => facts({ shipped: 5, waiting: DAY, size: 'xs' })),
        ...many(5, () => facts({ shipped: 5, waiting: 3 * DAY, size: 'xl' })),
      ],
    },
  },
  tooMuchWip: {
    fires: {
      changes: [
        ...many(20, () => facts({})),
        ...many(8, () => facts({ shipped: 5 })),
      ],
    },
    silent: {
      changes: [
        ...many(1, () => facts({})),
        ...many(8, () => facts({ shipped: 5 })),
      ],
    },
  },
  growingBacklog: {
    fires: {
      changes: many(35, i =>
        facts({ start: i, ...(i % 7 === 0 && { shipped: i }) }),
      ),
      days: 35,
    },
    silent: {
      changes: many(35, i => facts({ start: i, shipped: i })),
      days: 35,
    },
  },
  quietDegradation: {
    fires: {
      changes: many(140, i => facts({ shipped: i, returns: i < 70 ? 0 : 1 })),
      days: 140,
    },
    silent: {
      changes: many(140, i => facts({ shipped: i, returns: i % 2 })),
      days: 140,
    },
  },
  fragileSpeed: {
    fires: { statuses: { leadTime: 'good', changeFailureRate: 'bad' } },
    silent: { statuses: { leadTime: 'good', changeFailureRate: 'good' } },
  },
  intentLoss: {
    fires: { statuses: { reworkRate: 'bad', clarificationLoops: 'bad' } },
    silent: { statuses: { reworkRate: 'bad', clarificationLoops: 'good' } },
  },
  onePersonAway: {
    fires: {
      changes: many(6, i =>
        facts({ current: holding(i < 3 ? 'ann' : `p${i}`) }),
      ),
    },
    silent: { changes: many(6, i => facts({ current: holding(`p${i}`) })) },
  },
  blindSpot: {
    fires: {
      changes: many(6, i => facts({ shipped: 5, ...(i === 0 && decided) })),
    },
    silent: { changes: many(6, () => facts({ shipped: 5, ...decided })) },
  },
};

describe.each(FINDING_RULES)('%s', rule => {
  it('fires in an organisation that has it, with numbers and something to try', () => {
    const finding = found(rule, CASES[rule].fires);
    expect(finding?.sentence).toMatch(/\d/);
    expect(finding?.figures.length).toBeGreaterThan(0);
    expect(finding?.move.length).toBeGreaterThan(20);
    expect(finding?.savingMs ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('does not fire in an organisation that has it not', () => {
    expect(found(rule, CASES[rule].silent)).toBeUndefined();
  });

  it('names no person', () => {
    expect(JSON.stringify(found(rule, CASES[rule].fires))).not.toContain(
      'user:',
    );
  });
});

describe('a review', () => {
  const visit = (days: number): [number, number][] => [[1, 1 + days]];
  const reviewed = (authorKind: 'human' | 'bot', rounds: number) => {
    const change = facts({
      shipped: 9,
      authorKind,
      visits: Array.from({ length: rounds }, (_, i) => [i, i + 0.5]),
    });
    const { mergedAt } = change.milestones;
    const firstReviewAt = rounds > 0 ? mergedAt : undefined;
    return { ...change, milestones: { ...change.milestones, firstReviewAt } };
  };

  it('is not inconsistent while nine in ten wait no longer than the target', () => {
    const changes = many(20, i =>
      facts({ visits: visit(i < 15 ? 0.01 : 0.9) }),
    );
    expect(found('inconsistentReview', { changes })).toBeUndefined();
  });

  it('is not inconsistent where large changes wait longer than small ones', () => {
    const bySize = (large: 's' | 'l') =>
      many(20, i =>
        i < 15
          ? facts({ size: 's', visits: visit(0.1) })
          : facts({ size: large, visits: visit(3) }),
      );
    expect(
      found('inconsistentReview', { changes: bySize('l') }),
    ).toBeUndefined();
    expect(
      found('inconsistentReview', { changes: bySize('s') })?.sentence,
    ).toBe(
      'One review in ten takes 30 times as long as is usual for a change of its size: half of all reviews take 2.4 hours or less, one in ten 3 days or more.',
    );
  });

  it('is missed only where people should have had one', () => {
    const changes = (authorKind: 'human' | 'bot') => [
      ...many(6, () => reviewed('human', 4)),
      ...many(6, () => reviewed(authorKind, 0)),
    ];
    expect(
      found('inconsistentReview', { changes: changes('bot') }),
    ).toBeUndefined();
    expect(
      found('inconsistentReview', { changes: changes('human') })?.sentence,
    ).toContain('6 of 12 merged changes had no review, and 6 had four rounds');
  });
});

describe('what is not worth a word', () => {
  it('is a gateway behind which hardly anything of all that waits is', () => {
    const changes = [
      ...many(6, () => facts({ shipped: 5 })),
      ...many(6, () => facts({ shipped: 5, owner: 'group:default/shop' })),
    ];
    const waits = (own: number): Organisation['waits'] =>
      changes.map((_, i) =>
        i < 6
          ? [i, 'group:default/platform', 0.1]
          : [i, 'group:default/shop', own],
      );
    expect(
      found('singleGateway', { changes, waits: waits(3) }),
    ).toBeUndefined();
    expect(found('singleGateway', { changes, waits: waits(1) })).toBeDefined();
  });

  it('tells no saving of a gateway whose speed is withheld', () => {
    const diagnosis = diagnosisOf(CASES.singleGateway.fires);
    const ofGateways = (gateways: Diagnosis['gateways']) =>
      diagnose({ ...diagnosis, gateways }).find(
        finding => finding.rule === 'singleGateway',
      );
    expect(ofGateways(diagnosis.gateways)).toMatchObject({
      severity: 'critical',
      savingMs: 6 * DAY,
    });
    const withheld = ofGateways(
      diagnosis.gateways.map(row => ({ ...row, waitP50: undefined })),
    );
    expect(withheld?.severity).toBe('warning');
    expect(withheld).not.toHaveProperty('savingMs');
  });

  it('is two changes that lie with one person', () => {
    const changes = many(6, i =>
      facts({ current: holding(i < 2 ? 'ann' : `p${i}`) }),
    );
    expect(found('onePersonAway', { changes })).toBeUndefined();
  });
});

describe('batched releases', () => {
  it('are found in a roll-up whose repositories each release seldom', () => {
    const changes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const releases = [3, 10, 17, 24].flatMap(day =>
      ['web', 'api'].map(name => live(day, { changes, repo: name })),
    );
    const seldom = releases.filter((_, i) => i % 4 < 2);
    expect(found('batchedRelease', { releases: seldom })?.sentence).toBe(
      'Half of the production deployments carry 7 changes or more, and in a repository there is one every 14 days.',
    );
    expect(found('batchedRelease', { releases })).toBeUndefined();
  });
});

describe('the diagnosis', () => {
  it('puts the worst first, and leaves out rules that are turned off', () => {
    const diagnosis = diagnosisOf(CASES.coordinationBottleneck.fires);
    const severities = diagnose(diagnosis).map(f => f.severity);
    const order = ['critical', 'warning', 'info'];
    expect(severities).toEqual(
      [...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    expect(
      diagnose(diagnosis, ['coordinationBottleneck']).map(f => f.rule),
    ).not.toContain('coordinationBottleneck');
  });

  it('finds nothing where there is nothing', () => {
    expect(diagnose(diagnosisOf({}))).toEqual([]);
  });

  it('says since when something got worse', () => {
    const finding = found('quietDegradation', CASES.quietDegradation.fires);
    const week = new Date(WINDOW.from + 70 * DAY).toISOString().slice(0, 10);
    expect(finding?.sentence).toBe(
      `Since the week of ${week}, the share of changes that come back is 100 % instead of 0 %.`,
    );
  });
});

describe('the sample of ten', () => {
  it('takes the newest of each work type in turn, with the longest wait of each', () => {
    const changes = [
      ...many(12, i => facts({ shipped: i, workType: 'uxIteration' })),
      facts({ shipped: 1, workType: 'operationalFix' }),
      facts({ shipped: 2, workType: 'corePlatform' }),
      facts({}),
    ];
    const { observations, queue } = diagnosisOf({
      changes,
      waits: [
        [11, 'group:default/platform', 2],
        [11, 'group:default/web', 1],
      ],
    });
    const sample = sampleOf(observations, queue);
    expect(sample).toHaveLength(10);
    expect(
      sample
        .slice(0, 3)
        .map(r => r.workType)
        .sort(),
    ).toEqual(['corePlatform', 'operationalFix', 'uxIteration']);
    expect(sample[0]).toMatchObject({
      change: changes[11].change,
      longestWait: {
        length: 2 * DAY,
        stage: 'review',
        on: ['group:default/platform'],
      },
    });
  });
});
