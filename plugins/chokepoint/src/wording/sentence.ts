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

import { EntityFigures, PartyWait } from 'backstage-plugin-chokepoint-common';
import { Party, Stage } from 'chokepoint-flow';
import { describeParty } from './party';

/** How the waiting of the first party is told. */
export type WaitPurpose =
  | 'prioritisation'
  | 'review'
  | 'unrequested'
  | 'verification'
  | 'merge'
  | 'mergeQueue'
  | 'release'
  | 'approval'
  | 'other';

/** The sentence of an entity, before it is put into words. */
export type Sentence =
  | { kind: 'tooFew'; n: number }
  | { kind: 'none' }
  | {
      kind: 'waiting';
      /** Share of their time that changes wait, 0 to 1. */
      share: number;
      /** Absent when no change waited. */
      first?: {
        party: Party;
        purpose: WaitPurpose;
        /** Share of all waiting that is for this party and purpose, 0 to 1. */
        share: number;
        /** It is more than half of all waiting. */
        most: boolean;
      };
    };

function purposeOf(party: Party, stage: Stage | undefined): WaitPurpose {
  const { kind } = describeParty(party);
  switch (stage) {
    case 'prioritisation':
    case 'verification':
      return stage;
    case 'review':
      return kind === 'unassigned' ? 'unrequested' : 'review';
    case 'merge':
      return kind === 'gate' ? 'mergeQueue' : 'merge';
    case 'release':
      return kind === 'gate' ? 'release' : 'approval';
    default:
      return 'other';
  }
}

/** How much of all waiting is for the party in the stage that is told. */
function shareTold({ share, waiting, stageWaiting }: PartyWait): number {
  return stageWaiting === undefined ? share : (share * stageWaiting) / waiting;
}

function longest(waits: readonly PartyWait[]): PartyWait | undefined {
  return waits.reduce<PartyWait | undefined>(
    (first, wait) => (first && first.waiting >= wait.waiting ? first : wait),
    undefined,
  );
}

function firstOf(wait: PartyWait | undefined) {
  if (!wait || wait.waiting === 0) {
    return undefined;
  }
  const share = shareTold(wait);
  const purpose = purposeOf(wait.party, wait.stage);
  return { party: wait.party, purpose, share, most: share > 0.5 };
}

/**
 * What an entity's card says first: how much of their time changes wait, and
 * for whom most of all.
 */
export function sentenceOf(
  figures: Pick<EntityFigures, 'figures' | 'waitingOn'>,
): Sentence {
  const ratio = figures.figures.queueTimeRatio;
  if (!ratio || ratio.n === 0) {
    return { kind: 'none' };
  }
  if (ratio.withheld || ratio.value === undefined) {
    return { kind: 'tooFew', n: ratio.n };
  }
  return {
    kind: 'waiting',
    share: ratio.value,
    first: firstOf(longest(figures.waitingOn)),
  };
}
