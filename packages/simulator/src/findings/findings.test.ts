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

import { Finding, FINDING_RULES, FindingRule } from 'chokepoint-flow';
import { DAY, HOUR, WEEK } from '../calendar/time';
import { findingsIn, Targets } from '../testing/diagnosisOf';
import { listen, Recording, Session } from '../testing/listen';

/** Work is picked up at once, reviewed the same day and released when merged. */
const HEALTHY: Session = {
  seed: 1,
  weeks: 18,
  changesPerWeek: 40,
  gateway: false,
  release: 'continuous',
  customs: {
    habit: 'prompt',
    lying: HOUR,
    hindered: 0,
    planning: 1,
    unclear: 0.1,
    asking: 1,
    first: 'small',
  },
};

/** The healthy company with some other habits. */
function withHabits(
  customs: Session['customs'],
  others: Partial<Session> = {},
): Session {
  return {
    ...HEALTHY,
    ...others,
    customs: { ...HEALTHY.customs, ...customs },
  };
}

const TARGETS: Targets = {
  leadTime: { target: DAY, limit: 7 * DAY, better: 'lower', minimum: 5 },
  changeFailureRate: { target: 0.05, limit: 0.15, better: 'lower', minimum: 5 },
  reworkRate: { target: 0.2, limit: 0.35, better: 'lower', minimum: 5 },
  clarificationLoops: { target: 0.5, limit: 1, better: 'lower', minimum: 5 },
};

/** A habit that a rule must find, and the same company without it. */
interface Case {
  habit: string;
  bad: Session;
  /** Where it is not the healthy company. */
  good?: Session;
  /** The team that is looked at; the whole company where none is named. */
  team?: string;
  /** What the sentence says. */
  says: RegExp;
}

/** As usual, with reviewers who take their time. */
const THOROUGH: Session = {
  seed: 1,
  weeks: 18,
  changesPerWeek: 110,
  customs: { care: 1.5 },
};

/** Much has begun at a time, by everybody. */
const BUSY = withHabits({ begun: 40, first: undefined });

const CASES: Record<FindingRule, Case> = {
  coordinationBottleneck: {
    habit: 'lets work lie, and looks at requests in the morning only',
    bad: withHabits({ lying: 2 * DAY, habit: 'mornings' }),
    says: /^Changes spend \d+ % of their time waiting/,
  },
  dominantQueue: {
    habit: 'releases once a week',
    bad: { ...HEALTHY, release: 'weekly' },
    says: /of all waiting is for release: fix this first\.$/,
  },
  singleGateway: {
    habit: 'lets one team approve the changes of the others',
    bad: { ...THOROUGH, gateway: true },
    good: { ...THOROUGH, gateway: false },
    says: /^foundations holds \d+ % of the waiting of others: \d+ teams queue/,
  },
  scarceApproval: {
    habit: 'has every change reviewed by its lead',
    bad: withHabits({ reviewers: 'lead' }),
    team: 'basket',
    says: /^One person gives \d+ % of the approvals/,
  },
  unclearOwnership: {
    habit: 'asks nobody for a review at first',
    bad: withHabits({ asking: 0 }),
    says: /of the waiting is on nobody: no reviewer was asked\.$/,
  },
  inconsistentReview: {
    habit: 'leaves it to everybody when to look at a request',
    bad: withHabits({ habit: undefined, first: undefined }),
    good: withHabits({ first: undefined }),
    says: /^One review in ten takes [\d.]+ times as long as is usual/,
  },
  batchedRelease: {
    habit: 'releases every second week',
    bad: withHabits(
      { first: undefined },
      { release: 'fortnightly', changesPerWeek: 200 },
    ),
    good: withHabits({ first: undefined }, { changesPerWeek: 200 }),
    says: /^Half of the production deployments carry \d+ changes or more/,
  },
  sharedQueue: {
    habit: 'lets large changes go first',
    bad: withHabits({ first: 'large' }),
    says: /^Small and operational changes wait/,
  },
  tooMuchWip: {
    habit: 'begins much at a time',
    bad: withHabits({ begun: 30 }),
    says: /^\d+ changes are in flight; at [\d.]+ a week they take/,
  },
  growingBacklog: {
    habit: 'lets only leads review from now on, more than they can',
    bad: {
      ...HEALTHY,
      weeks: 11,
      laterCustoms: { reviewers: 'lead', care: 60, skimming: false },
    },
    good: { ...HEALTHY, weeks: 11 },
    says: /^In each of the last 4 weeks more changes began than ended/,
  },
  quietDegradation: {
    habit: 'gets slower at reviewing half-way',
    bad: withHabits(
      { first: undefined },
      { laterCustoms: { habit: 'mornings' } },
    ),
    good: withHabits({ first: undefined }),
    says: /^Since the week of 2026-06-0\d, .+ is .+ instead of/,
  },
  fragileSpeed: {
    habit: 'breaks production with every third deployment',
    bad: withHabits({ breaking: 1 / 3 }),
    says: /of the releases fail: the speed is borrowed\.$/,
  },
  intentLoss: {
    habit: 'leaves unclear what is wanted',
    bad: withHabits({ unclear: 1, questions: 2, discontent: 6 }),
    says: /of the changes come back, and each takes [\d.]+ questions/,
  },
  onePersonAway: {
    habit: 'has only leads to review, who are away',
    bad: {
      ...BUSY,
      seed: 3,
      laterCustoms: { reviewers: 'lead', leadsAway: true },
    },
    // With some seeds one person has four of fourteen by chance, which is found.
    good: { ...BUSY, seed: 3 },
    team: 'basket',
    says: /^If one particular person is away tomorrow, \d+ of \d+ changes/,
  },
  blindSpot: {
    habit: 'writes no decisions down',
    bad: withHabits({ planning: 0 }),
    says: /^Most changes have no known decision/,
  },
};

/** Rules that estimate what would be saved. */
const SAVING: readonly FindingRule[] = [
  'coordinationBottleneck',
  'dominantQueue',
  'singleGateway',
  'batchedRelease',
];

const recordings = new Map<Session, Recording>();

/** What the diagnosis finds after the first two weeks, from the events alone. */
function found(
  session: Session,
  ofScope: (owner: string | undefined, system: string) => boolean,
): Map<FindingRule, Finding> {
  const recording = recordings.get(session) ?? listen(session);
  recordings.set(session, recording);
  const { company, from, to } = recording;
  return findingsIn(
    recording,
    {
      services: company.services.filter(({ owner, system }) =>
        ofScope(owner, system),
      ),
      window: { from: from + 2 * WEEK, to },
    },
    TARGETS,
  );
}

/** What is found in what a team owns, or in all that is owned. */
function foundIn(session: Session, team: string | undefined) {
  return found(session, owner =>
    team === undefined ? owner !== undefined : owner === team,
  );
}

describe.each(FINDING_RULES)('%s', rule => {
  const { habit, bad, good = HEALTHY, team, says } = CASES[rule];
  const whole = team === undefined ? 'company' : 'team';

  it(`finds a ${whole} that ${habit}`, () => {
    const finding = foundIn(bad, team).get(rule);

    expect(finding?.sentence).toMatch(says);
    expect(finding?.move).toMatch(/^[A-Z].{30,}\.$/);
    expect(finding?.figures.some(({ n = 0 }) => n > 0)).toBe(true);
    for (const { label, value, n } of finding?.figures ?? []) {
      expect(label).not.toBe('');
      expect(Number.isFinite(value)).toBe(true);
      expect(n).not.toBe(0);
    }
    expect((finding?.savingMs ?? 0) > 0).toBe(SAVING.includes(rule));
    expect(JSON.stringify(finding)).not.toContain('user:');
  });

  it(`does not find the same ${whole} without that habit`, () => {
    expect(foundIn(good, team).get(rule)?.sentence).toBeUndefined();
  });
});

describe('the diagnosis', () => {
  it.each([1, 2, 3])(
    'finds nothing in a healthy company but the largest of its queues: seed %i',
    seed => {
      const findings = foundIn({ ...HEALTHY, seed }, undefined);

      expect(
        [...findings.values()]
          .filter(({ rule }) => rule !== 'dominantQueue')
          .map(({ sentence }) => sentence),
      ).toEqual([]);
    },
  );

  it('finds a service that nobody owns, in the system it is part of', () => {
    const inSystem = (_: string | undefined, system: string) =>
      system === 'warehousing';
    const finding = found(HEALTHY, inSystem).get('unclearOwnership');

    expect(finding?.sentence).toContain('1 of 4 entities has no owner');
  });
});
