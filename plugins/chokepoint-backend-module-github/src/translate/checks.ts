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
import { FlowEvent, Outcome } from 'chokepoint-flow';
import { CheckContext, CheckedCommit, PullRequestNode } from '../queries/nodes';
import { Push } from './commits';
import { instant } from './keys';
import { present } from './timeline';
import { TranslationContext } from './TranslationContext';

type CheckRun = Extract<CheckContext, { __typename: 'CheckRun' }>;
type StatusContext = Extract<CheckContext, { __typename: 'StatusContext' }>;

/** A stretch in which at least one check of a commit ran. */
interface Stretch {
  start: number;
  /** Absent while a check of it still runs. */
  end?: number;
  failed: boolean;
}

const PASSED = new Set(['SUCCESS', 'NEUTRAL', 'SKIPPED']);

/**
 * When checks ran on the last commits of a pull request: the union of the runs
 * of one commit, so that two jobs at once are one wait. What ends after the
 * next push is not told: that push has put the run away.
 */
export function checksOf(
  pullRequest: PullRequestNode,
  subject: string,
  pushes: Push[],
  context: TranslationContext,
): FlowEvent[] {
  const openedAt = Date.parse(pullRequest.createdAt);
  return present(pullRequest.commits).flatMap(({ commit }) => {
    const own = pushes.findIndex(push => push.sha === commit.oid);
    const pushedAt = pushes[own]?.at ?? openedAt;
    const nextPush = pushes[own + 1]?.at ?? Infinity;
    return stretchesOf(commit, pushedAt)
      .filter(({ start, end }) => (end ?? start) > openedAt && start < nextPush)
      .flatMap(stretch =>
        eventsOfStretch(
          { id: `${pullRequest.id}:checks:${commit.oid}`, subject },
          { ...stretch, start: Math.max(stretch.start, openedAt) },
          nextPush,
          context,
        ),
      );
  });
}

function eventsOfStretch(
  { id, subject }: { id: string; subject: string },
  { start, end, failed }: Stretch,
  nextPush: number,
  { source }: TranslationContext,
): FlowEvent[] {
  const startedAt = instant(start);
  const started: FlowEvent = {
    id: `${id}:${startedAt}:started`,
    source,
    type: 'change.checksStarted',
    subject,
    at: startedAt,
  };
  if (end === undefined || end >= nextPush) {
    return [started];
  }
  const outcome: Outcome = failed ? 'failure' : 'success';
  return [
    started,
    {
      id: `${id}:${startedAt}:finished`,
      source,
      type: 'change.checksFinished',
      subject,
      at: instant(end),
      data: { outcome },
    },
  ];
}

/** The union of the runs of a commit's checks, in order. */
function stretchesOf(commit: CheckedCommit, pushedAt: number): Stretch[] {
  const runs = present(commit.statusCheckRollup?.contexts)
    .flatMap(check => runOf(check, pushedAt))
    .sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last && run.start <= (last.end ?? Infinity)) {
      last.failed ||= run.failed;
      last.end =
        last.end === undefined || run.end === undefined
          ? undefined
          : Math.max(last.end, run.end);
    } else {
      stretches.push({ ...run });
    }
  }
  return stretches;
}

/**
 * A run that has begun. A commit status tells only when it was last set: it is
 * taken to have begun with the push of its commit, and to run while pending.
 */
function runOf(check: CheckContext, pushedAt: number): Stretch[] {
  return check.__typename === 'StatusContext'
    ? runOfStatus(check, pushedAt)
    : runOfCheck(check);
}

function runOfStatus(
  { state, createdAt }: StatusContext,
  pushedAt: number,
): Stretch[] {
  if (state === 'EXPECTED') {
    return [];
  }
  if (state === 'PENDING') {
    return [{ start: pushedAt, failed: false }];
  }
  const end = Math.max(pushedAt, Date.parse(createdAt));
  return [{ start: pushedAt, end, failed: !PASSED.has(state) }];
}

function runOfCheck(check: CheckRun): Stretch[] {
  if (!check.startedAt || check.conclusion === 'SKIPPED') {
    return [];
  }
  const start = Date.parse(check.startedAt);
  return check.status === 'COMPLETED' && check.completedAt
    ? [
        {
          start,
          end: Math.max(start, Date.parse(check.completedAt)),
          failed: !PASSED.has(check.conclusion ?? ''),
        },
      ]
    : [{ start, failed: false }];
}
