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
import { Commit } from '../src/events/FlowEvent';
import {
  FlowEvent,
  FlowEventData,
  FlowEventType,
} from '../src/events/FlowEvent';
import { DEFAULT_MODEL_RULES, ModelRules } from '../src/rules/ModelRules';
import { Instant } from '../src/timeline/Segment';
import { changeRecordOf } from '../src/production/ChangeRecord';
import { commitHistory } from '../src/production/CommitHistory';
import { incidentRecordOf } from '../src/production/IncidentRecord';
import { placeChanges } from '../src/production/placeChanges';
import { Placement } from '../src/production/Placement';
import {
  RepositoryEntity,
  RepositoryInput,
  RepositoryPlacement,
} from '../src/production/RepositoryPlacement';
import { repositoryRecordOf } from '../src/production/RepositoryRecord';
import { rollOutRecordOf } from '../src/production/RollOutRecord';

const HOUR = 3_600_000;
const ORIGIN = Date.parse('2026-03-02T09:00:00.000Z');

/** A story of one repository, drawn in a test; hours count from its beginning. */
export class RepositoryStory {
  readonly repo = 'github.com/acme/shop';
  readonly events: FlowEvent[] = [];
  private readonly entities: RepositoryEntity[] = [];
  private rules: ModelRules = DEFAULT_MODEL_RULES;

  pull(n: number): string {
    return `${this.repo}/pull/${n}`;
  }

  deployment(name: string): string {
    return `${this.repo}/deployments/${name}`;
  }

  static at(hours: number): Instant {
    return ORIGIN + hours * HOUR;
  }

  static hours(at: Instant | undefined): number | undefined {
    return at === undefined ? undefined : (at - ORIGIN) / HOUR;
  }

  with(rules: Partial<ModelRules>): this {
    this.rules = { ...this.rules, ...rules };
    return this;
  }

  /** An entity that lives in a folder of the repository. */
  entity(name: string, path?: string): this {
    this.entities.push({
      ref: `component:default/${name}`,
      name,
      ...(path !== undefined && { path }),
    });
    return this;
  }

  tell<T extends FlowEventType>(
    hours: number,
    type: T,
    subject: string,
    data?: FlowEventData[T],
    actor = 'github.com/alice',
  ): this {
    this.events.push({
      id: `e${this.events.length}`,
      source: 'test:story',
      type,
      subject,
      at: new Date(RepositoryStory.at(hours)).toISOString(),
      actor: { id: actor, kind: 'human' },
      data,
    } as FlowEvent);
    return this;
  }

  opened(
    hours: number,
    n: number,
    data: Partial<FlowEventData['change.opened']> = {},
  ): this {
    return this.tell(hours, 'change.opened', this.pull(n), {
      title: `Change ${n}`,
      url: `https://${this.pull(n)}`,
      repo: this.repo,
      baseBranch: 'main',
      headBranch: `branch-${n}`,
      ...data,
    });
  }

  pushed(hours: number, n: number, sha: string, kind?: 'baseMerge'): this {
    return this.tell(hours, 'change.pushed', this.pull(n), {
      sha,
      ...(kind && { kind }),
    });
  }

  merged(hours: number, n: number, sha = `m${n}`): this {
    return this.tell(hours, 'change.merged', this.pull(n), { sha });
  }

  /** Opened an hour before its merge. */
  change(
    mergedAt: number,
    n: number,
    data: Partial<FlowEventData['change.opened']> = {},
  ): this {
    return this.opened(mergedAt - 1, n, data).merged(mergedAt, n);
  }

  /** A successful roll-out; to production, where nothing else is said. */
  deployed(
    hours: number,
    name: string,
    sha: string,
    data: Partial<FlowEventData['deployment.finished']> = {},
  ): this {
    return this.tell(hours, 'deployment.finished', this.deployment(name), {
      environment: 'production',
      repo: this.repo,
      sha,
      outcome: 'success',
      ...data,
    });
  }

  /** A first roll-out long ago, so that deployments are known to be seen. */
  live(): this {
    return this.deployed(-700, 'first', 'f00dfee');
  }

  commits(hours: number, ...commits: [string, string[], number][]): this {
    return this.tell(hours, 'repository.commits', this.repo, {
      commits: commits.map(
        ([sha, parents, at]): Commit => [
          sha,
          parents,
          new Date(RepositoryStory.at(at)).toISOString(),
        ],
      ),
    });
  }

  input(events: readonly FlowEvent[] = this.events): RepositoryInput {
    const subjects = [...new Set(events.map(({ subject }) => subject))];
    const record = repositoryRecordOf(events, this.repo);
    const changes = subjects.flatMap(s => changeRecordOf(events, s) ?? []);
    const touched = new Map(
      changes.map(({ change, described }) => [
        change,
        this.touchedBy(described.findLast(d => d.folders)?.folders ?? []),
      ]),
    );
    return {
      repo: this.repo,
      changes,
      rollOuts: subjects.flatMap(s => rollOutRecordOf(events, s) ?? []),
      incidents: subjects.flatMap(s => incidentRecordOf(events, s) ?? []),
      described: record.described,
      history: commitHistory(record.commits),
      entities: this.entities,
      entitiesOf: change => touched.get(change) ?? [],
      rules: this.rules,
    };
  }

  placed(hours = 10_000): RepositoryPlacement {
    return placeChanges(this.input(), RepositoryStory.at(hours));
  }

  placement(n: number, hours?: number): Placement {
    const found = this.placed(hours).placements.get(this.pull(n));
    if (!found) {
      throw new Error(`Change ${n} has no placement`);
    }
    return found;
  }

  /** Hours at which a change reached production. */
  production(n: number, hours?: number): number | undefined {
    return RepositoryStory.hours(this.placement(n, hours).productionAt);
  }

  /** What a change waited for: `3 release`, `4 gate bob`. */
  waits(n: number, hours?: number): string[] {
    return this.placement(n, hours).steps.map(step => {
      const what = [
        step.unplaced && 'unplaced',
        step.rollingOut && 'rollingOut',
        step.gate && `gate ${step.gate.join(' ')}`.trim(),
        step.carrier && `carried by ${step.carrier.split('/').pop()}`,
        step.failed && 'failed',
      ].filter(Boolean);
      const since = RepositoryStory.hours(step.at);
      return `${since} ${what.join(', ') || 'release'}`;
    });
  }

  /** Releases in production: `d1 release 5: failed 6–8 incident`. */
  releases(hours?: number): string[] {
    return this.placed(hours).releases.map(release => {
      const { failure, productionAt } = release;
      const at = RepositoryStory.hours(productionAt);
      const name = release.release.split('/').pop();
      const failed = failure
        ? `: ${failure.cause} ${RepositoryStory.hours(
            failure.at,
          )}–${RepositoryStory.hours(failure.recoveredAt)}`
        : '';
      return `${name} ${release.kind} ${at}${failed}`;
    });
  }

  private touchedBy(folders: readonly string[]): string[] {
    return this.entities
      .filter(
        ({ path }) =>
          path === undefined ||
          folders.some(f => f === path || f.startsWith(`${path}/`)),
      )
      .map(({ ref }) => ref);
  }
}
