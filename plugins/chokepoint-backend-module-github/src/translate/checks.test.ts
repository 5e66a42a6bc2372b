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
  at,
  commit,
  committed,
  drawPull,
  eventAt,
  eventsOfPull,
} from '../../dev/testing/draw';
import { BaseRef, CheckContext, PullRequestNode } from '../queries/nodes';

let runs = 0;

function run(
  start: number,
  end?: number,
  conclusion = 'SUCCESS',
  name = 'build',
): CheckContext {
  runs += 1;
  return {
    __typename: 'CheckRun',
    id: `CR_${runs}`,
    name,
    status: end === undefined ? 'IN_PROGRESS' : 'COMPLETED',
    conclusion: end === undefined ? null : conclusion,
    startedAt: at(start),
    completedAt: end === undefined ? null : at(end),
  };
}

function status(state: string, hours: number): CheckContext {
  return {
    __typename: 'StatusContext',
    id: 'SC_1',
    context: 'ci/build',
    state,
    createdAt: at(hours),
  };
}

/** What ran, as [hour, 'started' | outcome]. */
function checks(pull: PullRequestNode) {
  return eventsOfPull(pull)
    .flatMap(event => {
      switch (event.type) {
        case 'change.checksStarted':
          return [[event.at, 'started']];
        case 'change.checksFinished':
          return [[event.at, event.data?.outcome]];
        default:
          return [];
      }
    })
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
}

function requiredness(pull: PullRequestNode) {
  return eventsOfPull(pull).flatMap(event =>
    event.type === 'change.checksFinished'
      ? [[event.data?.check, event.data?.required]]
      : [],
  );
}

describe('checks', () => {
  it('are reported each by its name', () => {
    const pull = drawPull({
      checks: { a: [run(3, 5, 'SUCCESS', 'test'), run(1, 2)] },
    });
    expect(
      eventsOfPull(pull).flatMap(event =>
        event.type === 'change.checksFinished'
          ? [[event.at, event.data?.check, event.data?.outcome]]
          : [],
      ),
    ).toEqual([
      [eventAt(5), 'test', 'success'],
      [eventAt(2), 'build', 'success'],
    ]);
  });

  it('that still run have not finished', () => {
    const pull = drawPull({ checks: { a: [run(1.5)] } });
    expect(checks(pull)).toEqual([[eventAt(1.5), 'started']]);
  });

  it.each([
    ['SUCCESS', 'success'],
    ['NEUTRAL', 'success'],
    ['FAILURE', 'failure'],
    ['TIMED_OUT', 'failure'],
    ['CANCELLED', 'cancelled'],
    ['STALE', 'cancelled'],
  ])('that end with %s are a %s', (conclusion, outcome) => {
    const pull = drawPull({ checks: { a: [run(1, 4, conclusion)] } });
    expect(checks(pull)).toContainEqual([eventAt(4), outcome]);
  });

  it('that were skipped did not run', () => {
    const pull = drawPull({ checks: { a: [run(9, 9, 'SKIPPED')] } });
    expect(checks(pull)).toEqual([]);
  });

  it('that failed before the opening stand failed at it, and what passed says nothing', () => {
    const pull = drawPull({
      checks: { a: [run(-3, -2, 'FAILURE'), run(-3, -1)] },
    });
    expect(checks(pull)).toEqual([
      [eventAt(0), 'started'],
      [eventAt(0), 'failure'],
    ]);
  });

  it.each<[string, Partial<BaseRef>]>([
    [
      'its protection',
      {
        branchProtectionRule: {
          requiredApprovingReviewCount: null,
          requiredStatusCheckContexts: ['build'],
        },
      },
    ],
    [
      'what everybody may see of it',
      {
        refUpdateRule: {
          requiredApprovingReviewCount: null,
          requiredStatusCheckContexts: ['build'],
        },
      },
    ],
    [
      'a ruleset',
      {
        rules: {
          nodes: [
            {
              repositoryRuleset: { enforcement: 'ACTIVE' },
              parameters: {
                __typename: 'RequiredStatusChecksParameters',
                requiredStatusChecks: [{ context: 'build' }],
              },
            },
          ],
        },
      },
    ],
  ])('are required where the branch asks for them, by %s', (_, rules) => {
    const baseRef = { branchProtectionRule: null, refUpdateRule: null };
    const pull = drawPull({
      baseRef: { ...baseRef, ...rules },
      checks: { a: [run(1, 2), run(1, 2, 'FAILURE', 'advice')] },
    });
    expect(requiredness(pull)).toEqual([
      ['build', true],
      ['advice', false],
    ]);
  });

  it('say nothing of whether they are required where that is not known', () => {
    const pull = drawPull({ checks: { a: [run(1, 2)] } });
    expect(requiredness(pull)).toEqual([['build', undefined]]);
  });

  it('that began before the opening begin with it', () => {
    const pull = drawPull({ checks: { a: [run(-3, -2), run(-1, 1)] } });
    expect(checks(pull)).toEqual([
      [eventAt(0), 'started'],
      [eventAt(1), 'success'],
    ]);
  });

  it('that outlast the next push have been put away by it', () => {
    const pull = drawPull({
      items: [committed(commit('a', -1)), committed(commit('b', 2))],
      checks: { a: [run(1, 3)], b: [run(2.5, 4)] },
    });
    expect(checks(pull)).toEqual([
      [eventAt(1), 'started'],
      [eventAt(2.5), 'started'],
      [eventAt(4), 'success'],
    ]);
  });

  it('that begin after the next push are none of this commit’s turn', () => {
    const pull = drawPull({
      items: [committed(commit('a', -1)), committed(commit('b', 2))],
      checks: { a: [run(3, 4)] },
    });
    expect(checks(pull)).toEqual([]);
  });

  it('that are commit statuses ran from the push to their last report', () => {
    const items = [committed(commit('a', -1)), committed(commit('b', 2))];
    const told = ['EXPECTED', 'PENDING', 'ERROR', 'SUCCESS'].map(state =>
      checks(drawPull({ items, checks: { b: [status(state, 6)] } })),
    );
    const started = [eventAt(2), 'started'];
    expect(told).toEqual([
      [],
      [started],
      [started, [eventAt(6), 'failure']],
      [started, [eventAt(6), 'success']],
    ]);
  });

  it('have the same start whether they run or have ended', () => {
    const [running, ended] = [run(1), run(1, 4)].map(check =>
      eventsOfPull(drawPull({ checks: { a: [{ ...check, id: 'CR' }] } })).find(
        event => event.type === 'change.checksStarted',
      ),
    );
    expect(running).toBeDefined();
    expect(running).toEqual(ended);
  });
});
