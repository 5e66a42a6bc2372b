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

import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { FlowEvent } from 'chokepoint-flow';

/**
 * A source of events that fetches them itself. The backend calls `sync` on a
 * schedule, on one replica at a time, and stores what it emits.
 *
 * @public
 */
export interface FlowSource {
  /** Unique and stable, the `source` of its events: `github:github.com`. */
  id: string;
  /**
   * Brings the event log up to date and returns. Called again after every
   * interval, and after a failure with a back-off. It must be safe to stop at
   * any point: work done since the last saved cursor is done again.
   */
  sync(context: SyncContext): Promise<void>;
}

/**
 * What the backend gives a source for one run.
 *
 * @public
 */
export interface SyncContext {
  /** Aborted when the backend shuts down or the run has taken too long. */
  signal: AbortSignal;
  logger: LoggerService;
  /** The instant the run began, in milliseconds since the epoch. */
  now: number;
  /** Repositories that entities of the catalog refer to, by host. */
  repositories(): Promise<RepositoryRef[]>;
  /**
   * Stores events, each once. Events the model refuses are kept as rejections
   * and do not fail the call.
   */
  emit(events: FlowEvent[]): Promise<EmitReport>;
  /** The cursor saved under a key (a repository, say), if any. */
  getCursor(key: string): Promise<JsonObject | undefined>;
  /** Saves a cursor; call it after the events before it were emitted. */
  setCursor(key: string, cursor: JsonObject): Promise<void>;
  /** Shown on the sources page. */
  progress(progress: SyncProgress): void;
}

/**
 * A repository the catalog knows.
 *
 * @public
 */
export interface RepositoryRef {
  /** `github.com/acme/shop`, lower case as the forge reports it. */
  key: string;
  host: string;
  /** `acme/shop`. */
  slug: string;
  /** Entities that live in it. */
  entityRefs: string[];
}

/**
 * What became of emitted events.
 *
 * @public
 */
export interface EmitReport {
  accepted: number;
  duplicates: number;
  rejected: { index: number; id?: string; reason: string }[];
}

/**
 * How far a run has come.
 *
 * @public
 */
export interface SyncProgress {
  done: number;
  total?: number;
  /** What is being read now: `acme/shop`. */
  detail?: string;
  rateLimit?: { remaining: number; resetAt?: string };
}
