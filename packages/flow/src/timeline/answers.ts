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

import { FlowEvent, Verdict } from '../events/FlowEvent';
import { partyOfPerson } from './holders';
import { Life } from './Life';
import { addApproval, answer } from './reviewRules';
import { Instant } from './Segment';
import { unknownPerson } from './unknownPerson';

/**
 * Who answered: somebody unknown, one person each time, where the source does
 * not say it.
 */
export function personOf({ actor, id, source }: FlowEvent): string {
  return actor?.id ?? unknownPerson(`${source}/${id}`);
}

/** A person answers, by a review, a comment, a command or a label. */
export function review(
  life: Life,
  person: string,
  given: { verdict: Verdict; counts: boolean; signal?: string },
  at: Instant,
): void {
  const { ball, chronicle, state } = life;
  const isReady = state.phase === 'open' && !ball.draft;
  chronicle.reviewed(given.verdict, at, isReady);
  if (given.verdict === 'approved') {
    chronicle.approvedBy(partyOfPerson(person, life.context), at);
  }
  answer(ball, person, given);
}

/** An approval of the author's side that the branch takes. */
export function approveOwn(life: Life, person: string, at: Instant): void {
  life.chronicle.approvedBy(partyOfPerson(person, life.context), at);
  addApproval(life.ball, person, undefined);
}
