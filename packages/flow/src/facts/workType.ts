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

import { ChangeDescription } from '../events/FlowEvent';

/**
 * A rule that names the type of work a change is: it matches when any of its
 * conditions does.
 *
 * @public
 */
export interface WorkTypeRule {
  /** Lower camel case: `operationalFix`. */
  workType: string;
  /** Any of these labels, of the change or its work items, compared without case. */
  labels?: string[];
  /** Every changed path lies below one of these folders or ends with one of these endings (`docs/`, `.md`). */
  paths?: string[];
  /** The title begins with one of these, compared without case. */
  titlePrefixes?: string[];
}

/**
 * The five types of work of a portal's users; what none matches is `other`.
 *
 * @public
 */
export const DEFAULT_WORK_TYPE_RULES: readonly WorkTypeRule[] = [
  {
    workType: 'operationalFix',
    labels: ['bug', 'fix', 'hotfix', 'incident', 'security', 'regression'],
    titlePrefixes: ['fix', 'hotfix', 'revert', 'bugfix'],
  },
  {
    workType: 'experiment',
    labels: ['experiment', 'instrumentation', 'analytics', 'feature-flag'],
    titlePrefixes: ['experiment', 'exp:', 'track', 'analytics'],
  },
  {
    workType: 'contentAndConfiguration',
    labels: [
      'content',
      'documentation',
      'docs',
      'configuration',
      'config',
      'translation',
      'dependencies',
    ],
    titlePrefixes: ['docs', 'content', 'config', 'chore(deps)', 'bump '],
    paths: [
      'docs/',
      '.md',
      '.mdx',
      '.txt',
      '.yaml',
      '.yml',
      '.json',
      '.properties',
    ],
  },
  {
    workType: 'uxIteration',
    labels: ['ux', 'ui', 'design', 'frontend', 'css'],
    titlePrefixes: ['ui', 'ux', 'style'],
    paths: ['.css', '.scss', '.svg', '.html'],
  },
  {
    workType: 'corePlatform',
    labels: [
      'core',
      'platform',
      'refactoring',
      'refactor',
      'infrastructure',
      'architecture',
      'performance',
    ],
    titlePrefixes: [
      'refactor',
      'perf',
      'build',
      'ci',
      'core',
      'platform',
      'infra',
    ],
  },
];

/**
 * The type of work of a change: that of the first rule that matches, else
 * `other`.
 *
 * @public
 */
export function workTypeOf(
  change: Pick<ChangeDescription, 'title' | 'labels' | 'paths'>,
  rules: readonly WorkTypeRule[],
  workItemLabels: readonly string[] = [],
): string {
  const title = change.title.toLowerCase();
  const labels = new Set(
    [...(change.labels ?? []), ...workItemLabels].map(label =>
      label.toLowerCase(),
    ),
  );
  const paths = change.paths ?? [];
  const rule = rules.find(
    ({ labels: l, titlePrefixes: t, paths: p }) =>
      l?.some(label => labels.has(label.toLowerCase())) ||
      t?.some(prefix => title.startsWith(prefix.toLowerCase())) ||
      (p &&
        paths.length > 0 &&
        paths.every(path => p.some(part => matches(path, part)))),
  );
  return rule?.workType ?? 'other';
}

function matches(path: string, part: string): boolean {
  return part.endsWith('/') ? path.startsWith(part) : path.endsWith(part);
}
