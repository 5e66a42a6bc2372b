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
import { FlowEvent, WorkTypeRule } from 'chokepoint-flow';
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
