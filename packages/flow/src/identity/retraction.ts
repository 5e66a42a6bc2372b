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

import { compareEvents, FlowEvent } from '../events/FlowEvent';

type Identified = Pick<FlowEvent, 'source' | 'id'>;

/**
 * Events of one subject without those that their source took back, and without
 * the taking back (section 1 of the model, *Integrity*): a retracted fact never
 * was, whichever of the two came first. Taking back a retraction restores the
 * fact.
 *
 * @public
 */
export function withoutRetracted<E extends FlowEvent>(
  events: readonly E[],
): E[] {
  const retractions = events.filter(({ type }) => type === 'fact.retracted');
  return retractions.length === 0
    ? [...events]
    : events.filter(
        event =>
          event.type !== 'fact.retracted' &&
          !isRetracted(event, retractions, []),
      );
}

/**
 * Whether a fact was taken back. Retractions that take back each other are
 * heard in their order.
 */
function isRetracted(
  fact: FlowEvent,
  retractions: readonly FlowEvent[],
  asked: readonly FlowEvent[],
): boolean {
  return [...retractions]
    .sort(compareEvents)
    .some(
      retraction =>
        retraction.type === 'fact.retracted' &&
        !isSame(retraction, fact) &&
        !asked.includes(retraction) &&
        isSame({ source: retraction.source, id: retraction.data.id }, fact) &&
        !isRetracted(retraction, retractions, [...asked, retraction]),
    );
}

function isSame(a: Identified, b: Identified): boolean {
  return a.source === b.source && a.id === b.id;
}
