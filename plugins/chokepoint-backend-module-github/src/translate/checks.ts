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
import { CheckOutcome, FlowEvent } from 'chokepoint-flow';
import { CheckContext, PullRequestNode } from '../queries/nodes';
import { Push } from './commits';
import { instant } from './keys';
import { requiredChecksOf } from './requirements';
import { retraction } from './retraction';
import { present } from './timeline';
import { TranslationContext } from './TranslationContext';

type CheckRun = Extract<CheckContext, { __typename: 'CheckRun' }>;
type StatusContext = Extract<CheckContext, { __typename: 'StatusContext' }>;

/** One run of one check. */
interface Run {
  id: string;
  check: string;
  start: number;
  /** Absent while it runs. */
  end?: number;
  outcome?: CheckOutcome;
}

const OUTCOMES: Partial<Record<string, CheckOutcome>> = {
  SUCCESS: 'success',
  NEUTRAL: 'success',
  SKIPPED: 'success',
  CANCELLED: 'cancelled',
  STALE: 'cancelled',
};

/**
 * When checks ran on the last commits of a pull request, each by its name and
 * whether the branch asks for it. What ends after the next push is not reported:
 * that push has put the run away.
 */
export function checksOf(
  pullRequest: PullRequestNode,
  subject: string,
  pushes: Push[],
  context: TranslationContext,
): FlowEvent[] {
  const openedAt = Date.parse(pullRequest.createdAt);
  const required = requiredChecksOf(pullRequest);
  return present(pullRequest.commits).flatMap(({ commit }) => {
    const own = pushes.findIndex(push => push.sha === commit.oid);
    const pushedAt = pushes[own]?.at ?? openedAt;
    const nextPush = pushes[own + 1]?.at ?? Infinity;
    return present(commit.statusCheckRollup?.contexts)
      .flatMap(check => runOf(check, pushedAt))
      .filter(run => isOfTurn(run, openedAt, nextPush))
      .flatMap(run => {
        const start = Math.max(run.start, openedAt);
        const end = run.end && Math.max(run.end, openedAt);
        return [
          ...eventsOfRun(
            { ...run, start, end, id: `${pullRequest.id}:check:${run.id}` },
            { subject, nextPush, required: required?.has(run.check) },
            context,
          ),
          ...formerRuns(
            `${pullRequest.id}:checks:${commit.oid}:${instant(start)}`,
            subject,
            start,
            context,
          ),
        ];
      });
  });
}

/** What passed before the opening says nothing of it; what failed stands. */
function isOfTurn(
  { start, end = start, outcome }: Run,
  openedAt: number,
  nextPush: number,
): boolean {
  return (end > openedAt || outcome === 'failure') && start < nextPush;
}

/**
 * The rules of a branch change: a run that was reported under other rules is
 * another fact, and so they are part of its id.
 */
function eventsOfRun(
  { id, check, start, end, outcome }: Run,
  of: { subject: string; nextPush: number; required: boolean | undefined },
  { source }: TranslationContext,
): FlowEvent[] {
  const { subject, nextPush, required } = of;
  const data = required === undefined ? { check } : { check, required };
  const rule = required === undefined ? '' : `:${required}`;
  const started: FlowEvent = {
    id: `${id}:started:${start}${rule}`,
    source,
    type: 'change.checksStarted',
    subject,
    at: instant(start),
    data,
  };
  if (end === undefined || end >= nextPush) {
    return [started];
  }
  return [
    started,
    {
      id: `${id}:finished:${end}:${outcome}${rule}`,
      source,
      type: 'change.checksFinished',
      subject,
      at: instant(end),
      data: { ...data, outcome },
    },
  ];
}

/** The first edition reported runs that overlap as one. */
function formerRuns(
  id: string,
  subject: string,
  start: number,
  context: TranslationContext,
): FlowEvent[] {
  return ['started', 'finished'].flatMap(step =>
    retraction({ id: `${id}:${step}`, subject, at: instant(start) }, context),
  );
}

/**
 * A run that has begun. A commit status tells only when it was last set: it is
 * taken to have begun with the push of its commit, and to run while pending.
 */
function runOf(check: CheckContext, pushedAt: number): Run[] {
  return check.__typename === 'StatusContext'
    ? runOfStatus(check, pushedAt)
    : runOfCheck(check);
}

function runOfStatus(status: StatusContext, pushedAt: number): Run[] {
  const { id, context: check, state, createdAt } = status;
  const run = { id, check, start: pushedAt };
  if (state === 'EXPECTED') {
    return [];
  }
  if (state === 'PENDING') {
    return [run];
  }
  const end = Math.max(pushedAt, Date.parse(createdAt));
  return [{ ...run, end, outcome: OUTCOMES[state] ?? 'failure' }];
}

function runOfCheck(run: CheckRun): Run[] {
  const { id, name: check, status, conclusion, completedAt } = run;
  if (!run.startedAt || conclusion === 'SKIPPED') {
    return [];
  }
  const start = Date.parse(run.startedAt);
  if (status !== 'COMPLETED' || !completedAt) {
    return [{ id, check, start }];
  }
  const end = Math.max(start, Date.parse(completedAt));
  const outcome = OUTCOMES[conclusion ?? ''] ?? 'failure';
  return [{ id, check, start, end, outcome }];
}
