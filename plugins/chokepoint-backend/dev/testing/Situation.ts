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

import { Entity } from '@backstage/catalog-model';
import {
  Actor,
  FlowEvent,
  FlowEventData,
  FlowEventType,
} from 'chokepoint-flow';
import { API, Portal } from './portal';

const HOUR = 3_600_000;
/** A Monday morning; the hours of situations count from here. */
const MORNING = Date.UTC(2026, 2, 2, 9);
const TEAMS: Record<string, string[]> = {
  web: ['alice', 'bob', 'carol', 'dave'],
  platform: ['petra'],
  security: ['sam'],
  sre: ['rob'],
};
/** Accounts that are not people. */
const KINDS: Record<string, Actor['kind']> = {
  'ci-bot': 'bot',
  'stale-bot': 'bot',
  'prow-bot': 'bot',
  bors: 'bot',
  copilot: 'agent',
};

/** Teams, their people, and a service of team web in each of some repositories. */
export function catalogOf(services: readonly string[]): Entity[] {
  const apiVersion = 'backstage.io/v1alpha1';
  return [
    ...Object.keys(TEAMS).map(
      (name): Entity => ({
        apiVersion,
        kind: 'Group',
        metadata: {
          name,
          namespace: 'default',
          annotations: { 'github.com/team-slug': `acme/${name}` },
        },
        spec: { type: 'team', children: [] },
      }),
    ),
    ...Object.entries(TEAMS).flatMap(([team, people]) =>
      people.map(
        (name): Entity => ({
          apiVersion,
          kind: 'User',
          metadata: {
            name,
            namespace: 'default',
            annotations: { 'github.com/user-login': name },
          },
          spec: { memberOf: [team] },
          relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
        }),
      ),
    ),
    ...services.map(name => service(name, `acme/${name}`)),
  ];
}

/** A service of team web, in a repository or a folder of one. */
export function service(name: string, slug: string, folder?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'github.com/project-slug': slug,
        ...(folder && {
          'backstage.io/source-location': `url:https://github.com/${slug}/tree/main/${folder}/`,
        }),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'web' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/web' }],
  };
}

/**
 * What happens in one repository, hour by hour, as somebody sends it to the API
 * and reads it there.
 */
export class Situation {
  readonly repo: string;
  readonly #name: string;
  readonly #portal: Portal;
  readonly #events: FlowEvent[] = [];
  #count = 0;
  #last = 0;

  constructor(portal: Portal, name: string) {
    this.#portal = portal;
    this.#name = name;
    this.repo = `github.com/acme/${name}`;
  }

  /** Production is known of old: a deployment of a commit of no change. */
  live(sha = 'f00dfee'): this {
    return this.deployed(-700, 'first', sha);
  }

  /** The key of a change of the repository. */
  pull(n: number): string {
    return `${this.repo}/pull/${n}`;
  }

  /** Something happened to a change. */
  change<T extends Extract<FlowEventType, `change.${string}`>>(
    hour: number,
    n: number,
    type: T,
    by?: string,
    data?: Partial<FlowEventData[T]>,
  ): this {
    const described =
      type === 'change.opened'
        ? {
            title: `Change ${n} of ${this.#name}`,
            url: `https://${this.pull(n)}`,
            repo: this.repo,
            baseBranch: 'main',
            ...data,
          }
        : data;
    return this.tell(hour, type, this.pull(n), by, described);
  }

  /** A change is opened, asked for review, approved and merged. */
  merged(
    n: number,
    hours: { opened: number; merged: number },
    data?: Partial<FlowEventData['change.opened']>,
  ): this {
    const { opened, merged } = hours;
    return this.change(opened, n, 'change.opened', 'alice', data)
      .change(opened, n, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/bob'],
      })
      .change((opened + merged) / 2, n, 'change.reviewed', 'bob', {
        verdict: 'approved',
      })
      .change(merged, n, 'change.merged', 'alice', {
        sha: `5a${n}`.padEnd(10, '0'),
      });
  }

  /** The commit under which `merged` merges a change. */
  sha(n: number): string {
    return `5a${n}`.padEnd(10, '0');
  }

  /** A deployment to production has succeeded. */
  deployed(
    hour: number,
    key: string,
    sha: string,
    data: Partial<FlowEventData['deployment.finished']> = {},
  ): this {
    return this.tell(
      hour,
      'deployment.finished',
      `${this.repo}/deployments/${key}`,
      'rob',
      {
        outcome: 'success',
        environment: 'production',
        repo: this.repo,
        sha,
        ...data,
      },
    );
  }

  /** Anything happened to anything. */
  tell(
    hour: number,
    type: FlowEventType,
    subject: string,
    by?: string,
    data?: object,
  ): this {
    this.#count += 1;
    this.#last = Math.max(this.#last, hour);
    const event = {
      id: `${this.#name}-${this.#count}`,
      source: `api:${this.#name}`,
      type,
      subject,
      at: new Date(MORNING + hour * HOUR).toISOString(),
      ...(by && {
        actor: { id: `github.com/${by}`, kind: KINDS[by] ?? 'human' },
      }),
      ...(data && { data }),
    };
    // The API checks it again.
    this.#events.push(event as FlowEvent);
    return this;
  }

  /** Sends what was told so far. */
  async sent(): Promise<this> {
    await this.#portal.send(this.#events.splice(0));
    return this;
  }

  /** A change as the API answers it at an hour. */
  async detail(n: number, asOf = this.#last + 1) {
    const { body } = await this.#portal.api
      .get(`${API}/changes/${encodeURIComponent(this.pull(n))}`)
      .query({ asOf: new Date(MORNING + asOf * HOUR).toISOString() })
      .expect(200);
    return body;
  }

  /** The segments of a change as lines: `0–2 review waiting bob (reason)`. */
  async ledger(n: number, asOf?: number): Promise<string[]> {
    const { segments } = await this.detail(n, asOf);
    return segments.map(lineOf);
  }

  /** The hour at which a change reached production. */
  async inProductionAt(n: number): Promise<number | undefined> {
    const { milestones } = await this.detail(n);
    return hourOf(milestones.productionAt);
  }

  /** The figures of the service that lives in the repository, of all of the time. */
  async figures(name = this.#name, query: object = {}) {
    const { body } = await this.#portal.api
      .get(`${API}/entities/component/default/${name}/figures`)
      .query({
        from: new Date(MORNING - 600 * HOUR).toISOString(),
        to: new Date(MORNING + 3_000 * HOUR).toISOString(),
        ...query,
      })
      .expect(200);
    return body.figures;
  }
}

function hourOf(at: string | undefined): number | undefined {
  return at === undefined
    ? undefined
    : +((Date.parse(at) - MORNING) / HOUR).toFixed(3);
}

function lineOf(segment: {
  stage: string;
  mode: string;
  start: string;
  end: string;
  reason?: string;
  holders: { party: string; share: number }[];
}): string {
  const holders = segment.holders
    .map(({ party, share }) => {
      const name = party.replace(/^(user|group):default\//, '');
      return share === 1 ? name : `${name} ${+share.toFixed(3)}`;
    })
    .join(', ');
  const reason = segment.reason ? ` (${segment.reason})` : '';
  return `${hourOf(segment.start)}–${hourOf(segment.end)} ${segment.stage} ${
    segment.mode
  } ${holders}${reason}`;
}
