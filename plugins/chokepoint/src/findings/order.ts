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

import { FindingPage } from 'backstage-plugin-chokepoint-common';

type Item = FindingPage['items'][number];

const GRAVITY = { critical: 0, warning: 1, info: 2 } as const;

/** Findings with the gravest first; of the same gravity in their order. */
export function bySeverity(items: readonly Item[]): Item[] {
  return [...items].sort(
    (a, b) => GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity],
  );
}

/** The rules that fired anywhere. */
export function rulesOf(items: readonly Item[]): string[] {
  return [...new Set(items.map(({ finding }) => finding.rule))].sort();
}

/** `growingBacklog` → `Growing backlog`. */
export function ruleName(rule: string): string {
  const words = rule.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
