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

/** The rules of the model that are asked at every event, ready to be asked. */
export interface RuleSets {
  rules: ModelRules;
  bots: ReadonlySet<string>;
  landingBots: ReadonlySet<string>;
  approvalCommands: ReadonlySet<string>;
  approvalLabels: ReadonlySet<string>;
  holdCommands: ReadonlySet<string>;
  holdLabels: ReadonlySet<string>;
  blockedLabels: ReadonlySet<string>;
}

const known = new WeakMap<ModelRules, RuleSets>();

/** Labels, commands and actors of the rules compare without case. */
export function ruleSetsOf(rules: ModelRules): RuleSets {
  let sets = known.get(rules);
  if (!sets) {
    sets = {
      rules,
      bots: withoutCase(rules.bots),
      landingBots: withoutCase(rules.landingBots),
      approvalCommands: withoutCase(rules.signals.approvalCommands),
      approvalLabels: withoutCase(rules.signals.approvalLabels),
      holdCommands: withoutCase(rules.signals.holdCommands),
      holdLabels: withoutCase(rules.signals.holdLabels),
      blockedLabels: withoutCase(rules.signals.blockedLabels),
    };
    known.set(rules, sets);
  }
  return sets;
}

function withoutCase(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(word => word.toLowerCase()));
}
