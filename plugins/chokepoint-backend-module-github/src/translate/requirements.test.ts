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
import { Requirement } from 'chokepoint-flow';
import {
  drawContext,
  drawPull,
  at,
  eventsOfPull,
  ofType,
  review,
} from '../../dev/testing/draw';
import { PullRequestNode } from '../queries/nodes';
import { ownersOf, parseCodeOwners } from './codeOwners';

const none = { branchProtectionRule: null, refUpdateRule: null };

function asked(
  given: Parameters<typeof drawPull>[0] & Partial<PullRequestNode>,
) {
  return ofType(eventsOfPull(drawPull(given)), 'change.updated').flatMap(
    ({ data }): (Requirement | number)[] =>
      data?.requirements ??
      (data?.approvalsNeeded === undefined ? [] : [data.approvalsNeeded]),
  );
}

describe('what a branch asks for', () => {
  const owned = {
    baseRef: {
      ...none,
      refUpdateRule: {
        requiredApprovingReviewCount: 1,
        requiresCodeOwnerReviews: true,
      },
    },
    codeOwners: '* @acme/web\n/src/auth/ @acme/security @olga # safe\n',
    files: {
      nodes: [{ path: 'src/a.ts' }, { path: 'src/auth/b.ts' }],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  };
  const web = { from: ['github.com/orgs/acme/teams/web'], count: 1 };
  const security = {
    from: ['github.com/orgs/acme/teams/security', 'github.com/olga'],
    count: 1,
  };

  it('is an approval of each set of code owners, and so many in all', () => {
    expect(asked(owned)).toEqual([{ count: 1 }, security, web]);
  });

  it('is what active rulesets ask for, and not those that are only evaluated', () => {
    const rule = (enforcement: string, count: number) => ({
      repositoryRuleset: { enforcement },
      parameters: {
        __typename: 'PullRequestParameters',
        requiredApprovingReviewCount: count,
      },
    });
    const rules = { nodes: [rule('ACTIVE', 2), rule('EVALUATE', 5)] };
    expect(asked({ baseRef: { ...none, rules } })).toEqual([2]);
  });

  it('was not asked of what was merged without it', () => {
    const reviewed = [review(1, 'bob', 'APPROVED')];
    const codeOwners = '* @olga';
    expect(
      asked({ ...owned, codeOwners, reviewed, mergedAt: at(5), closed: true }),
    ).toEqual([1]);
  });

  it('takes no approval of somebody who may not write', () => {
    const reviewed = [
      { ...review(1, 'eve', 'APPROVED'), authorCanPushToRepository: false },
      { ...review(2, 'bob', 'APPROVED'), authorCanPushToRepository: true },
    ];
    const told = ofType(
      eventsOfPull(drawPull({ reviewed }), drawContext()),
      'change.reviewed',
    );
    expect(told.map(({ data }) => data.counts)).toEqual([false, undefined]);
  });
});

describe('the owners of a path', () => {
  it.each([
    ['*', 'a/b.ts', true],
    ['*.ts', 'a/b.ts', true],
    ['/docs/', 'docs/a/b.md', true],
    ['/docs/', 'src/docs/a.md', false],
    ['apps/', 'src/apps/a.md', true],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['**/logs', 'build/logs/a', true],
    ['src/**/x.ts', 'src/a/b/x.ts', true],
    ['src/a.ts', 'src/a.tsx', false],
  ])('%s matches %s: %s', (pattern, path, matches) => {
    const rules = parseCodeOwners(`${pattern} @olga`);
    expect(ownersOf(rules, [path])).toEqual(matches ? [['@olga']] : []);
  });

  it('are nobody where a later rule says so', () => {
    const rules = parseCodeOwners('* @olga\n/free/\n');
    expect(ownersOf(rules, ['free/a'])).toEqual([]);
  });
});
