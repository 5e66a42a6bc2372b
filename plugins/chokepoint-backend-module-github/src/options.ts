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
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { actorNames } from './translate/actors';
import { ActorNames, DecisionRule } from './translate/TranslationContext';

const RELEASES = ['whenNoDeployments', 'always', 'never'] as const;

/** Those that the default rules of the model know. */
const COMMANDS = ['/lgtm', '/approve', '/hold'];

/** When a release stands for a deployment to production. */
export type ReleasesOption = (typeof RELEASES)[number];

/** What the portal may decide about how GitHub is read. */
export interface GithubOptions {
  actors: ActorNames;
  decision: DecisionRule;
  /** Commands in comments that are reported, in lower case. */
  commands: readonly string[];
  /** Names of environments that are production though they do not say so. */
  productionEnvironments: ReadonlySet<string>;
  releases: ReleasesOption;
  /** Share of the hour's points that is left to others, 0 to 1. */
  reserve: number;
  /**
   * How far back the first reading goes; undefined where it goes to the
   * beginning. In and out: milliseconds since the epoch.
   */
  oldest(now: number): number | undefined;
}

/** Reads `chokepoint.github`; every key has a default. */
export function readGithubOptions(root: Config): GithubOptions {
  const config = root.getOptionalConfig('chokepoint.github');
  const names = (key: string) => config?.getOptionalStringArray(key) ?? [];
  return {
    actors: actorNames({
      bots: names('botLogins'),
      agents: names('agentLogins'),
    }),
    decision: {
      labels: config?.getOptionalStringArray('decisionLabels') ?? ['accepted'],
      milestone: config?.getOptionalBoolean('decisionByMilestone') ?? false,
    },
    commands: [...COMMANDS, ...names('commands')].map(command =>
      command.toLocaleLowerCase('en-US'),
    ),
    productionEnvironments: new Set(names('productionEnvironments')),
    releases: readReleases(config),
    reserve: readReserve(config),
    oldest: readOldest(config),
  };
}

function readReleases(config: Config | undefined): ReleasesOption {
  const value = config?.getOptionalString('releases') ?? RELEASES[0];
  const option = RELEASES.find(known => known === value);
  if (!option) {
    throw new InputError(
      `chokepoint.github.releases: ${value} is not one of ${RELEASES.join(
        ', ',
      )}`,
    );
  }
  return option;
}

function readReserve(config: Config | undefined): number {
  const reserve = config?.getOptionalNumber('rateLimitReserve') ?? 0.2;
  if (!(reserve >= 0 && reserve < 1)) {
    throw new InputError(
      `chokepoint.github.rateLimitReserve: ${reserve} is not a share from 0 to below 1`,
    );
  }
  return reserve;
}

function readOldest(config: Config | undefined): GithubOptions['oldest'] {
  if (!config?.has('history')) {
    return () => undefined;
  }
  const history = Duration.fromObject(
    readDurationFromConfig(config, { key: 'history' }),
  ).toMillis();
  return now => now - history;
}
