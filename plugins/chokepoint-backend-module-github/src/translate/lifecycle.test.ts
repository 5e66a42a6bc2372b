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
  drawPull,
  eventAt,
  eventsOfPull,
  happened,
} from '../../dev/testing/draw';
import { ItemOf, PullRequestNode, TimelineItem } from '../queries/nodes';

type Plain = Extract<
  TimelineItem['__typename'],
  | 'ClosedEvent'
  | 'ReopenedEvent'
  | 'MergedEvent'
  | 'ReadyForReviewEvent'
  | 'ConvertToDraftEvent'
  | 'AddedToMergeQueueEvent'
  | 'RemovedFromMergeQueueEvent'
>;

function step(kind: Plain, hours: number, login = 'bob'): ItemOf<Plain> {
  return { __typename: kind, ...happened(hours, login) };
}

/** The steps of a pull request, each as its type and the hour. */
function steps(pull: PullRequestNode): [string, string][] {
  return eventsOfPull(pull)
    .filter(event => !['change.opened', 'change.updated'].includes(event.type))
    .map((event): [string, string] => [event.type, event.at])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}

const SECOND = 1 / 3600;

describe('the end of a pull request', () => {
  it('is one merge, though GitHub closes it with it', () => {
    const pull = drawPull({
      mergedAt: at(9),
      mergeCommit: { oid: 'f00d' },
      items: [step('MergedEvent', 9, 'dora'), step('ClosedEvent', 9 + SECOND)],
    });
    expect(steps(pull)).toEqual([['change.merged', eventAt(9)]]);
    expect(eventsOfPull(pull)).toContainEqual(
      expect.objectContaining({
        type: 'change.merged',
        actor: { id: 'github.com/dora', kind: 'human' },
        data: { sha: 'f00d' },
      }),
    );
  });

  it('is every close and reopening of one that was reopened', () => {
    const pull = drawPull({
      mergedAt: at(9),
      items: [
        step('ClosedEvent', 2),
        step('ReopenedEvent', 3),
        step('ClosedEvent', 4),
        step('ReopenedEvent', 5),
        step('MergedEvent', 9),
        step('ClosedEvent', 9 - SECOND),
      ],
    });
    expect(steps(pull)).toEqual([
      ['change.closed', eventAt(2)],
      ['change.reopened', eventAt(3)],
      ['change.closed', eventAt(4)],
      ['change.reopened', eventAt(5)],
      ['change.merged', eventAt(9)],
    ]);
  });

  it('is no close that was taken back just before the merge', () => {
    const pull = drawPull({
      mergedAt: at(9),
      items: [
        step('ClosedEvent', 9 - 30 * SECOND),
        step('ReopenedEvent', 9 - 20 * SECOND),
        step('MergedEvent', 9),
        step('ClosedEvent', 9),
      ],
    });
    expect(steps(pull).map(([type]) => type)).toEqual([
      'change.closed',
      'change.reopened',
      'change.merged',
    ]);
  });

  it('without a merge is its close', () => {
    const pull = drawPull({ items: [step('ClosedEvent', 4)] });
    expect(steps(pull)).toEqual([['change.closed', eventAt(4)]]);
  });

  it('has the sha of its head where GitHub knows no merge commit', () => {
    const pull = drawPull({ mergedAt: at(9), headRefOid: 'beef' });
    expect(eventsOfPull(pull)).toContainEqual(
      expect.objectContaining({ data: { sha: 'beef' } }),
    );
  });
});

describe('a draft', () => {
  it('begins and ends as often as it was switched', () => {
    const pull = drawPull({
      items: [
        step('ConvertToDraftEvent', 1),
        step('ReadyForReviewEvent', 2),
        step('ConvertToDraftEvent', 3),
      ],
    });
    expect(steps(pull)).toEqual([
      ['change.drafted', eventAt(1)],
      ['change.ready', eventAt(2)],
      ['change.drafted', eventAt(3)],
    ]);
  });
});

describe('the merge queue', () => {
  it('is left when a pull request is thrown out of it', () => {
    const pull = drawPull({
      mergedAt: at(9),
      items: [
        step('AddedToMergeQueueEvent', 1),
        step('RemovedFromMergeQueueEvent', 2),
        step('AddedToMergeQueueEvent', 8),
        step('RemovedFromMergeQueueEvent', 9 - SECOND),
        step('MergedEvent', 9),
        step('ClosedEvent', 9),
      ],
    });
    expect(steps(pull)).toEqual([
      ['change.queued', eventAt(1)],
      ['change.dequeued', eventAt(2)],
      ['change.queued', eventAt(8)],
      ['change.merged', eventAt(9)],
    ]);
  });

  it('is left for good where no merge follows', () => {
    const pull = drawPull({
      items: [
        step('AddedToMergeQueueEvent', 1),
        step('RemovedFromMergeQueueEvent', 2),
      ],
    });
    expect(steps(pull)).toContainEqual(['change.dequeued', eventAt(2)]);
  });
});
