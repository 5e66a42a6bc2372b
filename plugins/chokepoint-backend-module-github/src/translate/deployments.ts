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
import {
  Actor,
  DeploymentDescription,
  FlowEvent,
  isProduction,
} from 'chokepoint-flow';
import {
  DeploymentNode,
  DeploymentStatusNode,
  EnvironmentNode,
  HistoryNode,
  ReleaseNode,
} from '../queries/nodes';
import { actorOf, reviewerId } from './actors';
import { deploymentKey, instant, pullRequestKey, releaseKey } from './keys';
import { byDate, present } from './timeline';
import { TranslationContext } from './TranslationContext';

/** What a repository's deployments are read against. */
export interface RolloutContext extends TranslationContext {
  /** Names of environments that are production though they do not say so. */
  productionEnvironments: ReadonlySet<string>;
  /** Actor and team ids that have to approve a deployment, by environment. */
  approvers: ReadonlyMap<string, string[]>;
}

/** Whom a deployment to each environment has to be approved by. */
export function approversOf(
  environments: EnvironmentNode[],
  host: string,
): Map<string, string[]> {
  return new Map(
    environments.map(({ name, protectionRules }) => [
      name,
      present(protectionRules)
        .flatMap(rule => present(rule.reviewers))
        .flatMap(reviewer => reviewerId(reviewer, host) ?? []),
    ]),
  );
}

/** The environment a deployment was made to, and whether that is production. */
export function environmentOf(
  deployment: Pick<DeploymentNode, 'environment' | 'originalEnvironment'>,
  productionEnvironments: ReadonlySet<string>,
): { environment: string; production: boolean } {
  const environment =
    deployment.originalEnvironment ?? deployment.environment ?? 'production';
  return {
    environment,
    production:
      productionEnvironments.has(environment) || isProduction({ environment }),
  };
}

/**
 * Everything GitHub tells of one deployment.
 *
 * @param changes - keys of the pull requests it contains, where known
 */
export function translateDeployment(
  deployment: DeploymentNode,
  changes: string[] | undefined,
  context: RolloutContext,
): FlowEvent[] {
  const subject = deploymentKey(context, deployment.id);
  const { environment, production } = environmentOf(
    deployment,
    context.productionEnvironments,
  );
  const description: DeploymentDescription = {
    environment,
    repo: context.repo,
    sha: deployment.commitOid,
    production,
  };
  const approvers = context.approvers.get(environment) ?? [];
  return [
    {
      id: deployment.id,
      source: context.source,
      type: 'deployment.requested',
      subject,
      at: instant(deployment.createdAt),
      actor: actorOf(deployment.creator, context),
      data: changes ? { ...description, changes } : description,
    },
    ...stepsOf(deployment, subject, approvers, context),
  ];
}

function stepsOf(
  deployment: DeploymentNode,
  subject: string,
  approvers: string[],
  context: TranslationContext,
): FlowEvent[] {
  const statuses = present(deployment.statuses).sort(byDate);
  return statuses.flatMap((status, index) => {
    const step = {
      id: status.id,
      source: context.source,
      subject,
      at: instant(status.createdAt),
      actor: actorOf(status.creator, context),
    };
    return [
      ...approvalOf(status, statuses[index - 1], step),
      ...stepOf(status, approvers, step),
    ];
  });
}

interface Step {
  id: string;
  source: string;
  subject: string;
  at: string;
  actor?: Actor;
}

/**
 * A deployment that goes on after it waited was approved. GitHub does not tell
 * here by whom; the one who set the next status is a machine.
 */
function approvalOf(
  status: DeploymentStatusNode,
  before: DeploymentStatusNode | undefined,
  { id, source, subject, at }: Step,
): FlowEvent[] {
  const waited = before?.state === 'WAITING';
  const goesOn = ['QUEUED', 'PENDING', 'IN_PROGRESS', 'SUCCESS'];
  return waited && goesOn.includes(status.state)
    ? [
        {
          id: `${id}:approved`,
          source,
          type: 'deployment.approved',
          subject,
          at,
        },
      ]
    : [];
}

/** `INACTIVE` is what became of a deployment that another has replaced. */
function stepOf(
  status: DeploymentStatusNode,
  approvers: string[],
  step: Step,
): FlowEvent[] {
  switch (status.state) {
    case 'WAITING':
      return [
        { ...step, type: 'deployment.approvalRequested', data: { approvers } },
      ];
    case 'IN_PROGRESS':
      return [{ ...step, type: 'deployment.started' }];
    case 'SUCCESS':
      return [
        { ...step, type: 'deployment.finished', data: { outcome: 'success' } },
      ];
    case 'FAILURE':
    case 'ERROR':
      return [
        { ...step, type: 'deployment.finished', data: { outcome: 'failure' } },
      ];
    default:
      return [];
  }
}

/**
 * A published release as a deployment to production, for repositories whose
 * releases are how their changes reach users. Drafts and pre-releases are not.
 */
export function translateRelease(
  release: ReleaseNode,
  changes: string[] | undefined,
  context: TranslationContext,
): FlowEvent[] {
  const { id, tagName, tagCommit, publishedAt } = release;
  if (release.isDraft || release.isPrerelease || !publishedAt || !tagCommit) {
    return [];
  }
  const description: DeploymentDescription = {
    environment: 'release',
    repo: context.repo,
    sha: tagCommit.oid,
    production: true,
  };
  return [
    {
      id,
      source: context.source,
      type: 'deployment.finished',
      subject: releaseKey(context, tagName),
      at: instant(publishedAt),
      actor: actorOf(release.author, context),
      data: {
        outcome: 'success',
        ...(changes ? { ...description, changes } : description),
      },
    },
  ];
}

const MERGE_HEADLINES = [/^Merge pull request #(\d+) /, / \(#(\d+)\)$/];

/**
 * The pull requests whose merges lie between a commit and the one that was
 * rolled out before it, as GitHub words the headlines of merges: `Merge pull
 * request #7 from …` and `Title (#7)`.
 *
 * @param before - commits that were rolled out earlier; the search ends there
 */
export function changesIn(
  { history }: HistoryNode,
  before: ReadonlySet<string>,
  repo: string,
): string[] {
  const numbers = new Set<number>();
  for (const [index, { oid, messageHeadline }] of present(history).entries()) {
    if (index > 0 && before.has(oid)) {
      break;
    }
    for (const pattern of MERGE_HEADLINES) {
      const number = pattern.exec(messageHeadline)?.[1];
      if (number !== undefined) {
        numbers.add(Number(number));
      }
    }
  }
  return [...numbers].map(number => pullRequestKey(repo, number));
}
