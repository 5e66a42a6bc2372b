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
import { CheckContext, PullRequestNode } from '../queries/nodes';

function run(
  start: number,
  end?: number,
  conclusion = 'SUCCESS',
): CheckContext {
  return {
    __typename: 'CheckRun',
    status: end === undefined ? 'IN_PROGRESS' : 'COMPLETED',
    conclusion: end === undefined ? null : conclusion,
    startedAt: at(start),
    completedAt: end === undefined ? null : at(end),
  };
}

function status(state: string, hours: number): CheckContext {
  return { __typename: 'StatusContext', state, createdAt: at(hours) };
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

describe('checks', () => {
  it('of one commit that run at once are one stretch', () => {
    const pull = drawPull({
      checks: { a: [run(3, 5), run(1, 2), run(1.5, 4), run(7, 8)] },
    });
    expect(checks(pull)).toEqual([
      [eventAt(1), 'started'],
      [eventAt(5), 'success'],
      [eventAt(7), 'started'],
      [eventAt(8), 'success'],
    ]);
  });

  it('that still run have not finished', () => {
    const pull = drawPull({ checks: { a: [run(1, 2), run(1.5)] } });
    expect(checks(pull)).toEqual([[eventAt(1), 'started']]);
  });

  it('fail when one of them does, and not when one is skipped', () => {
    const failed = drawPull({
      checks: { a: [run(1, 3), run(2, 4, 'TIMED_OUT')] },
    });
    const skipped = drawPull({
      checks: { a: [run(1, 3), run(9, 9, 'SKIPPED'), run(2, 4, 'NEUTRAL')] },
    });
    expect(checks(failed)).toContainEqual([eventAt(4), 'failure']);
    expect(checks(skipped)).toEqual([
      [eventAt(1), 'started'],
      [eventAt(4), 'success'],
    ]);
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
      eventsOfPull(drawPull({ checks: { a: [check] } })).find(
        event => event.type === 'change.checksStarted',
      ),
    );
    expect(running).toBeDefined();
    expect(running).toEqual(ended);
  });
});
