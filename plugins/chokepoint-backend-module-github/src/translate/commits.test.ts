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
  drawContext,
  drawPull,
  eventAt,
  eventsOfPull,
  forcePush,
  ofType,
} from '../../dev/testing/draw';
import { PullRequestNode } from '../queries/nodes';

function pushes(pull: PullRequestNode) {
  return ofType(eventsOfPull(pull), 'change.pushed').map(event => [
    event.data.sha,
    event.at,
  ]);
}

function firstCommit(pull: PullRequestNode) {
  return eventsOfPull(pull).flatMap(event =>
    event.type === 'change.updated' && event.data?.firstCommitAt
      ? [{ at: event.at, firstCommitAt: event.data.firstCommitAt }]
      : [],
  );
}

describe('pushes', () => {
  it('are no rows of a timeline: commits that were there at the opening are none', () => {
    const items = [commit('a', -30), commit('b', -1)].map(committed);
    expect(pushes(drawPull({ items }))).toEqual([]);
  });

  it('are at the committed date of the commits that came after the opening', () => {
    const items = [commit('a', -1), commit('b', 3, -20), commit('c', 5)].map(
      committed,
    );
    expect(pushes(drawPull({ items }))).toEqual([
      ['b', eventAt(3)],
      ['c', eventAt(5)],
    ]);
  });

  it('are never before the commit they stand on', () => {
    const items = [commit('a', -1), commit('b', 5), commit('c', 2)].map(
      committed,
    );
    expect(pushes(drawPull({ items }))).toEqual([
      ['b', eventAt(5)],
      ['c', eventAt(5)],
    ]);
  });

  it('by force are at the instant GitHub keeps, with all the commits they brought', () => {
    const items = [
      committed(commit('a2', 9)),
      committed(commit('b2', 9.5)),
      forcePush(10, commit('b2', 9.5)),
    ];
    expect(pushes(drawPull({ items }))).toEqual([['b2', eventAt(10)]]);
  });

  it('after one by force are never before it', () => {
    const items = [
      forcePush(10, commit('a2', 9)),
      committed(commit('a2', 9)),
      committed(commit('b', 4)),
      committed(commit('c', 12)),
    ];
    expect(pushes(drawPull({ items }))).toEqual([
      ['a2', eventAt(10)],
      ['b', eventAt(10)],
      ['c', eventAt(12)],
    ]);
  });

  it('that a force-push put away are known by the head it replaced', () => {
    const items = [
      forcePush(10, commit('new', 9), commit('old', 6)),
      committed(commit('new', 9)),
    ];
    expect(pushes(drawPull({ items }))).toEqual([
      ['old', eventAt(6)],
      ['new', eventAt(10)],
    ]);
  });

  it('are not the head of the opening, nor one that came by force', () => {
    const items = [
      forcePush(10, commit('second', 12), commit('first', -1)),
      forcePush(20, commit('third', 19), commit('second', 12)),
      committed(commit('third', 19)),
    ];
    expect(pushes(drawPull({ items }))).toEqual([
      ['second', eventAt(10)],
      ['third', eventAt(20)],
    ]);
  });

  it('keep their id when the commit moves from the branch to its past', () => {
    const before = drawPull({
      items: [committed(commit('a', -1)), committed(commit('b', 6))],
    });
    const after = drawPull({
      items: [
        forcePush(10, commit('c', 9), commit('b', 6)),
        committed(commit('c', 9)),
      ],
    });
    const [seenBefore] = ofType(eventsOfPull(before), 'change.pushed');
    const [seenAfter] = ofType(eventsOfPull(after), 'change.pushed');
    expect(seenAfter).toEqual(seenBefore);
  });

  it('by force of a commit that GitHub no longer has still count', () => {
    const pull = drawPull({ items: [forcePush(10, null)] });
    expect(pushes(pull)).toEqual([['0'.repeat(40), eventAt(10)]]);
  });

  it('are never after the merge, whatever the clock of the commit says', () => {
    const pull = drawPull({
      mergedAt: at(20),
      items: [committed(commit('a', -1)), committed(commit('b', 48))],
    });
    expect(pushes(pull)).toEqual([['b', eventAt(20)]]);
  });

  it('that would be in the future wait until they are not', () => {
    const items = [committed(commit('b', 48))];
    const now = Date.parse(at(47));
    const updatedAt = at(1);
    const pull = drawPull({ items, updatedAt });
    const events = eventsOfPull(pull, drawContext({ now }));
    expect(ofType(events, 'change.pushed')).toEqual([]);
  });

  it('are by who made the commit, unless that is GitHub for somebody else', () => {
    const by = (author: string, committer: string) =>
      committed({
        ...commit(`${author}-${committer}`, 1),
        author: { user: { login: author } },
        committer: { user: { login: committer } },
      });
    const pull = drawPull({
      items: [by('alice', 'bob'), by('carol', 'web-flow')],
    });
    const actors = ofType(eventsOfPull(pull), 'change.pushed').map(
      event => event.actor?.id,
    );
    expect(actors).toEqual(['github.com/bob', 'github.com/carol']);
  });
});

describe('the first commit', () => {
  it('is the earliest author date, told at the opening', () => {
    const items = [commit('a', -1, -700), commit('b', -2, -10)].map(committed);
    expect(firstCommit(drawPull({ items }))).toEqual([
      { at: eventAt(0), firstCommitAt: eventAt(-700) },
    ]);
  });

  it('is kept from the commits that force-pushes put away', () => {
    const items = [
      forcePush(3, commit('b', 2, 2), commit('a', -1, -90)),
      committed(commit('b', 2, 2)),
    ];
    expect(firstCommit(drawPull({ items }))).toEqual([
      { at: eventAt(0), firstCommitAt: eventAt(-90) },
    ]);
  });

  it('is never later than the opening', () => {
    const items = [committed(commit('a', 5))];
    expect(firstCommit(drawPull({ items }))).toEqual([
      { at: eventAt(0), firstCommitAt: eventAt(0) },
    ]);
  });

  it('is not taken from a clock that stands before 1990', () => {
    const epoch = '1970-01-01T00:00:01Z';
    const items = [
      committed({ ...commit('a', -1), authoredDate: epoch }),
      committed(commit('b', -1, -3)),
    ];
    expect(firstCommit(drawPull({ items }))).toEqual([
      { at: eventAt(0), firstCommitAt: eventAt(-3) },
    ]);
    const [only] = items;
    expect(firstCommit(drawPull({ items: [only] }))).toEqual([]);
  });

  it('that is seen to be earlier later on is a fact of its own, and holds', () => {
    const late = drawPull({ items: [committed(commit('a', -1, -2))] });
    const early = drawPull({ items: [committed(commit('a', -1, -9))] });
    const ids = [late, early].map(
      pull =>
        eventsOfPull(pull).find(event => event.id.includes('firstCommit'))?.id,
    );
    expect(ids[0]).not.toBe(ids[1]);
    expect([...ids].sort()).toEqual(ids);
  });
});
