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

import { z } from 'zod/v4';
import { commitKey, withoutScheme } from '../identity/keys';
import {
  Commit,
  FlowEventData,
  FlowEventType,
  FLOW_EVENT_TYPES,
} from './FlowEvent';

export const DAY = 86_400_000;
export const EARLIEST = Date.UTC(1990, 0, 1);
/** Bounds that keep every key within what database indexes take. */
const MAX_KEY = 500;
const MAX_TEXT = 10_000;
const MAX_ITEMS = 5_000;
/** Paths that are kept of a change; whoever touches more is large anyway. */
export const MAX_PATHS = 5_000;
/** More than any forge lets a branch ask for. */
const MAX_APPROVALS = 100;

const RFC3339 =
  /^\d{4}-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const isoDateTime = z.iso.datetime({ offset: true });

/** `host/path`: a host with a dot, a port, or both, and something behind it. */
const SUBJECT =
  /^(?=[^/]*[.:])[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?\/\S+$/i;

function isInstant(value: string): boolean {
  return RFC3339.test(value) && isoDateTime.safeParse(value).success;
}

const clean = z
  .string({ error: 'not a string' })
  .refine(value => !value.includes('\u0000'), 'contains a NUL character');
const text = clean.max(MAX_TEXT, `longer than ${MAX_TEXT} characters`);
const key = clean
  .min(1, 'empty')
  .max(MAX_KEY, `longer than ${MAX_KEY} characters`);
const subject = clean
  .transform(withoutScheme)
  .pipe(
    key.regex(SUBJECT, 'not a URL without its scheme: a host, then a path'),
  );
const instant = z
  .string({ error: 'not an RFC 3339 instant' })
  .refine(isInstant, 'not an RFC 3339 instant')
  .transform(value => new Date(value).toISOString());
const count = z
  .int({ error: 'not a whole number' })
  .nonnegative('less than zero');
const flag = z.boolean({ error: 'not true or false' });

function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item, { error: 'not a list' })
    .max(MAX_ITEMS, `more than ${MAX_ITEMS} items`);
}

function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `not one of ${values.join(', ')}` });
}

const verdict = oneOf(['approved', 'changesRequested', 'commented']);
const outcome = oneOf(['success', 'failure']);
const category = oneOf(['todo', 'doing', 'waiting', 'blocked', 'done']);

const approvals = count.max(MAX_APPROVALS, `more than ${MAX_APPROVALS}`);
const sha = key.transform(commitKey);

const requirement = z.strictObject({
  from: listOf(key).optional(),
  count: approvals,
  distinct: flag.optional(),
  signal: text.optional(),
});

const description = z.strictObject({
  title: text,
  url: text,
  repo: subject,
  baseBranch: text.optional(),
  headBranch: text.optional(),
  draft: flag.optional(),
  additions: count.optional(),
  deletions: count.optional(),
  paths: z.array(text, { error: 'not a list' }).optional(),
  labels: listOf(text).optional(),
  workItems: listOf(subject).optional(),
  firstCommitAt: instant.optional(),
  approvalsNeeded: approvals.optional(),
  requirements: listOf(requirement).optional(),
  onBehalfOf: key.optional(),
  assistedBy: listOf(key).optional(),
  commits: listOf(sha).optional(),
});

const deployment = z.strictObject({
  environment: text,
  repo: subject,
  sha,
  service: key.optional(),
  paths: listOf(text).optional(),
  release: key.optional(),
  commits: listOf(sha).optional(),
  previousSha: sha.optional(),
  changes: listOf(subject).optional(),
  production: flag.optional(),
});

const none = z.strictObject({});
const workItem = z.strictObject({
  title: text.optional(),
  url: text.optional(),
  owner: text.optional(),
  labels: listOf(text).optional(),
  parent: subject.optional(),
});
const incident = z.strictObject({
  deployment: subject.optional(),
  repo: subject.optional(),
  services: listOf(key).optional(),
  severity: text.optional(),
  cause: oneOf(['change', 'other', 'unknown']).optional(),
});
const checkRun = z.strictObject({
  check: text.optional(),
  required: flag.optional(),
});
const label = z.strictObject({ label: text.min(1, 'empty') });
const block = z.strictObject({
  by: key.optional(),
  reason: text.optional(),
});
const commit: z.ZodType<Commit> = z.tuple([sha, listOf(sha), instant], {
  error: 'not a commit: [sha, [parents], instant]',
});
const renamed = z.strictObject({ to: subject });
const approvers = z.strictObject({ approvers: listOf(key).optional() });
const question = z.strictObject({ to: listOf(key).optional() });
const reviewers = z.strictObject({
  reviewers: listOf(key).min(1, 'empty'),
});

const dataOf = {
  'workItem.created': workItem,
  'workItem.updated': workItem,
  'workItem.decided': none,
  'workItem.undecided': none,
  'workItem.started': none,
  'workItem.assigned': z.strictObject({ to: listOf(key) }),
  'workItem.statusChanged': z.strictObject({
    from: text,
    to: text,
    category,
    waitingOn: listOf(key).optional(),
  }),
  'workItem.questionAsked': question,
  'workItem.questionAnswered': question,
  'workItem.done': none,
  'workItem.reopened': none,
  'change.opened': description,
  'change.updated': description.partial(),
  'change.assigned': z.strictObject({ to: listOf(key) }),
  'change.pushed': z.strictObject({
    sha,
    committedAt: instant.optional(),
    kind: oneOf(['work', 'baseMerge']).optional(),
  }),
  'change.drafted': none,
  'change.ready': none,
  'change.reviewRequested': reviewers.extend({ insteadOf: key.optional() }),
  'change.reviewRequestRemoved': reviewers,
  'change.reviewed': z.strictObject({ verdict, counts: flag.optional() }),
  'change.reviewDismissed': z.strictObject({ reviewer: key }),
  'change.commented': z.strictObject({ command: text.optional() }),
  'change.labelled': label,
  'change.unlabelled': label,
  'change.blocked': block,
  'change.unblocked': block,
  'change.checksStarted': checkRun,
  'change.checksFinished': checkRun.extend({
    outcome: oneOf(['success', 'failure', 'cancelled']).optional(),
  }),
  'change.queued': none,
  'change.dequeued': none,
  'change.merged': z.strictObject({ sha }),
  'change.closed': z.strictObject({ landedAs: sha.optional() }),
  'change.reopened': none,
  'deployment.requested': deployment,
  'deployment.approvalRequested': approvers,
  'deployment.approved': approvers,
  'deployment.started': deployment.partial(),
  'deployment.finished': deployment.partial().extend({ outcome }),
  'deployment.rolledBack': z.strictObject({ to: sha.optional() }),
  'incident.opened': incident,
  'incident.updated': incident,
  'incident.resolved': incident,
  'repository.commits': z.strictObject({ commits: listOf(commit) }),
  'repository.described': z.strictObject({
    defaultBranch: text.optional(),
    releasedBranches: listOf(text).optional(),
  }),
  'repository.renamed': renamed,
  'actor.renamed': renamed,
  'team.renamed': renamed,
  'fact.retracted': z.strictObject({ id: key }),
} satisfies { [T in FlowEventType]: z.ZodType<FlowEventData[T]> };

const actor = z.strictObject({
  id: key,
  kind: oneOf(['human', 'bot', 'agent']),
});

function eventOf<T extends FlowEventType>(type: T) {
  const data: z.ZodType = dataOf[type];
  return z.strictObject({
    id: key,
    source: key,
    type: z.literal(type),
    subject,
    at: instant,
    actor: actor.optional(),
    data: data.safeParse({}).success ? data.optional() : data,
  });
}

export const schemas = new Map<string, z.ZodType>(
  FLOW_EVENT_TYPES.map(type => [type, eventOf(type)]),
);
