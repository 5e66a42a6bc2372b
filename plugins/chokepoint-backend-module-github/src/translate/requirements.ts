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
import { FlowEventOf, Requirement } from 'chokepoint-flow';
import { createHash } from 'node:crypto';
import {
  BaseRef,
  BranchRule,
  PullRequestNode,
  RulesetRule,
} from '../queries/nodes';
import { ownersOf, parseCodeOwners } from './codeOwners';
import { instant } from './keys';
import { present } from './timeline';
import { TranslationContext } from './TranslationContext';

type Update = Pick<FlowEventOf<'change.updated'>, 'id' | 'at' | 'data'>;

/**
 * What the branch asks for: by its protection, by the rulesets that hold for it,
 * and by the owners of the code that is changed. GitHub shows the rules as they
 * are now and not since when they are: they are reported at the opening, and of
 * several that were read the one that asks for the most holds. A branch that
 * asks for nothing reports nothing of how many approvals its people want.
 */
export function requirementsOf(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): Update[] {
  const { id, createdAt } = pullRequest;
  const count = approvalsAsked(pullRequest);
  const owned = ownersAsked(pullRequest, context);
  const at = instant(createdAt);
  // Of two facts of one instant the later by id holds.
  const weight = String(count + owned.length).padStart(3, '0');
  if (owned.length > 0) {
    const total: Requirement[] = count > 0 ? [{ count }] : [];
    const requirements = [...total, ...owned];
    const digest = createHash('sha256')
      .update(JSON.stringify(requirements))
      .digest('hex')
      .slice(0, 16);
    return [
      {
        id: `${id}:requirements:${weight}:${digest}`,
        at,
        data: { requirements },
      },
    ];
  }
  return count > 0
    ? [
        {
          id: `${id}:approvalsNeeded:${weight}`,
          at,
          data: { approvalsNeeded: count },
        },
      ]
    : [];
}

/** How many approvals are asked for; what was merged with fewer was not under that rule. */
function approvalsAsked(pullRequest: PullRequestNode): number {
  const asked = Math.max(
    0,
    ...protectionOf(pullRequest.baseRef).map(
      rule => rule.requiredApprovingReviewCount ?? 0,
    ),
    ...activeRules(pullRequest.baseRef).map(
      rule => rule.parameters?.requiredApprovingReviewCount ?? 0,
    ),
  );
  const approved = approversOf(pullRequest).size;
  return pullRequest.mergedAt && approved < asked ? 0 : asked;
}

/** One approval of each set of code owners whose approval is asked for. */
function ownersAsked(
  pullRequest: PullRequestNode,
  { host }: TranslationContext,
): Requirement[] {
  const { baseRef, codeOwners, files, author } = pullRequest;
  const isAsked =
    protectionOf(baseRef).some(rule => rule.requiresCodeOwnerReviews) ||
    activeRules(baseRef).some(rule => rule.parameters?.requireCodeOwnerReview);
  if (!isAsked || codeOwners === undefined) {
    return [];
  }
  const paths = present(files).map(file => file.path);
  return ownersOf(parseCodeOwners(codeOwners), paths)
    .map(owners => owners.filter(owner => !isLogin(owner, author?.login)))
    .filter(owners => owners.length > 0 && wasAsked(owners, pullRequest))
    .map(owners => ({
      from: owners.map(owner => ownerId(owner, host)),
      count: 1,
    }));
}

function isLogin(owner: string, login: string | undefined): boolean {
  return owner.slice(1).toLowerCase() === login?.toLowerCase();
}

/** `@alice` is a person, `@acme/web` a team. */
function ownerId(owner: string, host: string): string {
  const [name, team] = owner.slice(1).split('/');
  return team === undefined
    ? `${host}/${name}`
    : `${host}/orgs/${name}/teams/${team}`;
}

/** What was merged without an approval that could be theirs was not under that rule. */
function wasAsked(owners: string[], pullRequest: PullRequestNode): boolean {
  const approvers = approversOf(pullRequest);
  const hasTeam = owners.some(owner => owner.includes('/'));
  return (
    !pullRequest.mergedAt ||
    (hasTeam && approvers.size > 0) ||
    [...approvers].some(login => owners.some(owner => isLogin(owner, login)))
  );
}

function approversOf({ author, reviews }: PullRequestNode): Set<string> {
  const approvers = present(reviews)
    .filter(({ state }) => state === 'APPROVED')
    .filter(review => review.authorCanPushToRepository !== false)
    .flatMap(review => review.author?.login ?? [])
    .filter(login => login !== author?.login);
  return new Set(approvers);
}

function protectionOf(baseRef: BaseRef | null): BranchRule[] {
  const rule = baseRef?.branchProtectionRule ?? baseRef?.refUpdateRule;
  return rule ? [rule] : [];
}

/** Rules of rulesets that are in force; one that is only evaluated blocks nothing. */
function activeRules(baseRef: BaseRef | null): RulesetRule[] {
  return present(baseRef?.rules).filter(
    rule => (rule.repositoryRuleset?.enforcement ?? 'ACTIVE') === 'ACTIVE',
  );
}

/**
 * The names of the checks that the branch asks for; undefined where it asks for
 * none, or the token may not see which.
 */
export function requiredChecksOf({
  baseRef,
}: PullRequestNode): ReadonlySet<string> | undefined {
  const names = [
    ...protectionOf(baseRef).flatMap(
      rule => rule.requiredStatusCheckContexts ?? [],
    ),
    ...activeRules(baseRef).flatMap(rule =>
      (rule.parameters?.requiredStatusChecks ?? []).map(check => check.context),
    ),
  ].filter(name => name !== null);
  return names.length > 0 ? new Set(names) : undefined;
}
