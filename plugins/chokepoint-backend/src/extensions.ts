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

import {
  ChokepointRulesExtensionPoint,
  ChokepointSettingsExtensionPoint,
  ChokepointSourcesExtensionPoint,
  EmitReport,
  FlowSource,
} from 'backstage-plugin-chokepoint-node';
import {
  EnvironmentRule,
  ExclusionRule,
  FlowEvent,
  WorkTypeRule,
} from 'chokepoint-flow';
import { Intake } from './ingest/Intake';
import { emit } from './schedule/SourceRunner';
import { AddedRules } from './settings';

interface Started {
  intake: Intake;
  requestSync(sourceId: string): Promise<void>;
}

/**
 * What modules add to the plugin. Modules begin before the plugin does, so what
 * they send meanwhile waits until it has started.
 */
export class Extensions
  implements
    ChokepointSourcesExtensionPoint,
    ChokepointRulesExtensionPoint,
    ChokepointSettingsExtensionPoint
{
  readonly sources: FlowSource[] = [];
  readonly rules: AddedRules = {
    workTypes: [],
    exclude: [],
    environments: [],
    bots: [],
    landingBots: [],
  };
  /** Keys under `chokepoint` that modules read themselves. */
  readonly settingsKeys: string[] = [];
  #start: (started: Started) => void = () => {};
  readonly #started = new Promise<Started>(resolve => {
    this.#start = resolve;
  });

  addSource(...sources: FlowSource[]): void {
    for (const source of sources) {
      if (this.sources.some(({ id }) => id === source.id)) {
        throw new Error(`There is already a source ${source.id}`);
      }
      this.sources.push(source);
    }
  }

  addWorkTypeRule(...rules: WorkTypeRule[]): void {
    this.rules.workTypes.push(...rules);
  }

  addExclusionRule(...rules: ExclusionRule[]): void {
    this.rules.exclude.push(...rules);
  }

  addEnvironmentRule(...rules: EnvironmentRule[]): void {
    this.rules.environments.push(...rules);
  }

  addBot(...actorIds: string[]): void {
    this.rules.bots.push(...actorIds);
  }

  addLandingBot(...actorIds: string[]): void {
    this.rules.landingBots.push(...actorIds);
  }

  claimSettings(...keys: string[]): void {
    this.settingsKeys.push(...keys);
  }

  async emit(events: FlowEvent[]): Promise<EmitReport> {
    const { intake } = await this.#started;
    return emit(intake, events);
  }

  async requestSync(sourceId: string): Promise<void> {
    const { requestSync } = await this.#started;
    await requestSync(sourceId);
  }

  /** From now on events are stored and syncs asked for. */
  start(intake: Intake, requestSync: Started['requestSync']): void {
    this.#start({ intake, requestSync });
  }
}
