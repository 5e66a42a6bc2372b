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

import { ExclusionRule } from '../rules/ModelRules';

/**
 * What the rules that leave changes out look at.
 *
 * @public
 */
export interface Excludable {
  title: string;
  labels?: readonly string[];
  headBranch?: string;
  /** Actor id of the author. */
  author?: string;
}

/**
 * The name of the first rule that leaves a change out of the figures (section 2
 * of the KPIs, *Leaving out*): by a label, its head branch, its author or the
 * begin of its title, whichever of these the rule has. Undefined where none
 * does.
 *
 * @public
 */
export function excludedBy(
  change: Excludable,
  rules: readonly ExclusionRule[],
): string | undefined {
  return rules.find(rule => excludes(rule, change))?.name;
}

function excludes(rule: ExclusionRule, change: Excludable): boolean {
  const { labels = [], branches = [], authors = [], titlePrefixes = [] } = rule;
  const { headBranch, author, title } = change;
  const own = (change.labels ?? []).map(lower);
  return (
    labels.some(label => own.includes(lower(label))) ||
    authors.some(id => author !== undefined && lower(id) === lower(author)) ||
    titlePrefixes.some(prefix => lower(title).startsWith(lower(prefix))) ||
    branches.some(
      pattern => headBranch !== undefined && isLike(headBranch, pattern),
    )
  );
}

/** Whether a branch is one of a pattern, in which `*` stands for any characters. */
function isLike(branch: string, pattern: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/\W/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(branch);
}

function lower(text: string): string {
  return text.toLowerCase();
}
