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
import { facts, observe } from '../../testing/observations';
import { HOUR } from '../../testing/story';
import {
  changeOfTheWeek,
  ChangeOfTheWeek,
  factsOf,
  reviewedTwice,
  theWeek,
} from '../../testing/week';
import { chargeWait } from '../facts/waits';
import { STAGES } from '../timeline/Segment';
import { approvalConcentration } from './concentration';
import { FIGURE_IDS } from './Figure';
import {
  poolFigure,
  poolFigures,
  poolStages,
  splitQueueTime,
} from './poolFigures';

// The worked examples of docs/kpis.md, computed.

const SHIPPED: ChangeOfTheWeek[] = [
  'Add a cart',
  'Fix a typo',
  'Speed up search',
];

/** What one of the two reviewers is charged for the change, all in all. */
function chargedTo(person: string): number {
  const { segments = [] } = reviewedTwice().timeline(9) ?? {};
  return segments
    .filter(({ mode }) => mode === 'waiting')
    .flatMap(segment => chargeWait(segment, segment.end - segment.start))
    .filter(({ party }) => party === `user:default/${person}`)
    .reduce((total, { length }) => total + length, 0);
}

const oneChange = () => factsOf(reviewedTwice(), 'Add a cart');

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
    [
      'Queue time',
      () => {
        const changes = [oneChange()];
        const { value } = poolFigure('queueTimeRatio', {
          ...theWeek(),
          changes,
        });
        return told(value, 'ratio');
      },
    ],
    ['Hand-offs', () => String(oneChange().handoffs)],
    ['Returns', () => String(oneChange().returns)],
    ['Review rounds', () => String(oneChange().reviewVisits.length)],
    ['Time to first review', () => hours(oneChange().timeToFirstReview)],
    ['Time to approval', () => hours(oneChange().timeToApproval)],
    ['Charged to Bob, and to Carol', () => hours(chargedTo('bob'))],
    ['Charged to Bob, and to Carol', () => hours(chargedTo('carol'))],
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

  it('has the waiting for review that is told', () => {
    const stages = poolStages(theWeek());
    const all = stages.reduce((sum, { waiting }) => sum + waiting, 0);
    const review = stages.find(({ stage }) => stage === 'review');
    expect(new Chapter('Companions').text).toContain(
      `review has ${hours(review?.waiting)} of the ${hours(all)} of waiting.`,
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
