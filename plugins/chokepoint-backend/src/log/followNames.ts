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

import { FlowEvent, isRenamed } from 'chokepoint-flow';
import { Knex } from 'knex';
import { isPostgres } from '../database';
import { KnownNames, namesIn } from './identityLog';
import { mark } from './marks';
import { settleSubjects } from './settleSubjects';

/** Beyond this many names, everything is read again rather than searched. */
const MAX_SEARCHED = 20;

/**
 * Follows what was learnt about names since: the events of whoever has another
 * name now are about that one, and whatever they are part of is built again. To
 * be called by whoever holds the names alone.
 *
 * @returns who is who now, and what contradicts what was reported by other names
 */
export async function followNames(
  trx: Knex,
  before: KnownNames,
): Promise<KnownNames & { contradictions: FlowEvent[] }> {
  const after = await namesIn(trx);
  const told = namesThatDiffer(before, after);
  const known = [before.identities, after.identities];
  const repositories = unite(told.repositories, name =>
    known.flatMap(identities => identities.keysOfRepository(name)),
  );
  const actors = unite(told.actors, name =>
    known.flatMap(identities => identities.idsOfActor(name)),
  );
  const contradictions =
    repositories.length > 0
      ? await settleSubjects(trx, repositories, after.identities)
      : [];
  await markMentions(trx, repositories, actors);
  return { ...after, contradictions };
}

/** The names of what was told of names before or after, and not both times. */
function namesThatDiffer(before: KnownNames, after: KnownNames) {
  const told = [tellings(before), tellings(after)];
  const [was, is] = told.map(list => new Map(list.map(t => [t.key, t])));
  const changed = [
    ...[...was.values()].filter(({ key }) => !is.has(key)),
    ...[...is.values()].filter(({ key }) => !was.has(key)),
  ];
  return {
    repositories: changed.flatMap(t => (t.ofRepository ? t.names : [])),
    actors: changed.flatMap(t => (t.ofRepository ? [] : t.names)),
  };
}

interface Telling {
  key: string;
  names: string[];
  ofRepository: boolean;
}

function tellings({ events, aliases }: KnownNames): Telling[] {
  return [
    ...events.map(event => ({
      key: JSON.stringify([event.source, event.type, event.subject, event.id]),
      names: isRenamed(event)
        ? [event.subject, event.data.to]
        : [event.subject],
      ofRepository: event.type.startsWith('repository.'),
    })),
    ...(['repositories', 'actors', 'groups'] as const).flatMap(kind =>
      aliases[kind].map(({ from, to }) => ({
        key: JSON.stringify([kind, from, to]),
        names: [from, to],
        ofRepository: kind === 'repositories',
      })),
    ),
  ];
}

function unite(
  names: readonly string[],
  relatedTo: (name: string) => string[],
): string[] {
  return [...new Set(names.flatMap(relatedTo))];
}

/** Marks every subject whose events speak of some names, to be read again. */
async function markMentions(
  trx: Knex,
  repositories: readonly string[],
  actors: readonly string[],
): Promise<void> {
  const names = [...repositories, ...actors.map(id => JSON.stringify(id))];
  if (names.length === 0) {
    return;
  }
  const query = trx('events').distinct('subject').whereNull('aside');
  if (names.length <= MAX_SEARCHED) {
    const position = isPostgres(trx) ? 'strpos' : 'instr';
    query.where(mentions => {
      for (const id of actors) {
        mentions.orWhereRaw('lower(actor_id) = ?', [id]);
      }
      for (const name of names) {
        mentions.orWhereRaw(`${position}(lower(data), ?) > 0`, [name]);
      }
    });
  }
  const rows: { subject: string }[] = await query;
  await mark(
    trx,
    'read',
    rows.map(row => row.subject),
  );
}
