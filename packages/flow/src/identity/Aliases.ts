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

import { actorKey, repositoryKey } from './keys';

/**
 * One name that is another one's, by hand.
 *
 * @public
 */
export interface Alias {
  from: string;
  to: string;
}

/**
 * Names that belong together, as `chokepoint.aliases` in the configuration
 * says (section 1 of the model, *Identity*). They hold for every instant.
 *
 * @public
 */
export interface Aliases {
  /** Keys, slugs with their host, or URLs of repositories. */
  repositories: readonly Alias[];
  /** Ids of actors. */
  actors: readonly Alias[];
  /** Refs of groups, or ids of teams. */
  groups: readonly Alias[];
}

/**
 * No aliases.
 *
 * @public
 */
export const NO_ALIASES: Aliases = { repositories: [], actors: [], groups: [] };

/**
 * Aliases with their names as keys. Throws where one name is said to be two
 * others, or names lead in a circle.
 *
 * @public
 */
export function aliasesOf(aliases: Partial<Aliases>): Aliases {
  const { repositories = [], actors = [], groups = [] } = aliases;
  return {
    repositories: checked('repositories', repositories, repositoryKey),
    actors: checked('actors', actors, actorKey),
    groups: checked('groups', groups, actorKey),
  };
}

function checked(
  kind: keyof Aliases,
  aliases: readonly Alias[],
  keyOf: (name: string) => string,
): Alias[] {
  const byFrom = new Map<string, string>();
  for (const { from, to } of aliases) {
    const key = keyOf(from);
    const target = keyOf(to);
    if ((byFrom.get(key) ?? target) !== target) {
      throw new Error(`aliases.${kind}: ${from} is given two names`);
    }
    if (key !== target) {
      byFrom.set(key, target);
    }
  }
  for (const from of byFrom.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = from; at; at = byFrom.get(at)) {
      if (seen.has(at)) {
        throw new Error(`aliases.${kind}: ${from} leads back to itself`);
      }
      seen.add(at);
    }
  }
  return [...byFrom].map(([from, to]) => ({ from, to }));
}

/** Where aliases lead: to the name that stands for all of them. */
export class AliasBook {
  readonly #targets: ReadonlyMap<string, string>;

  constructor(aliases: readonly Alias[]) {
    this.#targets = new Map(aliases.map(({ from, to }) => [from, to]));
  }

  /** Every name that is an alias, or has one. */
  names(): string[] {
    return [...this.#targets].flat();
  }

  /** The name that stands for a name. */
  follow(name: string): string {
    const seen = new Set<string>();
    let found = name;
    for (
      let next = this.#targets.get(found);
      next !== undefined && !seen.has(next);
      next = this.#targets.get(found)
    ) {
      seen.add(next);
      found = next;
    }
    return found;
  }
}
