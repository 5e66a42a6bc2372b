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

import { compareEvents, FlowEvent, FlowEventOf } from '../events/FlowEvent';

/**
 * A fact about who is who.
 *
 * @public
 */
export type Renamed = FlowEventOf<
  'repository.renamed' | 'actor.renamed' | 'team.renamed'
>;

/**
 * What identities are made of: who was renamed, and by which names repositories
 * were described.
 *
 * @public
 */
export type IdentityEvent = Renamed | FlowEventOf<'repository.described'>;

/** One bearer of names. Bearers that turn out to be one are joined. */
interface Bearer {
  /** Set once it turned out to be another. */
  joined?: Bearer;
  /** The name it bears now, or bore last. */
  name: string;
  /** When it was last described, or first set apart from others. */
  describedAt: string;
}

/** For how long a bearer has a name: from an instant on, until another. */
interface Tenure {
  bearer: Bearer;
  /** Empty: since ever. */
  from: string;
  until?: string;
  /** The source that said that it ended. */
  endedBy?: string;
}

const EVER = '';

/**
 * Which thing or person bears a name when, by section 1 of the model,
 * *Identity*: from what was renamed, whatever the order in which it came.
 */
export class Bearers {
  readonly #tenures = new Map<string, Tenure[]>();
  readonly #described = new Map<string, string[]>();
  #nameOf: Map<Bearer, string> | undefined;

  /** @param events - of one kind of name, with their names as keys */
  constructor(events: readonly IdentityEvent[]) {
    for (const event of [...events].sort(compareEvents)) {
      if (event.type === 'repository.described') {
        this.#describe(event.subject, event.at, event.source);
      } else {
        this.#rename(event);
      }
    }
  }

  /** Every name that somebody bore who had more than one. */
  names(): string[] {
    return [...this.#tenures.keys()];
  }

  /**
   * The name that stands for whom a name means at an instant: the one that
   * bears it then, else who bore it last before, else who first bore it after.
   * It is the newest name of the bearer; undefined where nobody was renamed.
   */
  meaning(name: string, at: string): string | undefined {
    const tenures = this.#tenures.get(name) ?? [];
    const last = [...tenures].reverse().find(({ from }) => from <= at);
    const bearer = (last ?? tenures[0])?.bearer;
    return bearer && this.#standsFor(top(bearer));
  }

  #current(name: string): Tenure | undefined {
    const last = this.#tenures.get(name)?.slice(-1)[0];
    return last?.until === undefined ? last : undefined;
  }

  #rename({ subject, at, source, data: { to } }: Renamed): void {
    if (subject === to) {
      return;
    }
    const bearer = this.#renamedBy(subject, to, at, source);
    if (!bearer) {
      return;
    }
    const old = this.#current(bearer.name);
    if (old && top(old.bearer) === bearer) {
      Object.assign(old, { until: at, endedBy: source });
    }
    const before = this.#current(to);
    if (before && !this.#isAnother(before, bearer)) {
      join(top(before.bearer), bearer);
      bearer.name = to;
      return;
    }
    if (before) {
      Object.assign(before, { until: at, endedBy: source });
    } else if (!this.#tenures.has(to) && this.#wasDescribed(to, bearer)) {
      this.#bear(this.#newBearer(to, EVER), to, EVER).until = at;
    }
    this.#bear(bearer, to, at);
  }

  /** Whom a renaming is about; undefined where it says nothing new. */
  #renamedBy(
    name: string,
    to: string,
    at: string,
    source: string,
  ): Bearer | undefined {
    const current = this.#current(name);
    if (current) {
      return top(current.bearer);
    }
    const last = this.#tenures.get(name)?.slice(-1)[0];
    if (!last) {
      const bearer = this.#newBearer(name, this.#lastDescribed(name));
      this.#bear(bearer, name, EVER);
      return bearer;
    }
    const former = top(last.bearer);
    if (former.name === to) {
      return undefined;
    }
    // A source knows whom it renamed; another one may still use the old name.
    if (last.endedBy !== source) {
      return former;
    }
    const another = this.#newBearer(name, at);
    this.#bear(another, name, at);
    return another;
  }

  /** An old name goes on meaning its former bearer until the source describes another by it. */
  #describe(name: string, at: string, source: string): void {
    this.#described.set(name, [...(this.#described.get(name) ?? []), at]);
    const tenures = this.#tenures.get(name);
    const current = this.#current(name);
    if (current) {
      top(current.bearer).describedAt = at;
    } else if (tenures && tenures[tenures.length - 1].endedBy === source) {
      this.#bear(this.#newBearer(name, at), name, at);
    }
  }

  #newBearer(name: string, describedAt: string): Bearer {
    return { name, describedAt };
  }

  #bear(bearer: Bearer, name: string, from: string): Tenure {
    const tenure: Tenure = { bearer, from };
    this.#tenures.set(name, [...(this.#tenures.get(name) ?? []), tenure]);
    bearer.name = name;
    return tenure;
  }

  #lastDescribed(name: string): string {
    return this.#described.get(name)?.slice(-1)[0] ?? EVER;
  }

  /**
   * Whether who bears the new name is another: it had that name when the one
   * that takes it over was still described by its old one. Else two sources
   * report one renaming.
   */
  #isAnother(tenure: Tenure, taker: Bearer): boolean {
    return (
      top(tenure.bearer) !== taker &&
      taker.describedAt !== EVER &&
      tenure.from <= taker.describedAt
    );
  }

  /** Whether another was described by a name before the one that takes it over. */
  #wasDescribed(name: string, taker: Bearer): boolean {
    const first = this.#described.get(name)?.[0];
    return first !== undefined && first <= taker.describedAt;
  }

  /** The newest name of a bearer; one that another took over is numbered. */
  #standsFor(bearer: Bearer): string {
    this.#nameOf ??= this.#allNames();
    return this.#nameOf.get(bearer) ?? bearer.name;
  }

  #allNames(): Map<Bearer, string> {
    const found = new Map<Bearer, string>();
    for (const [name, tenures] of this.#tenures) {
      const bearers = [...new Set(tenures.map(t => top(t.bearer)))].filter(
        bearer => bearer.name === name,
      );
      bearers.forEach((bearer, i) => {
        const isNewest = i === bearers.length - 1;
        found.set(bearer, isNewest ? name : `${name}~${i + 1}`);
      });
    }
    return found;
  }
}

function join(bearer: Bearer, other: Bearer): void {
  if (bearer !== other) {
    bearer.joined = other;
  }
}

function top(bearer: Bearer): Bearer {
  let found = bearer;
  while (found.joined) {
    found = found.joined;
  }
  return found;
}

/**
 * Whether an event says who is who.
 *
 * @public
 */
export function isRenamed(event: FlowEvent): event is Renamed {
  return (
    event.type === 'repository.renamed' ||
    event.type === 'actor.renamed' ||
    event.type === 'team.renamed'
  );
}
