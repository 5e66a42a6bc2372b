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

import {
  ChangeDescription,
  compareEvents,
  FlowEvent,
} from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';

/**
 * How a change is described as of an instant: its opening, with what later
 * events changed, labels one by one among them. Undefined while its opening is
 * not known.
 *
 * @public
 */
export function describeChange(
  events: readonly FlowEvent[],
  change: string,
  asOf: Instant,
): ChangeDescription | undefined {
  const limit = new Date(asOf).toISOString();
  let description: ChangeDescription | undefined;
  const own = events.filter(e => e.subject === change && e.at <= limit);
  for (const event of own.sort(compareEvents)) {
    if (event.type === 'change.opened') {
      description = { ...description, ...event.data };
    } else if (event.type === 'change.updated' && description) {
      description = { ...description, ...event.data };
    } else if (event.type === 'change.labelled' && description) {
      const labels = without(description.labels, event.data.label);
      description = { ...description, labels: [...labels, event.data.label] };
    } else if (event.type === 'change.unlabelled' && description) {
      const labels = without(description.labels, event.data.label);
      description = { ...description, labels };
    }
  }
  return description;
}

function without(labels: readonly string[] = [], label: string): string[] {
  return labels.filter(other => other.toLowerCase() !== label.toLowerCase());
}

const REVERT = /^revert:?\s+"(.+)"/is;

/**
 * The title of the change that this one reverts, as forges write it
 * (`Revert "title"`); undefined when it reverts none.
 *
 * @public
 */
export function revertedTitle(title: string): string | undefined {
  return REVERT.exec(title)?.[1];
}
