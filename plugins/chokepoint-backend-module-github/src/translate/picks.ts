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
import { CommitNode, PullRequestNode } from '../queries/nodes';
import { baseAtOpening, titleAtOpening } from './opening';

/** What `git cherry-pick -x` writes. */
const PICKED = /\(cherry picked from commit [0-9a-f]{7,}\)/i;
/** What GitHub ends the headline of a squashed pull request with. */
const SQUASHED = /\(#(\d+)\)$/;
const BACKPORT_WORD = /\b(back-?port(ed)?|cherry-?pick(ed)?)\b/i;
/** Branches that backport bots make: `mergify/bp/…`, `backport-7-to-1.4`. */
const BACKPORT_BRANCH = /^(mergify\/bp\/|back-?port|cherry-?pick)/i;
const RELEASE_BRANCH = /^(release|stable|maint|hotfix|v?\d)/i;

/**
 * Whether a commit was made for another change before it was committed here
 * (section 2 of the model, *When it starts*): git says so, its headline is that
 * of another pull request, or the whole pull request is a backport.
 */
export function isPicked(
  commit: CommitNode,
  pullRequest: PullRequestNode,
): boolean {
  return (
    PICKED.test(commit.messageBody ?? '') ||
    namesAnother(commit.messageHeadline ?? '', pullRequest) ||
    isBackport(pullRequest)
  );
}

function namesAnother(title: string, { number }: PullRequestNode): boolean {
  const named = SQUASHED.exec(title)?.[1];
  return named !== undefined && Number(named) !== number;
}

function isBackport(pullRequest: PullRequestNode): boolean {
  const title = titleAtOpening(pullRequest);
  return (
    BACKPORT_BRANCH.test(pullRequest.headRefName ?? '') ||
    BACKPORT_WORD.test(title) ||
    (RELEASE_BRANCH.test(baseAtOpening(pullRequest)) &&
      namesAnother(title, pullRequest))
  );
}
