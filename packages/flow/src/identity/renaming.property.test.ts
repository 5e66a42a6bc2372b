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

import fc from 'fast-check';
import { contexts, eventSets, instants } from '../../testing/randomEvents';
import { REPO, WORK_ITEM } from '../../testing/story';
import { FlowEvent } from '../events/FlowEvent';
import { buildTimeline } from '../timeline/buildTimeline';
import { TimelineContext } from '../timeline/Timeline';
import { Renamed } from './Bearers';
import { Identities } from './Identities';
import { mapNames, NameMapping } from './references';
import { withKeys } from './withKeys';

const TEAM = 'github.com/orgs/acme/teams/web';

/** One name, the names it had before, and when each of them ended. */
interface History {
  type: Renamed['type'];
  /** The newest last. */
  names: string[];
  /** When the next name began, ascending. */
  moments: number[];
}

function historyOf(type: Renamed['type'], name: string) {
  return fc.uniqueArray(instants, { maxLength: 3 }).map((moments): History => {
    const sorted = [...moments].sort((a, b) => a - b);
    return {
      type,
      names: [name, ...sorted.map((_, i) => `${name}-${i}`)],
      moments: sorted,
    };
  });
}

const histories = fc.tuple(
  historyOf('repository.renamed', REPO),
  historyOf('team.renamed', TEAM),
  ...['alice', 'bob', 'carol', 'dave'].map(name =>
    historyOf('actor.renamed', name),
  ),
);

function renamings(history: readonly History[]): Renamed[] {
  return history.flatMap(({ type, names, moments }) =>
    moments.map(
      (moment, i): Renamed => ({
        id: `${names[i]}`,
        source: 'test:names',
        type,
        subject: names[i],
        at: new Date(moment).toISOString(),
        data: { to: names[i + 1] },
      }),
    ),
  );
}

/** Renames everything in an event to what it is called at an instant. */
function nameBy(
  history: readonly History[],
  nameAt: (h: History) => string,
): NameMapping {
  const rename = (text: string) => {
    const found = history.find(
      ({ names }) => text === names[0] || text.startsWith(`${names[0]}/`),
    );
    return found ? nameAt(found) + text.slice(found.names[0].length) : text;
  };
  return { actor: rename, repository: rename, subject: rename };
}

function newest({ names }: History): string {
  return names[names.length - 1];
}

/**
 * What sources report while names change. Some are late: they use an old name,
 * in capitals.
 */
function reported(
  events: readonly FlowEvent[],
  history: readonly History[],
): FlowEvent[] {
  return events.map((event, i) =>
    mapNames(
      event,
      nameBy(history, ({ names, moments }) => {
        const at = Date.parse(event.at);
        const current = moments.filter(moment => moment <= at).length;
        return i % 5 === 0 ? names[0].toUpperCase() : names[current];
      }),
    ),
  );
}

/** Who is who in the catalog, by newest names. */
function inCatalog(
  context: TimelineContext,
  history: readonly History[],
): TimelineContext {
  const first = (id: string) =>
    history.find(h => newest(h) === id)?.names[0] ?? id;
  return {
    ...context,
    change: nameBy(history, newest).subject(context.change),
    partyOf: id => context.partyOf(first(id)),
    isMemberOf: (id, team) =>
      context.isMemberOf?.(first(id), first(team)) ?? false,
  };
}

describe('invariant 6', () => {
  it('renaming every repository, person and team at any moment changes no figure', () => {
    let renamed = 0;
    fc.assert(
      fc.property(
        eventSets,
        histories,
        contexts,
        instants,
        (events, history, context, asOf) => {
          const names = renamings(history);
          renamed += names.length;
          const identities = new Identities(names);
          const always = events
            .filter(event => !event.type.includes('renamed'))
            .map(event => mapNames(event, nameBy(history, newest)));
          const resolved = reported(
            events.filter(event => !event.type.includes('renamed')),
            history,
          ).map(event => identities.resolve(withKeys(event)));
          const there = inCatalog(context, history);
          expect(resolved).toEqual(always);
          expect(buildTimeline(resolved, there, asOf)).toEqual(
            buildTimeline(always, there, asOf),
          );
        },
      ),
      { numRuns: 1_000 },
    );
    expect(renamed).toBeGreaterThan(1_000);
  });

  it('keys of work items follow no repository', () => {
    const identities = new Identities([
      {
        id: '1',
        source: 'test:names',
        type: 'repository.renamed',
        subject: REPO,
        at: '2026-01-01T00:00:00.000Z',
        data: { to: `${REPO}-2` },
      },
    ]);
    expect(identities.subject(WORK_ITEM, '2026-01-01T00:00:00.000Z')).toBe(
      WORK_ITEM,
    );
  });
});
