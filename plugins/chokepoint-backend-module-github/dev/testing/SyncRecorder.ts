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
import {
  EmitReport,
  RepositoryRef,
  SyncContext,
  SyncProgress,
} from 'backstage-plugin-chokepoint-node';
import { FlowEvent, validateEvent } from 'chokepoint-flow';
import { isDeepStrictEqual } from 'node:util';

/** A repository as the catalog knows it. */
export function repositoryRef(
  slug: string,
  host = 'github.com',
): RepositoryRef {
  const key = `${host}/${slug}`.toLocaleLowerCase('en-US');
  return { key, host, slug, entityRefs: [`component:default/${slug}`] };
}

/**
 * Stands for the backend: keeps what a source emits as the event log does (the
 * first of an id stays), its cursors and its progress.
 */
export class SyncRecorder {
  readonly events = new Map<string, FlowEvent>();
  readonly cursors = new Map<string, JsonObject>();
  readonly progress: SyncProgress[] = [];
  readonly warnings: string[] = [];
  duplicates = 0;
  /** Ids of facts that were sent again with another content. */
  readonly contradictions: string[] = [];
  /** Called with the number of each emit, from 1; may stop the run. */
  beforeEmit: (emit: number) => void = () => undefined;
  private emits = 0;

  constructor(private readonly repositories: RepositoryRef[]) {}

  /** The context of one run. */
  context(options: { now?: number; signal?: AbortSignal } = {}): SyncContext {
    const now = options.now ?? Date.now();
    return {
      signal: options.signal ?? new AbortController().signal,
      logger: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => this.warnings.push(message),
        error: message => this.warnings.push(message),
        child() {
          return this;
        },
      },
      now,
      repositories: async () => this.repositories,
      emit: async events => this.emit(events, now),
      getCursor: async key => this.cursors.get(key),
      setCursor: async (key, cursor) => {
        this.cursors.set(key, structuredClone(cursor));
      },
      progress: progress => {
        this.progress.push(progress);
      },
    };
  }

  /** Stores events as the backend would. */
  async emit(events: FlowEvent[], now = Date.now()): Promise<EmitReport> {
    this.emits += 1;
    this.beforeEmit(this.emits);
    const report: EmitReport = { accepted: 0, duplicates: 0, rejected: [] };
    events.forEach((event, index) => {
      const validation = validateEvent(JSON.parse(JSON.stringify(event)), {
        now,
      });
      if (!validation.ok) {
        report.rejected.push({
          index,
          id: event.id,
          reason: validation.reason,
        });
      } else if (!this.store(validation.event)) {
        report.duplicates += 1;
      } else {
        report.accepted += 1;
      }
    });
    this.duplicates += report.duplicates;
    this.warnings.push(...report.rejected.map(({ reason }) => reason));
    return report;
  }

  /** False where the fact is known; then the first content stays. */
  private store(event: FlowEvent): boolean {
    const key = `${event.subject} ${event.id}`;
    const known = this.events.get(key);
    if (known && !isDeepStrictEqual(known, event)) {
      this.contradictions.push(event.id);
    }
    if (!known) {
      this.events.set(key, event);
    }
    return !known;
  }
}
