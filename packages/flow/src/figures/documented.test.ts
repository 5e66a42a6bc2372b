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

import { Chapter, hours, rounded, told } from '../../testing/documentation';
import { DAY, facts, observe } from '../../testing/observations';
import { HOUR } from '../../testing/story';
import {
  changeOfTheWeek,
  ChangeOfTheWeek,
  factsOf,
  reviewedTwice,
  theWeek,
} from '../../testing/week';
import { medianInterval } from '../statistics/bootstrap';
import { STAGES } from '../timeline/Segment';
import { approvalConcentration } from './concentration';
import { degradationOf } from './degradation';
import { Figure, FIGURE_IDS } from './Figure';
import { openCounted } from './openCounted';
import { poolFigure, poolFigures, splitQueueTime } from './poolFigures';
import { statusOf, Target } from './status';
import { trendOf } from './trend';

// The worked examples of docs/kpis.md, computed.

const SHIPPED: ChangeOfTheWeek[] = [
  'Add a cart',
  'Fix a typo',
  'Speed up search',
];
const DAYS_OF_WEEK = 7 * DAY;

const oneChange = () => factsOf(reviewedTwice(), 'Add a cart');
const leadTimes = (lengths: number[]) =>
  observe(lengths.map(h => facts({ shipped: 1, leadTime: h * HOUR })));

describe('one change, worked through', () => {
  const chapter = new Chapter('One change, worked through');

  it('has the ledger that is shown', () => {
    expect(reviewedTwice().ledger(9)).toEqual([
      '0–2 review waiting bob 0.5, carol 0.5',
      '2–3 rework working alice (changesRequested)',
      '3–7 review waiting bob 0.5, carol 0.5',
      '7–8 merge waiting alice',
    ]);
  });

  it.each([
    ['Queue time', () => told(7 / 8, 'ratio')],
    ['Hand-offs', () => String(oneChange().handoffs)],
    ['Returns', () => String(oneChange().returns)],
    ['Review rounds', () => String(oneChange().reviewVisits.length)],
    ['Time to first review', () => hours(oneChange().timeToFirstReview)],
    ['Time to approval', () => hours(oneChange().timeToApproval)],
    ['Charged to Bob, and to Carol', () => hours(6 * HOUR * 0.5)],
    [
      'Review latency',
      () =>
        hours(
          poolFigure('reviewLatency', {
            ...theWeek(),
            changes: [oneChange()],
          }).p50,
        ),
    ],
  ])('%s', (figure, value) => {
    expect(chapter.result(figure)).toBe(value());
  });

  it('waited 7 of its 8 hours, and is pooled with another, not averaged', () => {
    const { waiting, working } = oneChange();
    expect([waiting, working]).toEqual([7 * HOUR, HOUR]);
    const other = facts({ shipped: 1, waiting: HOUR, working: 3 * HOUR });
    const pooled = observe([facts({ shipped: 1, waiting, working }), other]);
    const ratio = poolFigure('queueTimeRatio', pooled).value;
    expect(chapter.text).toContain(
      `(7 + 1) / (8 + 4) = ${told(
        ratio,
        'ratio',
      )}; the average of the two ratios (${told(
        (7 / 8 + 1 / 4) / 2,
        'ratio',
      )})`,
    );
  });
});

describe('the example week', () => {
  const lengths = new Chapter('A week, worked through');
  const changes = SHIPPED.map(changeOfTheWeek);

  it.each(STAGES.filter(stage => stage !== 'verification'))(
    'has the lengths of %s that are shown',
    stage => {
      const shown = changes.map(({ stages }) => stages[stage]);
      const isWaiting = shown.some(time => (time?.waiting ?? 0) > 0);
      expect(lengths.row(stage)).toEqual([
        isWaiting ? 'waiting' : 'working',
        ...shown
          .map(time => time && hours(time.waiting + time.working))
          .map(length => length ?? ''),
      ]);
    },
  );

  it('has the sums that are shown', () => {
    expect(lengths.row('together')).toEqual([
      '',
      ...changes.map(c => hours(c.waiting + c.working)),
    ]);
    expect(lengths.row('of it waiting')).toEqual([
      '',
      ...changes.map(c => hours(c.waiting)),
    ]);
    expect(lengths.row('hand-offs')).toEqual([
      '',
      ...changes.map(c => String(c.handoffs)),
    ]);
    expect(lengths.row('hand-offs between teams')).toEqual([
      '',
      ...changes.map(c => String(c.teamHandoffs)),
    ]);
  });

  it.each(FIGURE_IDS)('gives the %s that is told', id => {
    const figure = poolFigure(id, theWeek());
    const isFactor = id === 'predictability';
    const chapter = new Chapter(
      FIGURE_IDS.indexOf(id) < 6 ? 'The six in front' : 'Companions',
    );
    expect(chapter.result(id)).toBe(
      isFactor ? rounded(figure.value) : told(figure.value, figure.unit),
    );
  });

  it('has nothing in its tables that is no figure', () => {
    const figures: string[] = ['The six in front', 'Companions']
      .flatMap(title => new Chapter(title).subjects)
      .filter(subject => /^[a-z]+[A-Za-z]*$/.test(subject));
    expect(figures.filter(subject => subject !== 'figure')).toEqual(FIGURE_IDS);
  });

  it('excludes a change without a decision, and says so', () => {
    expect(poolFigures(theWeek()).decisionToProduction).toMatchObject({
      n: 2,
      excluded: [{ reason: 'noDecision', n: 1 }],
      coverage: 2 / 3,
    });
  });

  it('has the quantiles that are told of its reviews', () => {
    const { p50, p75, p90 } = poolFigure('reviewLatency', theWeek());
    expect(hours(p50)).toBe('3 h');
    expect(new Chapter('The six in front').text).toContain(
      `The p75 of these reviews is ${hours(p75)}, their p90 is ${hours(p90)}.`,
    );
  });

  it('splits by size into the ratios that are shown', () => {
    const chapter = new Chapter('Work types and sizes');
    for (const split of splitQueueTime(theWeek(), 'size')) {
      expect(chapter.row(split.key).slice(1)).toEqual([
        `${hours(split.waiting)} of ${hours(split.waiting + split.working)}`,
        told(split.queueTimeRatio, 'ratio'),
      ]);
    }
  });
});

describe('approval concentration', () => {
  it('of five, three and two of ten approvals is as told', () => {
    const given = (person: string, n: number) =>
      Array.from({ length: n }, () => [person]);
    const { details } = approvalConcentration([
      ...given('bob', 5),
      ...given('carol', 3),
      ...given('dave', 2),
    ]);
    const chapter = new Chapter('Approvals');
    expect(chapter.result('topShare')).toBe(told(details?.topShare, 'ratio'));
    expect(chapter.result('hhi')).toBe(details?.hhi.toFixed(2));
    expect(chapter.result('effectiveApprovers')).toBe(
      rounded(details?.effectiveApprovers),
    );
    expect(chapter.result('people')).toBe(String(details?.people));
    expect(chapter.result('indispensable')).toBe(
      String(details?.indispensable),
    );
  });
});

describe('open changes counted', () => {
  const chapter = new Chapter('Open changes counted');
  const shipped = [1, 2, 3, 4].map(days =>
    facts({ shipped: days, leadTime: days * DAY }),
  );
  const since = (start: number) => facts({ start });
  const closed = facts({ closed: 0.5 });
  const inDays = (length: number | undefined) =>
    length === undefined ? 'not reached' : `${rounded(length / DAY)} days`;

  it.each([
    ['both open for 5 days', [since(23), since(23)]],
    ['one open for 5 days, one for half a day', [since(23), since(27.5)]],
    ['one open for 5 days, one closed after half a day', [since(23), closed]],
  ])('gives what is told with %s', (name, others) => {
    const { p50, p75 } = openCounted(
      'leadTime',
      observe([...shipped, ...others]),
    );
    expect(chapter.row(name)).toEqual([inDays(p50), inDays(p75)]);
  });

  it('is not the plain median', () => {
    const figure = poolFigure('leadTime', observe([...shipped, since(23)]));
    expect(chapter.row('plain, of the four alone')).toEqual([
      inDays(figure.p50),
      inDays(figure.p75),
    ]);
  });
});

describe('trends', () => {
  const chapter = new Chapter('Trends');
  const before = [20, 22, 26, 28, 30, 32, 34, 38, 40];
  const some = [15, 16, 18, 19, 20, 21, 22, 24, 25];
  const fewer = [12, 14, 15, 16, 17, 18, 20];

  function shown(lengths: number[]): string[] {
    const values = lengths.map(length => length * HOUR);
    const interval = medianInterval(values);
    return [
      lengths.join(', '),
      hours(poolFigure('leadTime', leadTimes(lengths)).p50),
      `${hours(interval?.low)} to ${hours(interval?.high)}`,
    ];
  }

  it('has the interval of the window before that is told', () => {
    expect(chapter.row('the window before')).toEqual([...shown(before), '']);
  });

  it.each([
    ['this one', some],
    ['or this one', fewer],
  ])('has the direction of %s that is told', (name, lengths) => {
    const trend = trendOf('leadTime', leadTimes(lengths), leadTimes(before));
    expect(chapter.row(name)).toEqual([
      ...shown(lengths),
      String(trend?.direction),
    ]);
  });
});

describe('a change point', () => {
  // Monday, 0:00: one wait for a review in each of twelve weeks.
  const from = Date.UTC(2026, 0, 5);
  const window = { from, to: from + 12 * DAYS_OF_WEEK };
  const waits = [7, 8, 9, 8, 7, 9, 19, 20, 21, 20, 22, 18];
  const degradation = (lengths: number[]) =>
    degradationOf('reviewLatency', {
      changes: lengths.map((length, week) => ({
        ...facts({}),
        start: window.from + week * DAYS_OF_WEEK,
        reviewVisits: [
          {
            start: window.from + week * DAYS_OF_WEEK + DAY,
            end: window.from + week * DAYS_OF_WEEK + DAY + length * HOUR,
          },
        ],
      })),
      deployments: [],
      window,
      asOf: window.to,
    });

  it('is where it is told to be', () => {
    const chapter = new Chapter('Change points');
    const found = degradation(waits);
    expect(chapter.row('waits of the weeks, in hours')).toEqual([
      waits.slice(0, 6).join(', '),
      waits.slice(6).join(', '),
    ]);
    expect(chapter.row('median')).toEqual([
      hours(found?.before.median),
      hours(found?.after.median),
    ]);
    expect(chapter.row('n')).toEqual([
      String(found?.before.n),
      String(found?.after.n),
    ]);
    expect(found?.since).toBe(from + 6 * DAYS_OF_WEEK);
    expect(found?.p.toFixed(3)).toBe('0.031');
  });

  it('needs twelve weeks', () => {
    expect(degradation(waits.slice(1))).toBeUndefined();
  });
});

describe('status', () => {
  const latency: Target = {
    target: 8 * HOUR,
    limit: 24 * HOUR,
    better: 'lower',
    minimum: 5,
  };
  const frequency: Target = {
    ...latency,
    target: 5,
    limit: 1,
    better: 'higher',
  };
  const figure = (value: number, n: number): Figure => ({
    value,
    n,
    unit: 'count',
    definition: 1,
    excluded: [],
  });

  it.each([
    ['a review latency of 8 h', latency, 8 * HOUR, 20],
    ['a review latency of 10 h', latency, 10 * HOUR, 20],
    ['a review latency of 30 h', latency, 30 * HOUR, 20],
    ['a review latency of 30 h, of 4 visits', latency, 30 * HOUR, 4],
    ['6 deployments a week', frequency, 6, 20],
    ['half a deployment a week', frequency, 0.5, 20],
  ])('of %s is as told', (name, target, value, n) => {
    expect(new Chapter('Status').result(name)).toBe(
      statusOf(figure(value, n), target),
    );
  });
});
