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
import { parse, validate } from 'graphql';
import { queryCost } from '../../dev/testing/queryCost';
import { githubSchema } from '../../dev/testing/schema';
import { deploymentsById, deploymentsPage, releasesPage } from './deployments';
import { closedPullRequests, historiesOf, parentsOf } from './histories';
import { issuesByNumber, issuesPage } from './issues';
import { newsOfRepositories } from './news';
import {
  LONG_LISTS,
  pullRequestsByNumber,
  pullRequestsPage,
  restOfPullRequests,
} from './pullRequests';
import { Query } from './Query';

const shop = { owner: 'acme', name: 'shop' };
const many = Array.from({ length: 20 }, (_, index) => index + 1);

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

/** Every query, as long as it is ever sent, and the points it may cost. */
const QUERIES: [string, Query<unknown>, number][] = [
  [
    'a page of pull requests',
    pullRequestsPage({ ...shop, order: 'CREATED_AT', first: 50 }),
    11,
  ],
  ['pull requests by number', pullRequestsByNumber(shop, many), 5],
  [
    'the rest of pull requests',
    restOfPullRequests(
      many.slice(10).map(n => ({
        id: `PR_${n}`,
        after: { timelineItems: 't', reviews: 'r', files: 'f' },
      })),
    ),
    1,
  ],
  ...LONG_LISTS.map((list): [string, Query<unknown>, number] => [
    `the rest of ${list}`,
    restOfPullRequests([{ id: 'PR_1', after: { [list]: 'x' } }]),
    1,
  ]),
  [
    'a page of issues',
    issuesPage({ ...shop, since: '2024-01-01T00:00:00Z', first: 50 }),
    2,
  ],
  ['issues by number', issuesByNumber(shop, many), 1],
  ['a page of deployments', deploymentsPage({ ...shop, first: 50 }), 8],
  ['deployments by id', deploymentsById(shop, ['DE_1']), 6],
  ['a page of releases', releasesPage({ ...shop, first: 50 }), 1],
  [
    'histories',
    historiesOf(
      shop,
      many
        .slice(10)
        .map(n => ({ oid: `sha${n}`, after: n % 2 ? 'x' : undefined })),
    ),
    20,
  ],
  [
    'parents',
    parentsOf(
      shop,
      hundred.map(n => `sha${n}`),
    ),
    1,
  ],
  ['closed pull requests', closedPullRequests(shop, hundred), 1],
  [
    'the news of repositories',
    newsOfRepositories(Array.from({ length: 25 }, () => shop)),
    1,
  ],
];

describe.each(QUERIES)('%s', (_, { document, variables }, points) => {
  it('is a query by GitHub’s own schema', () => {
    expect(validate(githubSchema(), parse(document))).toEqual([]);
  });

  it('costs no more than it should, and stays below the limit of nodes', () => {
    const cost = queryCost(githubSchema(), parse(document), variables);
    expect(cost.points).toBeLessThanOrEqual(points);
    expect(cost.nodes).toBeLessThan(500_000);
  });

  it('declares the variables it is sent with, and no other', () => {
    const [operation] = parse(document).definitions;
    const declared =
      operation.kind === 'OperationDefinition'
        ? (operation.variableDefinitions ?? []).map(d => d.variable.name.value)
        : [];
    const optional = ['after'];
    expect(
      Object.keys(variables).filter(name => !declared.includes(name)),
    ).toEqual([]);
    expect(
      declared.filter(name => !(name in variables) && !optional.includes(name)),
    ).toEqual([]);
  });
});
