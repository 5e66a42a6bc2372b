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

import fc from 'fast-check';
import {
  FLOW_EVENT_TYPES,
  FlowEvent,
  FlowEventData,
  FlowEventType,
} from '../src/events/FlowEvent';
import { TimelineContext } from '../src/timeline/Timeline';
import { CHANGE, EPOCH, REPO, WORK_ITEM } from './story';

const PEOPLE = ['alice', 'bob', 'carol', 'dave'];
const TEAM = 'github.com/orgs/acme/teams/web';
const OTHER_ITEM = 'acme.atlassian.net/browse/SHOP-8';
const LATEST = 60_000;

/** Instants within a minute, so that many events share one. */
const instant = fc
  .oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: LATEST }))
  .map(ms => new Date(EPOCH + ms).toISOString());
const person = fc.constantFrom(...PEOPLE);
const actor = fc.option(
  fc.record({
    id: person,
    kind: fc.constantFrom('human' as const, 'human' as const, 'bot' as const),
  }),
  { nil: undefined },
);
const reviewers = fc.uniqueArray(fc.constantFrom(...PEOPLE, TEAM), {
  minLength: 1,
  maxLength: 3,
});
const workItems = fc.option(
  fc.uniqueArray(fc.constantFrom(WORK_ITEM, OTHER_ITEM)),
  {
    nil: undefined,
  },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const requirements = maybe(
  fc.array(
    fc.record({
      from: maybe(
        fc.uniqueArray(fc.constantFrom(...PEOPLE, TEAM), { minLength: 1 }),
      ),
      count: fc.constantFrom(1, 2),
      distinct: maybe(fc.boolean()),
    }),
    { maxLength: 2 },
  ),
);
const label = fc.constantFrom('lgtm', 'hold', 'blocked', 'on hold', 'other');
const labels = maybe(fc.uniqueArray(label));
const checkRun = fc.record({
  check: maybe(fc.constantFrom('build', 'lint')),
  required: maybe(fc.boolean()),
  sha: maybe(fc.constantFrom('s', 't')),
});
const approvalsNeeded = fc.constantFrom(undefined, undefined, 0, 1, 2, 3);
const description = fc.record({
  title: fc.constant('t'),
  url: fc.constant('u'),
  repo: fc.constant(REPO),
  draft: fc.boolean(),
  workItems,
  firstCommitAt: fc.option(instant, { nil: undefined }),
  approvalsNeeded,
  requirements,
  labels,
  headBranch: maybe(fc.constantFrom('feature', 'copilot/feature')),
  onBehalfOf: maybe(person),
  assistedBy: maybe(fc.uniqueArray(person)),
});
const deployment = fc.record({
  environment: fc.constantFrom('production', 'production', 'staging'),
  repo: fc.constant(REPO),
  sha: fc.constant('m1'),
});
const outcome = fc.constantFrom('success' as const, 'failure' as const);

const dataOf: { [T in FlowEventType]?: fc.Arbitrary<FlowEventData[T]> } = {
  'workItem.assigned': fc.record({ to: fc.uniqueArray(person) }),
  'workItem.statusChanged': fc.record({
    from: fc.constant('a'),
    to: fc.constant('b'),
    category: fc.constantFrom(
      'todo' as const,
      'doing' as const,
      'waiting' as const,
      'blocked' as const,
      'done' as const,
    ),
    waitingOn: fc.option(fc.uniqueArray(person), { nil: undefined }),
  }),
  'workItem.created': fc.record({ parent: maybe(fc.constant(OTHER_ITEM)) }),
  'workItem.updated': fc.record({ parent: maybe(fc.constant(WORK_ITEM)) }),
  'change.opened': description,
  'change.updated': fc.record({
    workItems,
    firstCommitAt: maybe(instant),
    approvalsNeeded,
    requirements,
    labels,
  }),
  'change.assigned': fc.record({ to: fc.uniqueArray(person) }),
  'change.pushed': fc.record({
    sha: fc.constantFrom('s', 't'),
    committedAt: maybe(instant),
    kind: fc.constantFrom(undefined, 'work' as const, 'baseMerge' as const),
  }),
  'change.reviewRequested': fc.record({
    reviewers,
    insteadOf: maybe(fc.constant(TEAM)),
  }),
  'change.commented': fc.record({
    command: fc.constantFrom(
      ...[undefined, '/lgtm', '/lgtm cancel', '/hold', '/hold cancel'],
      '/approve',
    ),
  }),
  'change.labelled': fc.record({ label }),
  'change.unlabelled': fc.record({ label }),
  'change.blocked': fc.record({ by: maybe(fc.constantFrom('dave', TEAM)) }),
  'change.checksStarted': checkRun,
  'change.checksFinished': fc
    .tuple(
      checkRun,
      maybe(
        fc.constantFrom(
          'success' as const,
          'failure' as const,
          'cancelled' as const,
        ),
      ),
    )
    .map(([run, ended]) => ({ ...run, outcome: ended })),
  'change.closed': fc.record({ landedAs: maybe(fc.constant('m1')) }),
  'change.reviewRequestRemoved': fc.record({ reviewers }),
  'change.reviewed': fc.record({
    verdict: fc.constantFrom(
      'approved' as const,
      'changesRequested' as const,
      'commented' as const,
    ),
    counts: maybe(fc.boolean()),
  }),
  'change.reviewDismissed': fc.record({ reviewer: person }),
  'change.merged': fc.constant({ sha: 'm1' }),
  'deployment.requested': deployment,
  'deployment.approvalRequested': fc.record({
    approvers: fc.uniqueArray(person),
  }),
  'deployment.started': fc.oneof(fc.constant({}), deployment),
  'repository.commits': fc.constant({ commits: [] }),
  'repository.renamed': fc.constant({ to: REPO }),
  'actor.renamed': fc.constant({ to: 'alice' }),
  'team.renamed': fc.constant({ to: TEAM }),
  'fact.retracted': fc.constant({ id: 'none' }),
  'deployment.finished': fc.oneof(
    fc.record({ outcome }),
    fc.tuple(deployment, outcome).map(([d, o]) => ({ ...d, outcome: o })),
  ),
};

function subjectOf(type: FlowEventType): fc.Arbitrary<string> {
  switch (type.split('.')[0]) {
    case 'change':
      return fc.constant(CHANGE);
    case 'workItem':
      return fc.constantFrom(WORK_ITEM, OTHER_ITEM);
    default:
      return fc.constantFrom(`${REPO}/deployments/1`, `${REPO}/deployments/2`);
  }
}

function eventOf(type: FlowEventType): fc.Arbitrary<FlowEvent> {
  const data: fc.Arbitrary<object | undefined> =
    dataOf[type] ?? fc.constant(undefined);
  return fc
    .record({ subject: subjectOf(type), at: instant, actor, data })
    .map(
      event => ({ ...event, id: '', source: 'test:random', type } as FlowEvent),
    );
}

const opening = eventOf('change.opened').map(event => ({
  ...event,
  at: new Date(EPOCH + 10).toISOString(),
}));

/** Any set of events about one change, its work items and its deployments. */
export const eventSets: fc.Arbitrary<FlowEvent[]> = fc
  .tuple(
    fc.option(opening, { freq: 9 }),
    fc.array(fc.oneof(...FLOW_EVENT_TYPES.map(eventOf)), { maxLength: 30 }),
  )
  .map(([first, rest]) =>
    [...(first ? [first] : []), ...rest].map((event, i) => ({
      ...event,
      id: `e${i}`,
    })),
  );

/** Instants within the time of the events, and beyond. */
export const instants = fc.integer({
  min: EPOCH - 10,
  max: EPOCH + LATEST + 1000,
});

/** What may be known beside the events. */
export const contexts: fc.Arbitrary<TimelineContext> = fc
  .record({
    approvalsNeeded: fc.constantFrom(undefined, 0, 1, 2),
    firstDeploymentAt: fc.option(instants, { nil: undefined }),
    known: fc.boolean(),
  })
  .map(({ known, ...rest }) => ({
    ...rest,
    change: CHANGE,
    owner: 'group:default/shop',
    partyOf: id => (known || id === 'bob' ? `user:default/${id}` : 'external'),
    isMemberOf: (id, team) => id === 'carol' && team === TEAM,
  }));
