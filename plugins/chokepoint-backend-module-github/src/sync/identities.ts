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
import { JsonObject } from '@backstage/types';
import { FlowEvent } from 'chokepoint-flow';
import { SyncContext } from 'backstage-plugin-chokepoint-node';
import { z } from 'zod';

const names = z.record(z.string(), z.string());
const saved = z.object({
  version: z.literal(1),
  repositories: names,
  actors: names,
  teams: names,
  /** What repositories were asked for by a former name, and their name of now. */
  redirects: names,
});

/** The keys of things by the numbers that GitHub never changes. */
type Names = z.infer<typeof saved>;
type Kind = 'repositories' | 'actors' | 'teams';

const CURSOR = 'identities';
const RENAMED = {
  repositories: 'repository.renamed',
  actors: 'actor.renamed',
  teams: 'team.renamed',
} as const;

const account = z.object({
  databaseId: z.number(),
  login: z.string(),
});
const team = z.object({
  databaseId: z.number(),
  slug: z.string(),
  organization: z.object({ login: z.string() }),
});

/**
 * Who is who on one host (section 1 of the model, *Identity*): the names by which
 * repositories, people and teams were known, by their numbers. A number whose name
 * is new was renamed.
 */
export class Identities {
  private changed = false;

  private constructor(
    private readonly host: string,
    private readonly source: string,
    private readonly known: Names,
  ) {}

  static async load(
    context: SyncContext,
    host: string,
    source: string,
  ): Promise<Identities> {
    const parsed = saved.safeParse(await context.getCursor(CURSOR));
    return new Identities(
      host,
      source,
      parsed.success
        ? parsed.data
        : {
            version: 1,
            repositories: {},
            actors: {},
            teams: {},
            redirects: {},
          },
    );
  }

  /** Saves what was learnt; call it after the events before it were emitted. */
  async save(context: SyncContext): Promise<void> {
    if (this.changed) {
      this.changed = false;
      const cursor: JsonObject = { ...this.known };
      await context.setCursor(CURSOR, cursor);
    }
  }

  /** The key under which a repository of this number was known last. */
  repositoryKey(databaseId: number | null | undefined): string | undefined {
    return typeof databaseId === 'number'
      ? this.known.repositories[databaseId]
      : undefined;
  }

  /**
   * What is new about the name of a repository.
   *
   * @param key - its key of now
   * @param asked - the key it was asked for by, which may be a former one
   * @param at - GitHub's time, RFC 3339
   */
  repository(
    databaseId: number | null | undefined,
    key: string,
    asked: string,
    at: string,
  ): FlowEvent[] {
    if (typeof databaseId !== 'number') {
      return [];
    }
    const events = this.renamed('repositories', databaseId, key, at);
    if (asked === key || this.known.redirects[asked] === key) {
      return events;
    }
    this.known.redirects[asked] = key;
    this.changed = true;
    return events.some(({ subject }) => subject === asked)
      ? events
      : [...events, this.event('repositories', databaseId, asked, key, at)];
  }

  /** What is new about the names of the people and teams in what was read. */
  people(read: unknown, at: string): FlowEvent[] {
    const events: FlowEvent[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) {
        value.forEach(visit);
      } else if (typeof value === 'object' && value !== null) {
        events.push(...this.bearer(value, at));
        Object.values(value).forEach(visit);
      }
    };
    visit(read);
    return events;
  }

  private bearer(value: object, at: string): FlowEvent[] {
    if (!('databaseId' in value)) {
      return [];
    }
    const person = account.safeParse(value);
    if (person.success) {
      const { databaseId, login } = person.data;
      return this.renamed('actors', databaseId, `${this.host}/${login}`, at);
    }
    const group = team.safeParse(value);
    if (group.success) {
      const { databaseId, slug, organization } = group.data;
      const key = `${this.host}/orgs/${organization.login}/teams/${slug}`;
      return this.renamed('teams', databaseId, key, at);
    }
    return [];
  }

  private renamed(
    kind: Kind,
    databaseId: number,
    key: string,
    at: string,
  ): FlowEvent[] {
    const before = this.known[kind][databaseId];
    if (before === key) {
      return [];
    }
    this.known[kind][databaseId] = key;
    this.changed = true;
    const isSame = before?.toLowerCase() === key.toLowerCase();
    return before === undefined || isSame
      ? []
      : [this.event(kind, databaseId, before, key, at)];
  }

  private event(
    kind: Kind,
    databaseId: number,
    from: string,
    to: string,
    at: string,
  ): FlowEvent {
    return {
      id: `${databaseId}:renamed:${to}:${at}`,
      source: this.source,
      type: RENAMED[kind],
      subject: from,
      at,
      data: { to },
    };
  }
}
