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
  Actor,
  FlowEvent,
  FlowEventData,
  FlowEventType,
} from 'chokepoint-flow';

const HOUR = 3_600_000;
/** A Monday morning long enough ago for any story to be over. */
export const BEGINNING = Date.UTC(2026, 2, 2, 9);

/** The instant some hours into a story, in milliseconds since the epoch. */
export function hours(n: number): number {
  return BEGINNING + n * HOUR;
}

/** A person of github.com. */
export function human(login: string): Actor {
  return { id: `github.com/${login}`, kind: 'human' };
}

type Told<T extends FlowEventType> = Record<
  string,
  never
> extends FlowEventData[T]
  ? [data?: FlowEventData[T]]
  : [data: FlowEventData[T]];

/** Tells what happened to one subject, by the hour. */
export class Story {
  readonly events: FlowEvent[] = [];

  constructor(readonly subject: string, readonly source = 'api:story') {}

  /** One more fact, at an hour of the story, by somebody. */
  tell<T extends FlowEventType>(
    hour: number,
    type: T,
    actor: string | Actor | undefined,
    ...[data]: Told<T>
  ): this {
    const event = {
      id: `${this.subject}#${this.events.length}`,
      source: this.source,
      type,
      subject: this.subject,
      at: new Date(hours(hour)).toISOString(),
      ...(actor && { actor: typeof actor === 'string' ? human(actor) : actor }),
      ...(data && { data }),
    };
    // The parameters bind the data to the type.
    this.events.push(event as FlowEvent);
    return this;
  }
}

/** The repository most stories play in. */
export const SHOP = 'github.com/acme/shop';

/** A change of a repository, told from its opening by an author. */
export function changeStory(
  number: number,
  options: {
    hour?: number;
    author?: string;
    repo?: string;
    data?: Partial<FlowEventData['change.opened']>;
  } = {},
): Story {
  const { hour = 0, author = 'alice', repo = SHOP, data } = options;
  return new Story(`${repo}/pull/${number}`).tell(
    hour,
    'change.opened',
    author,
    {
      title: `Change ${number}`,
      url: `https://${repo}/pull/${number}`,
      repo,
      baseBranch: 'main',
      ...data,
    },
  );
}

/** A change that is asked for review, approved, and merged. */
export function mergedStory(
  number: number,
  options: Parameters<typeof changeStory>[1] = {},
): Story {
  const { hour = 0, author = 'alice' } = options;
  return changeStory(number, options)
    .tell(hour + 1, 'change.reviewRequested', author, {
      reviewers: ['github.com/bob'],
    })
    .tell(hour + 5, 'change.reviewed', 'bob', { verdict: 'approved' })
    .tell(hour + 6, 'change.merged', author, { sha: `sha-${number}` });
}

/** A production deployment of a commit, that takes an hour. */
export function deploymentStory(
  number: number,
  options: {
    hour: number;
    sha: string;
    repo?: string;
    changes?: string[];
    outcome?: 'success' | 'failure';
  },
): Story {
  const { hour, sha, repo = SHOP, changes, outcome = 'success' } = options;
  return new Story(`${repo}/deployments/${number}`)
    .tell(hour, 'deployment.requested', 'carol', {
      environment: 'production',
      repo,
      sha,
      ...(changes && { changes }),
    })
    .tell(hour + 1, 'deployment.started', 'carol')
    .tell(hour + 2, 'deployment.finished', undefined, { outcome });
}
