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
import { FlowEvent } from 'chokepoint-flow';
import { PullRequestNode, Who } from '../queries/nodes';
import { actorOf } from './actors';
import { instant } from './keys';
import { eventsOf } from './timeline';
import { TranslationContext } from './TranslationContext';

/** Who carries a pull request from each assignment on; nobody: its author again. */
export function assignmentsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const assigned = new Set<string>();
  return eventsOf(pullRequest, 'AssignedEvent', 'UnassignedEvent').flatMap(
    (item): FlowEvent[] => {
      const to = assigneesAfter(item, assigned, context);
      return to
        ? [
            {
              id: item.id,
              source: context.source,
              type: 'change.assigned',
              subject,
              at: instant(item.createdAt),
              actor: actorOf(item.actor, context),
              data: { to },
            },
          ]
        : [];
    },
  );
}

/**
 * Who is assigned after a step of assigning; undefined where GitHub does not say
 * whom it is about. `assigned` holds who was before, and is brought up to date.
 */
export function assigneesAfter(
  item: {
    __typename: 'AssignedEvent' | 'UnassignedEvent';
    assignee: Who;
  },
  assigned: Set<string>,
  context: TranslationContext,
): string[] | undefined {
  const assignee = actorOf(item.assignee, context);
  if (!assignee) {
    return undefined;
  }
  if (item.__typename === 'AssignedEvent') {
    assigned.add(assignee.id);
  } else {
    assigned.delete(assignee.id);
  }
  return [...assigned];
}
