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
import { DEFAULT_MODEL_RULES } from '../rules/ModelRules';
import { Automations } from './automations';
import { ruleSetsOf } from './ruleSets';
import { Instant } from './Segment';
import { startOf } from './start';
import { letTimePass, newLife, take } from './takeEvents';
import { Timeline, TimelineContext } from './Timeline';
import { timelineOf } from './timelineOf';

/**
 * The timeline of one change as of an instant, by section 2 of the model.
 *
 * The events are those of the change, of its work items, and of the deployments
 * that contain it (section 2 of the model), in any order and with any
 * repetition; those after `asOf` are not looked at. The timeline as of one
 * instant is a prefix of the timeline as of any later one.
 *
 * @param asOf - milliseconds since the epoch; an open change ends here
 * @returns undefined while the opening of the change is not known
 * @public
 */
export function buildTimeline(
  events: readonly FlowEvent[],
  context: TimelineContext,
  asOf: Instant,
): Timeline | undefined {
  const known = inOrder(events, asOf);
  const sets = ruleSetsOf(context.rules ?? DEFAULT_MODEL_RULES);
  const start = startOf(known, context.change, new Automations(sets));
  if (!start) {
    return undefined;
  }
  const life = newLife(start, context, sets, asOf);
  let now = -Infinity;
  for (const event of known) {
    const at = Date.parse(event.at);
    letTimePass(life, now, at - 1);
    take(life, event);
    now = at;
  }
  letTimePass(life, now, asOf);
  return timelineOf(life, known, asOf);
}

/** Events up to an instant, each once, in the order of {@link compareEvents}. */
function inOrder(events: readonly FlowEvent[], asOf: Instant): FlowEvent[] {
  const limit = new Date(asOf).toISOString();
  const known = events.filter(event => event.at <= limit);
  if (!isSorted(known)) {
    known.sort(compareEvents);
  }
  return known.filter(
    (event, i) => i === 0 || compareEvents(known[i - 1], event) !== 0,
  );
}

function isSorted(events: FlowEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    if (compareEvents(events[i - 1], events[i]) > 0) {
      return false;
    }
  }
  return true;
}
