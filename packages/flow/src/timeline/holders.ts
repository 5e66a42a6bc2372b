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

import { EXTERNAL, GateKind, gateParty, Holder, Party } from './Segment';
import { TimelineContext } from './Timeline';

/** The party of the author; `external` when the source does not say who it is. */
export function partyOfAuthor(
  author: string | undefined,
  context: TimelineContext,
): Party {
  return author === undefined ? EXTERNAL : context.partyOf(author);
}

/** One party has the ball for itself. */
export function alone(party: Party): Holder[] {
  return [{ party, share: 1 }];
}

/** The gate of a repository has the ball. */
export function atGate(kind: GateKind, repo: string): Holder[] {
  return alone(gateParty(kind, repo));
}

/**
 * Several share each moment equally; those of one party have their shares
 * added.
 *
 * @param otherwise - who has the ball when nobody is named
 */
export function sharedBy(
  actorIds: string[],
  context: TimelineContext,
  otherwise: Party,
): Holder[] {
  if (actorIds.length === 0) {
    return alone(otherwise);
  }
  if (actorIds.length === 1) {
    return alone(context.partyOf(actorIds[0]));
  }
  const counts = new Map<Party, number>();
  for (const id of actorIds) {
    const party = context.partyOf(id);
    counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, count]) => ({ party, share: count / actorIds.length }));
}
