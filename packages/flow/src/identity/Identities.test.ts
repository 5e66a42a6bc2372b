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

import { FlowEvent } from '../events/FlowEvent';
import { aliasesOf } from './Aliases';
import { IdentityEvent } from './Bearers';
import { Identities } from './Identities';

const EPOCH = Date.UTC(2026, 0, 5);
const [A, B, C] = ['a', 'b', 'c'].map(name => `github.com/acme/${name}`);

function at(day: number): string {
  return new Date(EPOCH + day * 86_400_000).toISOString();
}

function renamed(
  day: number,
  subject: string,
  to: string,
  source = 'github:github.com',
): IdentityEvent {
  const id = `${subject}>${to}@${day}`;
  const type = 'repository.renamed';
  return { id, source, type, subject, at: at(day), data: { to } };
}

function described(
  day: number,
  subject: string,
  source = 'github:github.com',
): IdentityEvent {
  const id = `${subject}@${day}`;
  const type = 'repository.described';
  return { id, source, type, subject, at: at(day), data: {} };
}

/** What a name means on some days. */
function meanings(
  events: IdentityEvent[],
  name: string,
  days: number[],
): string[] {
  const identities = new Identities(events);
  const backwards = new Identities([...events].reverse());
  return days.map(day => {
    const found = identities.repository(name, at(day));
    expect(backwards.repository(name, at(day))).toBe(found);
    return found;
  });
}

describe('Identities', () => {
  it('lead every key of a bearer to its newest one, at every instant', () => {
    const events = [renamed(3, A, B), renamed(5, B, C)];
    for (const name of [A, B, C]) {
      expect(meanings(events, name, [1, 3, 4, 5, 9])).toEqual([C, C, C, C, C]);
    }
  });

  it('let subjects follow their repository, and no namesake of it', () => {
    const identities = new Identities([renamed(3, A, B)]);
    expect(identities.subject(`${A}/pull/42`, at(1))).toBe(`${B}/pull/42`);
    expect(identities.subject(`${A}-2/pull/42`, at(1))).toBe(`${A}-2/pull/42`);
    expect(identities.subject('acme.io/browse/A-1', at(1))).toBe(
      'acme.io/browse/A-1',
    );
  });

  it('take a key for its former bearer until the source describes another by it', () => {
    const events = [renamed(3, A, B), described(6, A)];
    expect(meanings(events, A, [1, 4, 6, 9])).toEqual([B, B, A, A]);
    expect(meanings(events, B, [1, 9])).toEqual([B, B]);
  });

  it('do not take what another source describes by an old name for another', () => {
    const events = [renamed(3, A, B), described(6, A, 'api:ci')];
    expect(meanings(events, A, [1, 9])).toEqual([B, B]);
  });

  it('do not take a description before the renaming for another bearer', () => {
    const events = [described(1, A), described(3, A), renamed(3, A, B)];
    expect(meanings(events, A, [0, 2, 9])).toEqual([B, B, B]);
  });

  it('take a key for another bearer from when the source renames another by it', () => {
    const events = [renamed(3, A, B), renamed(6, A, C)];
    expect(meanings(events, A, [1, 5, 9])).toEqual([B, B, C]);
    expect(meanings(events, B, [1, 9])).toEqual([B, B]);
    expect(meanings(events, C, [1, 9])).toEqual([C, C]);
  });

  it('follow another source that still uses the old name', () => {
    const events = [renamed(3, A, B), renamed(6, A, C, 'api:ci')];
    for (const name of [A, B, C]) {
      expect(meanings(events, name, [1, 5, 9])).toEqual([C, C, C]);
    }
  });

  it('follow a repository that is renamed back', () => {
    const events = [renamed(3, A, B), renamed(5, B, A)];
    expect(meanings(events, A, [1, 4, 9])).toEqual([A, A, A]);
    expect(meanings(events, B, [1, 4, 9])).toEqual([A, A, A]);
  });

  it('keep two apart that change names with each other', () => {
    const events = [renamed(3, A, C), renamed(4, B, A), renamed(5, C, B)];
    expect(meanings(events, A, [1, 3, 4, 9])).toEqual([B, B, A, A]);
    expect(meanings(events, B, [1, 4, 5, 9])).toEqual([A, A, B, B]);
  });

  it('take one renaming that two sources report for one', () => {
    const events = [renamed(3, A, B), renamed(4, A, B, 'api:ci')];
    expect(meanings(events, A, [1, 9])).toEqual([B, B]);
    const skipped = [renamed(3, A, C), renamed(4, B, C, 'api:ci')];
    for (const name of [A, B, C]) {
      expect(meanings(skipped, name, [1, 9])).toEqual([C, C]);
    }
  });

  it('keep a deleted repository apart from the one that takes its name', () => {
    const events = [described(0, B), described(1, A), renamed(3, A, B)];
    expect(meanings(events, A, [2, 9])).toEqual([B, B]);
    expect(meanings(events, B, [2, 3, 9])).toEqual([`${B}~1`, B, B]);
  });

  it('join a person who had several logins with the newest', () => {
    const identities = new Identities(
      ['github.com/bobby', 'github.com/old-bob'].map((subject, i) => ({
        id: subject,
        source: 'github:github.com',
        type: 'actor.renamed',
        subject,
        at: at(i),
        data: { to: 'github.com/Bob' },
      })),
    );
    for (const id of [
      'github.com/bobby',
      'GitHub.com/Old-Bob',
      'github.com/bob',
    ]) {
      expect(identities.actor(id, at(0))).toBe('github.com/bob');
    }
  });

  it('resolve every name in an event', () => {
    const identities = new Identities(
      [
        renamed(3, A, B),
        {
          id: '1',
          source: 'github:github.com',
          type: 'team.renamed',
          subject: 'github.com/orgs/acme/teams/web',
          at: at(3),
          data: { to: 'github.com/orgs/acme/teams/shop' },
        },
      ],
      aliasesOf({
        actors: [{ from: 'github.com/al', to: 'github.com/alice' }],
      }),
    );
    const event: FlowEvent = {
      id: '1',
      source: 'test',
      type: 'change.opened',
      subject: `${A}/pull/1`,
      at: at(1),
      actor: { id: 'github.com/al', kind: 'human' },
      data: {
        title: 'github.com/al',
        url: `https://${A}/pull/1`,
        repo: A,
        onBehalfOf: 'github.com/al',
        workItems: [`${A}/issues/7`],
        requirements: [
          {
            from: ['github.com/orgs/acme/teams/web', 'github.com/al'],
            count: 1,
          },
          { count: 2 },
        ],
      },
    };
    expect(identities.resolve(event)).toEqual({
      ...event,
      subject: `${B}/pull/1`,
      actor: { id: 'github.com/alice', kind: 'human' },
      data: {
        ...event.data,
        repo: B,
        onBehalfOf: 'github.com/alice',
        workItems: [`${B}/issues/7`],
        requirements: [
          {
            from: ['github.com/orgs/acme/teams/shop', 'github.com/alice'],
            count: 1,
          },
          { count: 2 },
        ],
      },
    });
  });
});

describe('aliases', () => {
  it('do by hand what a renaming does, for every instant', () => {
    const identities = new Identities(
      [described(2, A), renamed(4, B, C)],
      aliasesOf({ repositories: [{ from: `https://${A}.git`, to: B }] }),
    );
    expect(identities.repository(A, at(1))).toBe(C);
    expect(identities.subject(`${A}/pull/1`, at(9))).toBe(`${C}/pull/1`);
    expect(identities.keysOfRepository(C).sort()).toEqual([A, B, C]);
  });

  it('move a whole organisation', () => {
    const identities = new Identities(
      [],
      aliasesOf({
        repositories: [{ from: 'github.com/acme', to: 'github.com/acme-inc' }],
      }),
    );
    expect(identities.repository(A, at(1))).toBe('github.com/acme-inc/a');
  });

  it('are refused where they lead in a circle or to two names', () => {
    expect(() =>
      aliasesOf({
        actors: [
          { from: 'x.io/a', to: 'x.io/b' },
          { from: 'x.io/b', to: 'x.io/A' },
        ],
      }),
    ).toThrow('aliases.actors: x.io/a leads back to itself');
    expect(() =>
      aliasesOf({
        actors: [
          { from: 'x.io/a', to: 'x.io/b' },
          { from: 'x.io/A', to: 'x.io/c' },
        ],
      }),
    ).toThrow('aliases.actors: x.io/A is given two names');
  });
});
