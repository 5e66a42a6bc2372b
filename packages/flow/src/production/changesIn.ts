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

import { ModelRules } from '../rules/ModelRules';
import { Instant } from '../timeline/Segment';
import { ChangeRecord } from './ChangeRecord';
import { RepositoryInput } from './RepositoryPlacement';
import { WalkedChange } from './WalkedChange';

/** A step in the life of a change, as far as its repository is concerned. */
export type LifeStep =
  | { at: Instant; kind: 'landed'; sha?: string }
  | { at: Instant; kind: 'closed' }
  | { at: Instant; kind: 'reopened' };

/** The changes that were opened by an instant, nothing of which has happened yet. */
export function changesIn(
  { changes, entitiesOf }: RepositoryInput,
  asOf: Instant,
): WalkedChange[] {
  return (
    changes
      .filter(({ openedAt }) => openedAt <= asOf)
      // Not in the order of arrival, which says nothing.
      .sort((a, b) => (a.change < b.change ? -1 : 1))
      .map(record => new WalkedChange(record, entitiesOf(record.change)))
  );
}

/**
 * How a change went in, out and in again: a merge; a close that says as which
 * commit it landed; or a close by a bot that is known to land what it closes.
 */
export function landingsIn(
  { life }: ChangeRecord,
  rules: ModelRules,
): LifeStep[] {
  const landingBots = new Set(rules.landingBots.map(id => id.toLowerCase()));
  return life.map((step): LifeStep => {
    const { at } = step;
    switch (step.kind) {
      case 'merged':
        return { at, kind: 'landed', sha: step.sha };
      case 'closed':
        if (step.landedAs !== undefined) {
          return { at, kind: 'landed', sha: step.landedAs };
        }
        return landingBots.has(step.by?.toLowerCase() ?? '')
          ? { at, kind: 'landed' }
          : { at, kind: 'closed' };
      default:
        return { at, kind: 'reopened' };
    }
  });
}
