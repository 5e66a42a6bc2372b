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

import { AliasBook } from './Aliases';
import { Bearers, IdentityEvent, isRenamed } from './Bearers';

/** The names of one kind. */
export class Names {
  readonly #aliases: AliasBook;
  readonly #bearers: Bearers;
  readonly #known: ReadonlySet<string>;
  readonly #related: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    events: readonly IdentityEvent[],
    aliases: ConstructorParameters<typeof AliasBook>[0],
  ) {
    const book = new AliasBook(aliases);
    const followed = events.map(event => follow(event, book));
    this.#aliases = book;
    this.#bearers = new Bearers(followed);
    this.#known = new Set([...book.names(), ...this.#bearers.names()]);
    this.#related = connected([
      ...aliases.map(({ from, to }) => [from, to] as const),
      ...events.filter(isRenamed).map(e => [e.subject, e.data.to] as const),
    ]);
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  meaning(name: string, at: string): string {
    const followed = this.#aliases.follow(name);
    return this.#bearers.meaning(followed, at) ?? followed;
  }

  /** The longest start of a path that is known by another name is replaced. */
  meaningOfPath(path: string, at: string): string {
    const start = this.#knownStart(path);
    return start === undefined
      ? path
      : this.meaning(start, at) + path.slice(start.length);
  }

  relatedPaths(path: string): string[] {
    const start = this.#knownStart(path);
    return start === undefined
      ? [path]
      : this.related(start).map(name => name + path.slice(start.length));
  }

  #knownStart(path: string): string | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const start = path.slice(0, end);
      if (this.#known.has(start)) {
        return start;
      }
    }
    return undefined;
  }

  related(name: string): string[] {
    return [...(this.#related.get(name) ?? [name])];
  }
}

function follow(event: IdentityEvent, book: AliasBook): IdentityEvent {
  const subject = book.follow(event.subject);
  return isRenamed(event)
    ? { ...event, subject, data: { to: book.follow(event.data.to) } }
    : { ...event, subject };
}

/** For each name those that pairs connect it with, itself included. */
function connected(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    const joined = new Set([
      a,
      b,
      ...(groups.get(a) ?? []),
      ...(groups.get(b) ?? []),
    ]);
    joined.forEach(name => groups.set(name, joined));
  }
  return groups;
}
