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
import { RecordedItem, RecordedPull } from './recordedPulls';
import { dateOf } from './recordedWorld';

/**
 * The recorded pull requests as they were at an instant (as GitHub writes it):
 * what had not happened yet is cut off.
 */
export function pullsAt(
  pulls: RecordedPull[],
  instant: string,
): RecordedPull[] {
  return pulls.flatMap(pull => pullAt(pull, instant) ?? []);
}

/** One of them; undefined before its opening. */
export function pullAt(
  pull: RecordedPull,
  instant: string,
): RecordedPull | undefined {
  if (pull.createdAt > instant) {
    return undefined;
  }
  const items = itemsAt(pull, instant);
  const lastOf = (...kinds: string[]) =>
    items.filter(item => kinds.includes(item.__typename)).at(-1)?.__typename;
  const draft = lastOf('ReadyForReviewEvent', 'ConvertToDraftEvent');
  const merged = pull.mergedAt !== null && pull.mergedAt <= instant;
  const closed = lastOf('ClosedEvent', 'ReopenedEvent') === 'ClosedEvent';
  return {
    ...pull,
    title: titleAt(pull, instant),
    labels: { nodes: labelsAt(pull, instant) },
    state: closedState(merged, closed),
    mergedAt: merged ? pull.mergedAt : null,
    closedAt: merged || closed ? pull.closedAt : null,
    mergeCommit: merged ? pull.mergeCommit : null,
    isDraft: draft ? draft === 'ConvertToDraftEvent' : wasDraft(pull),
    timelineItems: { nodes: items },
    reviewThreadComments: pull.reviewThreadComments.filter(
      comment => comment.createdAt <= instant,
    ),
  };
}

/** The title, as the world numbers those whose text was not recorded. */
function titleAt(pull: RecordedPull, instant: string): string {
  const renames = pull.timelineItems.nodes.filter(
    item => item.__typename === 'RenamedTitleEvent',
  );
  const before = renames.filter(item => dateOf(item) <= instant);
  return before.length < renames.length ? `title ${before.length}` : pull.title;
}

/** The labels: those of now, without what changed since. */
function labelsAt(pull: RecordedPull, instant: string): { name: string }[] {
  const names = new Set(pull.labels.nodes.map(label => label.name));
  for (const item of [...pull.timelineItems.nodes].reverse()) {
    if (item.label && dateOf(item) > instant) {
      if (item.__typename === 'LabeledEvent') {
        names.delete(item.label.name);
      } else {
        names.add(item.label.name);
      }
    }
  }
  return [...names].map(name => ({ name }));
}

function closedState(merged: boolean, closed: boolean): string {
  if (merged) {
    return 'MERGED';
  }
  return closed ? 'CLOSED' : 'OPEN';
}

/** Whether it was opened as a draft: its first draft event tells. */
function wasDraft(pull: RecordedPull): boolean {
  const first = pull.timelineItems.nodes.find(item =>
    ['ReadyForReviewEvent', 'ConvertToDraftEvent'].includes(item.__typename),
  );
  return first ? first.__typename === 'ReadyForReviewEvent' : pull.isDraft;
}

/** The items up to an instant; a review dismissed later is not dismissed yet. */
function itemsAt(pull: RecordedPull, instant: string): RecordedItem[] {
  const all = pull.timelineItems.nodes;
  const pushed = commitsAt(pull, instant);
  return all
    .filter(item =>
      item.commit && item.__typename === 'PullRequestCommit'
        ? pushed.has(item.commit.oid)
        : dateOf(item) <= instant,
    )
    .map(item => {
      const dismissal = all.find(other => other.review?.id === item.id);
      return dismissal && dateOf(dismissal) > instant
        ? { ...item, state: dismissal.previousReviewState }
        : item;
    });
}

/**
 * The commits of now that were there at an instant: those up to the one a
 * force-push brought came with it, later ones when they were made.
 */
function commitsAt(pull: RecordedPull, instant: string): Set<string> {
  const items = pull.timelineItems.nodes;
  const commits = items.flatMap(item =>
    item.__typename === 'PullRequestCommit' ? item.commit ?? [] : [],
  );
  const forced = items
    .filter(item => item.__typename === 'HeadRefForcePushedEvent')
    .at(-1);
  const included = commits.findIndex(
    commit => commit.oid === forced?.afterCommit?.oid,
  );
  const there = commits.filter((commit, index) =>
    index <= included
      ? dateOf(forced!) <= instant
      : commit.committedDate <= instant,
  );
  return new Set(there.map(commit => commit.oid));
}
