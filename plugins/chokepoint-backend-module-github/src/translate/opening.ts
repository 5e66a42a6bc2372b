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
import { PullRequestNode } from '../queries/nodes';
import { eventsOf, present } from './timeline';

/** The title it was opened with, worked out backwards from its renames. */
export function titleAtOpening(pullRequest: PullRequestNode): string {
  const [renamed] = eventsOf(pullRequest, 'RenamedTitleEvent');
  return renamed?.previousTitle ?? pullRequest.title;
}

/** The branch it was opened for. */
export function baseAtOpening(pullRequest: PullRequestNode): string {
  const [changed] = eventsOf(pullRequest, 'BaseRefChangedEvent');
  return changed?.previousRefName ?? pullRequest.baseRefName;
}

/**
 * Whether it was opened as a draft. No flag says so; its first draft event
 * does: made ready, it was one; made a draft, it was not; neither, then it is
 * what the flag says now.
 */
export function draftAtOpening(pullRequest: PullRequestNode): boolean {
  const [first] = eventsOf(
    pullRequest,
    'ReadyForReviewEvent',
    'ConvertToDraftEvent',
  );
  return first
    ? first.__typename === 'ReadyForReviewEvent'
    : pullRequest.isDraft;
}

/** The labels that were taken away before they were given, and those nobody touched. */
export function labelsAtOpening(pullRequest: PullRequestNode): string[] {
  const first = new Map<string, string>();
  for (const item of eventsOf(pullRequest, 'LabeledEvent', 'UnlabeledEvent')) {
    if (!first.has(item.label.name)) {
      first.set(item.label.name, item.__typename);
    }
  }
  const untouched = present(pullRequest.labels)
    .map(label => label.name)
    .filter(name => !first.has(name));
  const taken = [...first]
    .filter(([, kind]) => kind === 'UnlabeledEvent')
    .map(([name]) => name);
  return [...untouched, ...taken];
}
