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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  EnvironmentRule,
  ExclusionRule,
  FlowEvent,
  WorkTypeRule,
} from 'chokepoint-flow';
import { EmitReport, FlowSource } from './FlowSource';

/**
 * Where modules register sources of events.
 *
 * @public
 */
export interface ChokepointSourcesExtensionPoint {
  addSource(...sources: FlowSource[]): void;
  /**
   * Stores events that arrive outside of a sync, from a webhook for example.
   * Usable from the moment the plugin has started.
   */
  emit(events: FlowEvent[]): Promise<EmitReport>;
  /**
   * Asks for a sync of one source soon, before its next interval.
   */
  requestSync(sourceId: string): Promise<void>;
}

/**
 * Where modules register sources of events.
 *
 * @public
 */
export const chokepointSourcesExtensionPoint =
  createExtensionPoint<ChokepointSourcesExtensionPoint>({
    id: 'chokepoint.sources',
  });

/**
 * Where modules register rules about changes.
 *
 * @public
 */
export interface ChokepointRulesExtensionPoint {
  /** Tried before the rules of the configuration. */
  addWorkTypeRule(...rules: WorkTypeRule[]): void;
  /** Changes that are left out of the figures, beside those configured. */
  addExclusionRule(...rules: ExclusionRule[]): void;
  /** What environments are; tried after the rules of the configuration. */
  addEnvironmentRule(...rules: EnvironmentRule[]): void;
  /** Ids of actors that are bots, whatever their source says. */
  addBot(...actorIds: string[]): void;
  /** Ids of bots that close changes which they have landed. */
  addLandingBot(...actorIds: string[]): void;
}

/**
 * Where modules register rules about changes.
 *
 * @public
 */
export const chokepointRulesExtensionPoint =
  createExtensionPoint<ChokepointRulesExtensionPoint>({
    id: 'chokepoint.rules',
  });

/**
 * Where modules say which settings are theirs. A key under `chokepoint` that
 * nobody claims is refused at the start of the backend; a module claims its own
 * key and reads what lies below it with `SettingsSection`, which refuses what
 * the module does not know.
 *
 * @public
 */
export interface ChokepointSettingsExtensionPoint {
  /** Keys under `chokepoint` that the module reads itself: `jira`. */
  claimSettings(...keys: string[]): void;
}

/**
 * Where modules say which settings are theirs.
 *
 * @public
 */
export const chokepointSettingsExtensionPoint =
  createExtensionPoint<ChokepointSettingsExtensionPoint>({
    id: 'chokepoint.settings',
  });
