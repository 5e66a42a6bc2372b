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
import { Actor } from 'chokepoint-flow';
import { CommitNode, PullRequestNode, Who } from '../queries/nodes';
import { actorOf } from './actors';
import { isPicked } from './picks';
import { eventsOf, itemsOf } from './timeline';
import { TranslationContext } from './TranslationContext';

const EARLIEST = Date.UTC(1990, 0, 1);

/** Stands for a commit GitHub no longer has: git's own "no object". */
const NO_COMMIT = '0'.repeat(40);

/** GitHub itself commits for people who press a button. */
const GITHUB_COMMITTER = 'web-flow';

/** One push to a pull request's branch after the opening. */
export interface Push {
  id: string;
  sha: string;
  /** Milliseconds since the epoch. */
  at: number;
  actor?: Actor;
  /** Only its signature says which app made it. */
  isOfApp?: boolean;
  /** It brings in the base branch and nothing else. */
  isBaseMerge?: boolean;
}

/**
 * The pushes to a pull request's branch after its opening, in order.
 *
 * GitHub keeps the instant of a force-push, but not of an ordinary push: the
 * commits that are listed are those of now, with the dates their authors'
 * clocks gave them. An ordinary push is taken to be at its commit's committed
 * date, no earlier than the last thing that shows the branch without it: the
 * opening, the force-push or the commit before. Commits up to the last
 * force-push came with that force-push. The head that a force-push replaced
 * counts as pushed too.
 *
 * A webhook would know the instant to the second. It is not used: a figure must
 * not depend on whether a webhook arrived.
 */
export function pushesOf(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): Push[] {
  const forced = forcedPushes(pullRequest, context);
  const commits = itemsOf(pullRequest, 'PullRequestCommit').map(
    item => item.commit,
  );
  const lastForced = forced.at(-1);
  const since = lastForced?.at ?? Date.parse(pullRequest.createdAt);
  const included = commits.findIndex(({ oid }) => oid === lastForced?.sha);
  const pushes = [...forced];
  let before = since;
  let pushed = included >= 0;
  for (const commit of commits.slice(included + 1)) {
    const committedAt = Date.parse(commit.committedDate);
    pushed ||= committedAt > since;
    if (pushed) {
      before = Math.max(before, committedAt);
      const push = ordinaryPush(pullRequest, commit, before, context);
      pushes.push({ ...push, isBaseMerge: isBaseMerge(commit, commits) });
    }
  }
  // GitHub's own clock goes before ours, which may be slow.
  const now = Math.max(context.now, Date.parse(pullRequest.updatedAt));
  return pushes.filter(push => push.at <= now);
}

/**
 * Whether a commit is an "update branch": a merge that brings in what is not the
 * pull request's own, which is what its base branch had already.
 */
function isBaseMerge({ parents }: CommitNode, own: CommitNode[]): boolean {
  const [, ...merged] = parents ?? [];
  return (
    merged.length > 0 &&
    merged.every(parent => !own.some(({ oid }) => oid === parent))
  );
}

/** Whether a commit may be a merge, so that its parents are worth reading. */
export function maybeMerge(commit: CommitNode): boolean {
  return /^merge\b/i.test(commit.messageHeadline ?? '');
}

function ordinaryPush(
  pullRequest: PullRequestNode,
  commit: CommitNode,
  at: number,
  context: TranslationContext,
): Push {
  const mergedAt = Date.parse(pullRequest.mergedAt ?? '');
  return {
    id: pushId(pullRequest, commit.oid),
    sha: commit.oid,
    at: at > mergedAt ? mergedAt : at,
    actor: pusherOf(commit, context) ?? actorOf(appOf(commit), context),
    isOfApp: !pusherOf(commit, context) && appOf(commit) !== undefined,
  };
}

function pushId(pullRequest: PullRequestNode, oid: string): string {
  return `${pullRequest.id}:pushed:${oid}`;
}

/** Who made the commit, which is who most likely pushed it. */
function pusherOf(
  commit: CommitNode,
  context: TranslationContext,
): Actor | undefined {
  const committer = commit.committer?.user;
  const user =
    committer && committer.login !== GITHUB_COMMITTER
      ? committer
      : commit.author?.user;
  return actorOf(user && { __typename: 'User', ...user }, context);
}

/** The app that made a commit; an app has no account, but signs as `name[bot]`. */
function appOf({ author, committer }: CommitNode): Who | undefined {
  const name = [committer?.name, author?.name].find(of =>
    of?.endsWith('[bot]'),
  );
  return name
    ? { __typename: 'Bot', login: name.replace(/\[bot\]$/, '') }
    : undefined;
}

/** The force-pushes, each after the push of the head it replaced. */
function forcedPushes(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): Push[] {
  const pushes: Push[] = [];
  let head: string | undefined;
  let before = Date.parse(pullRequest.createdAt);
  for (const item of eventsOf(pullRequest, 'HeadRefForcePushedEvent')) {
    const { beforeCommit, afterCommit } = item;
    const at = Date.parse(item.createdAt);
    if (beforeCommit && beforeCommit.oid !== head) {
      const committedAt = Date.parse(beforeCommit.committedDate);
      if (committedAt > before && committedAt <= at) {
        pushes.push(
          ordinaryPush(pullRequest, beforeCommit, committedAt, context),
        );
      }
    }
    const sha = afterCommit?.oid ?? NO_COMMIT;
    pushes.push({ id: item.id, sha, at, actor: actorOf(item.actor, context) });
    head = sha;
    before = at;
  }
  return pushes;
}

/**
 * The earliest date among the commits that are there now and those that
 * force-pushes put away, in milliseconds since the epoch: when each was written,
 * or, if it was made for another change, when it was committed here. A date
 * before 1990 is no date, and one after the opening is a wrong clock or later
 * work: it is the opening then.
 */
export function firstCommitAt(
  pullRequest: PullRequestNode,
): number | undefined {
  return earliest(pullRequest, commit =>
    isPicked(commit, pullRequest) ? commit.committedDate : commit.authoredDate,
  );
}

/** The earliest author date, wherever the commits were made. */
export function firstAuthoredAt(
  pullRequest: PullRequestNode,
): number | undefined {
  return earliest(pullRequest, commit => commit.authoredDate);
}

function earliest(
  pullRequest: PullRequestNode,
  dateOf: (commit: CommitNode) => string,
): number | undefined {
  const openedAt = Date.parse(pullRequest.createdAt);
  const dates = [
    ...itemsOf(pullRequest, 'PullRequestCommit').map(item => item.commit),
    ...eventsOf(pullRequest, 'HeadRefForcePushedEvent').flatMap(
      ({ beforeCommit, afterCommit }) => [beforeCommit, afterCommit],
    ),
  ]
    .flatMap(commit => (commit ? Date.parse(dateOf(commit)) : []))
    .filter(date => date >= EARLIEST);
  return dates.length > 0 ? Math.min(openedAt, ...dates) : undefined;
}
