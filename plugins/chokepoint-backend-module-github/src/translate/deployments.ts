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
  isProductionName,
} from 'chokepoint-flow';
import {
  DeploymentNode,
  DeploymentStatusNode,
  EnvironmentNode,
  ReleaseNode,
} from '../queries/rolloutNodes';
import { actorOf, reviewerId } from './actors';
import { deploymentKey, instant, releaseKey } from './keys';
import { retraction } from './retraction';
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

/** The environment a deployment was made to. */
export function environmentOf(
  deployment: Pick<DeploymentNode, 'environment' | 'originalEnvironment'>,
): string {
  return (
    deployment.originalEnvironment ?? deployment.environment ?? 'production'
  );
}

/** Whether an environment is production, by the configuration or by its name. */
export function isToProduction(
  deployment: Pick<DeploymentNode, 'environment' | 'originalEnvironment'>,
  productionEnvironments: ReadonlySet<string>,
): boolean {
  const environment = environmentOf(deployment);
  return (
    productionEnvironments.has(environment) || isProductionName(environment)
  );
}

const PASSING =
  /(?<![a-z])(pr|previews?|sandbox|demo|review)(?![a-z])|pull[-_ ]?request/i;

/** Whether an environment comes and goes with a pull request, on no way to production. */
export function isPassing(environment: string): boolean {
  return PASSING.test(environment);
}

/**
 * Everything GitHub tells of one deployment. Whether its environment is
 * production is only passed on where the configuration says so: GitHub's
 * `production_environment: false` is its default, and says nothing.
 */
export function translateDeployment(
  deployment: DeploymentNode,
  context: RolloutContext,
): FlowEvent[] {
  const subject = deploymentKey(context, deployment.id);
  const environment = environmentOf(deployment);
  const description: DeploymentDescription = {
    environment,
    repo: context.repo,
    sha: deployment.commitOid,
  };
  const isConfigured = context.productionEnvironments.has(environment);
  const at = instant(deployment.createdAt);
  const approvers = context.approvers.get(environment) ?? [];
  return [
    {
      id: `${deployment.id}:requested${isConfigured ? ':production' : ''}`,
      source: context.source,
      type: 'deployment.requested',
      subject,
      at,
      actor: actorOf(deployment.creator, context),
      data: isConfigured ? { ...description, production: true } : description,
    },
    ...retraction({ id: deployment.id, subject, at }, context),
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
 * Those of several packages at one commit are one release of the repository, as
 * the model has it.
 */
export function translateRelease(
  release: ReleaseNode,
  context: TranslationContext,
): FlowEvent[] {
  const { id, tagName, tagCommit, publishedAt } = release;
  if (release.isDraft || release.isPrerelease || !publishedAt || !tagCommit) {
    return [];
  }
  const subject = releaseKey(context, tagName);
  const at = instant(publishedAt);
  return [
    {
      id: `${id}:published:${tagCommit.oid}`,
      source: context.source,
      type: 'deployment.finished',
      subject,
      at,
      actor: actorOf(release.author, context),
      data: {
        outcome: 'success',
        environment: 'release',
        repo: context.repo,
        sha: tagCommit.oid,
        production: true,
      },
    },
    ...retraction({ id, subject, at }, context),
  ];
}
