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

import { SchedulerService } from '@backstage/backend-plugin-api';
import { ModelRules } from 'chokepoint-flow';
import { FlowSource } from 'backstage-plugin-chokepoint-node';
import { forgetOldDeadLetters } from '../ingest/deadLetters';
import { updateSource } from '../ingest/sourceState';
import { Settings } from '../settings';
import { findUnmatched } from '../unmatched/findUnmatched';
import { OwnershipTask, OwnershipTaskOptions } from './OwnershipTask';
import { ProjectionLoop } from './ProjectionLoop';
import { SourceRunner, SourceRunnerOptions } from './SourceRunner';

/** What the scheduled tasks need. */
export interface TaskOptions
  extends Pick<OwnershipTaskOptions, 'catalog' | 'auth' | 'isForge'>,
    SourceRunnerOptions {
  scheduler: SchedulerService;
  settings: Settings;
  sources: readonly FlowSource[];
  /** The rules of the model, with those of modules. */
  rules(): ModelRules;
  loop: ProjectionLoop;
}

const OWNERSHIP_TASK = 'refresh-ownership';

/** Every task of this plugin that runs by the clock. */
export async function scheduleTasks(options: TaskOptions): Promise<void> {
  const { scheduler, settings, loop, knex, now } = options;
  await scheduler.scheduleTask({
    id: 'project',
    scope: 'local',
    frequency: { seconds: 5 },
    timeout: { hours: 1 },
    fn: () => loop.wake(),
  });
  const ownership = new OwnershipTask({
    ...options,
    onChanged: () => void loop.wake(),
    onRepositories: () => requestAll(options),
    lookAgain: delay => triggerLater(options, OWNERSHIP_TASK, delay),
  });
  await scheduler.scheduleTask({
    id: OWNERSHIP_TASK,
    scope: 'global',
    frequency: settings.schedule.ownership,
    timeout: { minutes: 3 },
    fn: () => ownership.run(),
  });
  await scheduler.scheduleTask({
    id: 'forget-dead-letters',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    fn: () => forgetOldDeadLetters(knex, now()),
  });
  await scheduler.scheduleTask({
    id: 'find-unmatched',
    scope: 'global',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    fn: () => findUnmatched(knex, { bots: options.rules().bots, now: now() }),
  });
  for (const source of options.sources) {
    const runner = new SourceRunner(source, options);
    await scheduler.scheduleTask({
      id: syncTaskOf(source.id),
      scope: 'global',
      frequency: settings.schedule.sync,
      timeout: settings.schedule.syncTimeout,
      initialDelay: { seconds: 3 },
      fn: signal => runner.run(signal),
    });
  }
}

/**
 * Asks for a sync of a source soon. The wish is written down, so that a sync
 * that runs at this moment, on whichever replica, is followed by another.
 *
 * @returns `syncing` - where that is so
 */
export async function requestSync(
  { knex, scheduler, now }: Pick<TaskOptions, 'knex' | 'scheduler' | 'now'>,
  sourceId: string,
): Promise<'requested' | 'syncing'> {
  await updateSource(knex, sourceId, { requested_at: now() });
  const begins = await trigger(scheduler, syncTaskOf(sourceId));
  return begins ? 'requested' : 'syncing';
}

/** Begins a task now, unless it runs already; tells whether it begins. */
async function trigger(
  scheduler: SchedulerService,
  id: string,
): Promise<boolean> {
  try {
    await scheduler.triggerTask(id);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConflictError') {
      return false;
    }
    throw error;
  }
}

/** Begins a task in a while; a process that wants to end does not wait for it. */
function triggerLater(
  { scheduler, logger }: Pick<TaskOptions, 'scheduler' | 'logger'>,
  id: string,
  delay: number,
): void {
  setTimeout(() => {
    trigger(scheduler, id).catch((error: unknown) =>
      logger.warn('A task could not be begun', { id, error: String(error) }),
    );
  }, delay).unref();
}

async function requestAll(options: TaskOptions): Promise<void> {
  for (const { id: source } of options.sources) {
    await requestSync(options, source).catch((error: unknown) => {
      options.logger.warn('A sync could not be asked for', {
        source,
        error: String(error),
      });
    });
  }
}

function syncTaskOf(sourceId: string): string {
  return `sync-${sourceId}`;
}
