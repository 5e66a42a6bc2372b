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
import { FlowEvent, FlowEventType, validateEvent } from 'chokepoint-flow';
import {
  CheckContext,
  CommitNode,
  Page,
  PullRequestNode,
  ReviewNode,
  ReviewState,
  TimelineItem,
  Who,
} from '../../src/queries/nodes';
import { RolloutContext } from '../../src/translate/deployments';
import { actorNames } from '../../src/translate/actors';
import { translatePullRequest } from '../../src/translate/pullRequest';

/** When the drawn pull request was opened. */
const OPENED = Date.UTC(2024, 4, 6, 9);
const HOUR = 3_600_000;

/** An instant so many hours after the opening, as GitHub writes it. */
export function at(hours: number): string {
  return new Date(OPENED + hours * HOUR).toISOString().replace('.000Z', 'Z');
}

/** The same as events have it. */
export function eventAt(hours: number): string {
  return new Date(OPENED + hours * HOUR).toISOString();
}

/** Somebody; names that begin with `app-` are typed as bots. */
export function who(login: string): NonNullable<Who> {
  return { __typename: login.startsWith('app-') ? 'Bot' : 'User', login };
}

let ids = 0;

/** The fields every timeline item has: so many hours after the opening, by whom. */
export function happened(hours: number, login?: string) {
  ids += 1;
  const actor = login === undefined ? null : who(login);
  return { id: `item-${ids}`, createdAt: at(hours), actor };
}

/** A commit, made and authored so many hours after the opening. */
export function commit(oid: string, made: number, authored = made): CommitNode {
  return { oid, committedDate: at(made), authoredDate: at(authored) };
}

/** The row a commit has in a timeline. */
export function committed(of: CommitNode): TimelineItem {
  return { __typename: 'PullRequestCommit', id: `row-${of.oid}`, commit: of };
}

/** A force-push. */
export function forcePush(
  hours: number,
  after: CommitNode | null,
  before: CommitNode | null = null,
): TimelineItem {
  return {
    __typename: 'HeadRefForcePushedEvent',
    ...happened(hours, 'alice'),
    beforeCommit: before,
    afterCommit: after,
  };
}

/** A review. */
export function review(
  hours: number,
  login: string | undefined,
  state: ReviewState,
): ReviewNode {
  ids += 1;
  return {
    id: `review-${ids}`,
    state,
    submittedAt: state === 'PENDING' ? null : at(hours),
    author: login === undefined ? null : who(login),
  };
}

/** A list that is read to its end. */
export function page<T>(nodes: T[]): Page<T> {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}

/** What a drawn pull request is where nothing else is given. */
function plainPull(): PullRequestNode {
  return {
    id: 'PR_1',
    number: 42,
    title: 'A change',
    url: 'https://github.com/acme/shop/pull/42',
    isDraft: false,
    closed: false,
    createdAt: at(0),
    updatedAt: at(1000),
    mergedAt: null,
    additions: 10,
    deletions: 2,
    baseRefName: 'main',
    baseRef: null,
    headRefOid: 'head',
    mergeCommit: null,
    author: who('alice'),
    labels: { nodes: [] },
    files: page([{ path: 'src/a.ts' }]),
    reviews: page([]),
    timelineItems: page([]),
    commits: { nodes: [] },
    closingIssuesReferences: { nodes: [] },
  };
}

/** A pull request by alice, with nothing but what is given. */
export function drawPull(
  given: Partial<PullRequestNode> & {
    items?: TimelineItem[];
    reviewed?: ReviewNode[];
    checks?: Record<string, CheckContext[]>;
  } = {},
): PullRequestNode {
  const { items = [], reviewed = [], checks = {}, ...fields } = given;
  // A review is in the timeline unless it only replies.
  const rows = reviewed.map(
    ({ id }): TimelineItem => ({ __typename: 'PullRequestReview', id }),
  );
  return {
    ...plainPull(),
    reviews: page(reviewed),
    timelineItems: page([...items, ...rows]),
    commits: {
      nodes: Object.entries(checks).map(([oid, contexts]) => ({
        commit: { oid, statusCheckRollup: { contexts: page(contexts) } },
      })),
    },
    ...fields,
  };
}

/** The context of `acme/shop`, a year after everything that is drawn. */
export function drawContext(
  given: Partial<RolloutContext> = {},
): RolloutContext {
  return {
    source: 'github:github.com',
    host: 'github.com',
    repo: 'github.com/acme/shop',
    actors: actorNames({ bots: [], agents: [] }),
    decision: { labels: ['accepted'], milestone: false },
    commands: ['/lgtm', '/approve', '/hold'],
    readBefore: false,
    now: OPENED + 365 * 24 * HOUR,
    productionEnvironments: new Set(),
    approvers: new Map(),
    ...given,
  };
}

/** The events of a drawn pull request; all of them are valid. */
export function eventsOfPull(
  pull: PullRequestNode,
  context = drawContext(),
): FlowEvent[] {
  return valid(translatePullRequest(pull, context), context.now);
}

/** The events as the log would store them; none may be refused. */
export function valid(events: FlowEvent[], now: number): FlowEvent[] {
  return events.map(event => {
    const validation = validateEvent(event, { now });
    if (!validation.ok) {
      throw new Error(`${event.type} is refused: ${validation.reason}`);
    }
    return validation.event;
  });
}

/** The events of one type, in order. */
export function ofType<T extends FlowEventType>(events: FlowEvent[], type: T) {
  return events
    .filter(
      (event): event is Extract<FlowEvent, { type: T }> => event.type === type,
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
