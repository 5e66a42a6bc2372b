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

import { authorsSide } from './authorSide';
import { Ball } from './ball';
import { EXTERNAL, GateKind, gateParty, Holder, Party } from './Segment';
import { TimelineContext } from './Timeline';
import { isUnknownPerson } from './unknownPerson';

/** The party of the author; `external` when the source does not say who it is. */
export function partyOfAuthor(
  author: string | undefined,
  context: TimelineContext,
): Party {
  return author === undefined ? EXTERNAL : context.partyOf(author);
}

/** The party of somebody who answered; `external` where nobody knows who it was. */
export function partyOfPerson(id: string, context: TimelineContext): Party {
  return isUnknownPerson(id) ? EXTERNAL : context.partyOf(id);
}

/** One party has the ball for itself. */
export function alone(party: Party): Holder[] {
  return [{ party, share: 1 }];
}

/** The gate of a repository has the ball. */
export function atGate(kind: GateKind, repo: string): Holder[] {
  return alone(gateParty(kind, repo));
}

/** The author's side has the ball: its people, else the team that owns the entity. */
export function byAuthorsSide(ball: Ball, context: TimelineContext): Holder[] {
  return sharedBy(authorsSide(ball), context, context.owner);
}

/**
 * Several share each moment equally; those of one party have their shares
 * added.
 *
 * @param otherwise - who has the ball when nobody is named
 * @param actsFor - the team in whose place somebody was asked
 */
export function sharedBy(
  ids: readonly string[],
  context: TimelineContext,
  otherwise: Party,
  actsFor?: (id: string) => string | undefined,
): Holder[] {
  if (ids.length === 0) {
    return alone(otherwise);
  }
  return inShares(
    ids.map(id => {
      const team = actsFor?.(id);
      return {
        party: partyOfPerson(id, context),
        team: team === undefined ? undefined : context.partyOf(team),
      };
    }),
  );
}

/** Parties with equal shares; what one of them has twice is added. */
export function inShares(
  holders: readonly { party: Party; team?: Party }[],
): Holder[] {
  const share = 1 / holders.length;
  if (holders.length === 1) {
    return [holderOf(holders[0], share)];
  }
  const counts = new Map<Party, { team?: Party; count: number }>();
  for (const { party, team } of holders) {
    const before = counts.get(party);
    counts.set(party, {
      team: before?.team ?? team,
      count: (before?.count ?? 0) + 1,
    });
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, { team, count }]) =>
      holderOf({ party, team }, count / holders.length),
    );
}

function holderOf(
  { party, team }: { party: Party; team?: Party },
  share: number,
): Holder {
  return team === undefined ? { party, share } : { party, share, team };
}
