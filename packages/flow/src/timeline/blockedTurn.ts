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

import { Block } from './blocks';
import { byAuthorsSide, inShares, partyOfPerson } from './holders';
import { Party, UNASSIGNED } from './Segment';
import { TimelineContext } from './Timeline';
import type { Turn, TurnState } from './turn';
import { blockedItems } from './workItems';

/**
 * A blocked change waits in the stage it lies in, whoever's turn it is. In
 * draft labels block nothing.
 */
export function whereBlocked(
  turn: Turn,
  state: TurnState,
  context: TimelineContext,
): Turn {
  const isDraft = state.phase === 'open' && state.ball.draft;
  const blocks = [
    ...state.blocks.blocking(isDraft),
    ...blockedItems(state.workItems),
  ];
  return blocks.length === 0
    ? turn
    : {
        stage: turn.stage,
        mode: 'waiting',
        holders: inShares(
          holdersOf(blocks, state, context, [UNASSIGNED]).map(party => ({
            party,
          })),
        ),
        reason: 'blocked',
      };
}

/** Nothing is outstanding but that the merge is forbidden. */
export function held(
  state: TurnState,
  context: TimelineContext,
): Turn | undefined {
  const holds = state.blocks.holding();
  if (holds.length === 0) {
    return undefined;
  }
  const own = byAuthorsSide(state.ball, context).map(({ party }) => party);
  return {
    stage: 'merge',
    mode: 'waiting',
    holders: inShares(
      holdersOf(holds, state, context, own).map(party => ({ party })),
    ),
    reason: 'hold',
  };
}

/**
 * Who can end what stops a change: whom it names, else the team of the person
 * who said so; said by a bot, the author's side.
 *
 * @param ownWord - who can, where the author's side or nobody known said it
 */
function holdersOf(
  blocks: readonly Block[],
  state: TurnState,
  context: TimelineContext,
  ownWord: readonly Party[],
): Party[] {
  const teamOf = context.teamOf ?? (party => party);
  const parties = blocks.flatMap(({ by, saidBy }): readonly Party[] => {
    if (by.length > 0) {
      return by.map(one => partyNamed(one, context));
    }
    switch (saidBy.kind) {
      case 'person':
        return [teamOf(partyOfPerson(saidBy.id, context))];
      case 'automation':
        return byAuthorsSide(state.ball, context).map(({ party }) => party);
      case 'authorsSide':
      case 'nobody':
        return ownWord;
      default:
        return saidBy satisfies never;
    }
  });
  return [...new Set(parties)];
}

const PARTY = /^(?:(?:user|group|gate|external):|unassigned$|external$)/;

/** What is no party yet is an actor or a team. */
function partyNamed(name: string, context: TimelineContext): Party {
  return PARTY.test(name) ? name : context.partyOf(name);
}
