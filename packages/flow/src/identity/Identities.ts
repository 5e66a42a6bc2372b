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

import { FlowEvent } from '../events/FlowEvent';
import { Aliases, NO_ALIASES } from './Aliases';
import { IdentityEvent, isRenamed } from './Bearers';
import { actorKey, repositoryKey, subjectKey } from './keys';
import { Names } from './Names';
import { mapNames } from './references';
import { withKeys } from './withKeys';

/**
 * Who is who (section 1 of the model, *Identity*): which names are of one
 * repository, one person, one team. It is no happening: what is known of it
 * holds for every instant that is asked about, whenever it was reported.
 *
 * Names go in as keys, as {@link withKeys} makes them. The name that stands for
 * a bearer is the newest one it is known to have had.
 *
 * @public
 */
export class Identities {
  readonly #repositories: Names;
  readonly #actors: Names;

  /** @param events - who was renamed, and descriptions of repositories */
  constructor(events: readonly IdentityEvent[], aliases: Aliases = NO_ALIASES) {
    const keyed = events.map(event => withKeys<IdentityEvent>(event));
    this.#repositories = new Names(
      keyed.filter(({ type }) => type.startsWith('repository.')),
      aliases.repositories,
    );
    this.#actors = new Names(
      keyed.filter(({ type }) => !type.startsWith('repository.')),
      [...aliases.actors, ...aliases.groups],
    );
  }

  /** Whether nobody ever had another name. */
  get isEmpty(): boolean {
    return this.#repositories.isEmpty && this.#actors.isEmpty;
  }

  /** The repository that a key means at an instant. */
  repository(key: string, at: string): string {
    return this.#repositories.meaningOfPath(repositoryKey(key), at);
  }

  /** The person or team that an id means at an instant. */
  actor(id: string, at: string): string {
    return this.#actors.meaning(actorKey(id), at);
  }

  /**
   * The change, work item, deployment or incident that a key means at an
   * instant: it follows the repository that it belongs to.
   */
  subject(key: string, at: string): string {
    return this.#repositories.meaningOfPath(subjectKey(key), at);
  }

  /** An event with everybody and everything in it by the names that stand for them. */
  resolve<E extends FlowEvent>(event: E): E {
    return this.isEmpty || isRenamed(event)
      ? event
      : mapNames(event, {
          actor: id => this.actor(id, event.at),
          repository: key => this.repository(key, event.at),
          subject: key => this.subject(key, event.at),
        });
  }

  /** Every key of a repository, and of those that bore one of them. */
  keysOfRepository(key: string): string[] {
    return this.#repositories.relatedPaths(repositoryKey(key));
  }

  /** Every id of a person or team, and of those that bore one of them. */
  idsOfActor(id: string): string[] {
    return this.#actors.related(actorKey(id));
  }
}
