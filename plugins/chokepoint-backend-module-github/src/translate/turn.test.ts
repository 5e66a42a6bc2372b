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
  happened,
  ofType,
  who,
} from '../../dev/testing/draw';
import { commandsIn } from './commands';

describe('whose turn GitHub shows it to be', () => {
  it('an "update branch" is told from work by what it merges', () => {
    const own = commit('own', 1);
    const update = { ...commit('upd', 3), parents: ['own', 'main7'] };
    const stacked = { ...commit('mix', 4), parents: ['upd', 'own'] };
    const pull = drawPull({ items: [own, update, stacked].map(committed) });
    expect(
      ofType(eventsOfPull(pull), 'change.pushed').map(({ data }) => data.kind),
    ).toEqual([undefined, 'baseMerge', undefined]);
  });

  it('a commit that an app signs is pushed by that app, and not by the author', () => {
    const fix = {
      ...commit('fix', 2),
      author: { name: 'pre-commit-ci[bot]', user: null },
    };
    const events = eventsOfPull(
      drawPull({ items: [committed(fix)] }),
      drawContext({ readBefore: true }),
    );
    const [push] = ofType(events, 'change.pushed');
    expect(ofType(events, 'fact.retracted').map(({ data }) => data.id)).toEqual(
      expect.arrayContaining([push.id.replace(':app', '')]),
    );
    expect(push.actor).toEqual({
      id: 'github.com/pre-commit-ci',
      kind: 'bot',
    });
  });

  it('assignments say who carries it, and nobody gives it back', () => {
    const items = [
      {
        __typename: 'AssignedEvent' as const,
        ...happened(1),
        assignee: who('bob'),
      },
      {
        __typename: 'UnassignedEvent' as const,
        ...happened(2),
        assignee: who('bob'),
      },
    ];
    expect(
      ofType(eventsOfPull(drawPull({ items })), 'change.assigned').map(
        ({ data }) => data.to,
      ),
    ).toEqual([['github.com/bob'], []]);
  });

  it.each([
    ['Nice.\n/lgtm', ['/lgtm']],
    ['/LGTM cancel', ['/lgtm cancel']],
    ['/remove-lgtm\n/unhold', ['/lgtm cancel', '/hold cancel']],
    ['/approve no-issue', ['/approve']],
    ['I would say /lgtm', []],
    ['/etc/passwd is secret', []],
  ])(
    'of the comment %j only the commands %j are reported',
    (body, commands) => {
      expect(commandsIn(body, drawContext().commands)).toEqual(commands);
    },
  );

  it('a closing by a commit is a landing under it', () => {
    const closer = { __typename: 'Commit', oid: 'b1' };
    const items = [
      {
        __typename: 'ClosedEvent' as const,
        ...happened(9, 'app-bors'),
        closer,
      },
    ];
    expect(
      ofType(
        eventsOfPull(drawPull({ closed: true, items })),
        'change.closed',
      ).map(({ data }) => data?.landedAs),
    ).toContain('b1');
  });

  it('agents are known by trailers, and the person behind one by assignment', () => {
    const written = {
      ...commit('a', -1),
      messageBody: 'Co-Authored-By: Claude <noreply@anthropic.com>',
    };
    const helped = drawPull({ items: [committed(written)] });
    const [, ...updates] = eventsOfPull(helped);
    expect(
      ofType(updates, 'change.updated').flatMap(
        ({ data }) => data?.assistedBy ?? [],
      ),
    ).toEqual(['github.com/claude']);
    const own = drawPull({
      author: { __typename: 'Bot', login: 'copilot-swe-agent' },
      items: [
        { __typename: 'AssignedEvent', ...happened(0), assignee: who('alice') },
      ],
    });
    expect(
      ofType(eventsOfPull(own), 'change.updated').flatMap(
        ({ data }) => data?.onBehalfOf ?? [],
      ),
    ).toEqual(['github.com/alice']);
  });

  it('a backport begins when it was committed here', () => {
    const picked = committed(commit('p', -0.5, -1440));
    const starts = [
      { title: '[backport 1.4] Fix leak (#977)', baseRefName: 'release-1.4' },
      { title: 'Fix leak' },
    ].map(given =>
      ofType(
        eventsOfPull(drawPull({ ...given, createdAt: at(0), items: [picked] })),
        'change.updated',
      ).flatMap(({ data }) => data?.firstCommitAt ?? []),
    );
    expect(starts).toEqual([[eventAt(-0.5)], [eventAt(-1440)]]);
  });
});
