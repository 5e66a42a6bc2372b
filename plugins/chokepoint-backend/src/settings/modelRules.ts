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
import { SettingsSection } from 'backstage-plugin-chokepoint-node';
import {
  AgentRules,
  DEFAULT_MODEL_RULES,
  EnvironmentRule,
  ExclusionRule,
  FailureRules,
  ModelRules,
  repositoryKey,
  SignalRules,
  WorkTypeRule,
} from 'chokepoint-flow';

/** Rules that modules add to those of the configuration. */
export interface AddedRules {
  workTypes: WorkTypeRule[];
  exclude: ExclusionRule[];
  environments: EnvironmentRule[];
  bots: string[];
  landingBots: string[];
}

/**
 * The rules of the model that hold here: those of the configuration and those
 * of modules. Of work types the rules of modules are tried first, since they
 * know more about their source; what an operator says of an environment goes
 * before what a module says.
 */
export function modelRules(
  configured: ModelRules,
  added: AddedRules,
): ModelRules {
  return {
    ...configured,
    workTypes: [...added.workTypes, ...configured.workTypes],
    exclude: [...configured.exclude, ...added.exclude],
    environments: [...configured.environments, ...added.environments],
    bots: [...configured.bots, ...added.bots],
    landingBots: [...configured.landingBots, ...added.landingBots],
  };
}

/** Reads every rule of the model that may be set under `chokepoint`. */
export function readModelRules(section: SettingsSection): ModelRules {
  const defaults = DEFAULT_MODEL_RULES;
  return {
    workTypes:
      section.sections('workTypes')?.map(readWorkType) ?? defaults.workTypes,
    exclude: section.sections('exclude')?.map(readExclusion) ?? [],
    signals: readSignals(section.section('signals')),
    agents: readAgents(section.section('agents')),
    environments: section.sections('environments')?.map(readEnvironment) ?? [],
    failures: readFailures(section.section('failures')),
    releasedBranches: readReleasedBranches(section.section('releasedBranches')),
    bots: section.strings('bots') ?? defaults.bots,
    landingBots: section.strings('landingBots') ?? defaults.landingBots,
    staleCheck: section.milliseconds('staleCheck') ?? defaults.staleCheck,
    staleRelease: section.milliseconds('staleRelease') ?? defaults.staleRelease,
  };
}

function readWorkType(rule: SettingsSection): WorkTypeRule {
  return withCondition(rule, {
    workType: required(rule, 'workType'),
    labels: rule.strings('labels'),
    paths: rule.strings('paths'),
    titlePrefixes: rule.strings('titlePrefixes'),
  });
}

function readExclusion(rule: SettingsSection): ExclusionRule {
  return withCondition(rule, {
    name: required(rule, 'name'),
    labels: rule.strings('labels'),
    branches: rule.strings('branches'),
    authors: rule.strings('authors'),
    titlePrefixes: rule.strings('titlePrefixes'),
  });
}

function readSignals(signals: SettingsSection): SignalRules {
  const defaults = DEFAULT_MODEL_RULES.signals;
  const read = (key: keyof SignalRules) =>
    signals.strings(key) ?? defaults[key];
  return {
    approvalCommands: read('approvalCommands'),
    approvalLabels: read('approvalLabels'),
    holdCommands: read('holdCommands'),
    holdLabels: read('holdLabels'),
    blockedLabels: read('blockedLabels'),
  };
}

function readAgents(agents: SettingsSection): AgentRules {
  const defaults = DEFAULT_MODEL_RULES.agents;
  return {
    labels: agents.strings('labels') ?? defaults.labels,
    branchPrefixes: agents.strings('branchPrefixes') ?? defaults.branchPrefixes,
  };
}

function readEnvironment(rule: SettingsSection): EnvironmentRule {
  const production = rule.boolean('production');
  if (production === undefined) {
    return rule.missing('production');
  }
  return { name: required(rule, 'name'), production };
}

function readFailures(failures: SettingsSection): FailureRules {
  const defaults = DEFAULT_MODEL_RULES.failures;
  return {
    severities: failures.strings('severities') ?? defaults.severities,
    incidentLag: failures.milliseconds('incidentLag') ?? defaults.incidentLag,
    revertWords: failures.strings('revertWords') ?? defaults.revertWords,
    hotfixWords: failures.strings('hotfixWords') ?? defaults.hotfixWords,
  };
}

function readReleasedBranches(
  repositories: SettingsSection,
): ModelRules['releasedBranches'] {
  return Object.fromEntries(
    repositories
      .keys()
      .map(key => [repositoryKey(key), repositories.strings(key) ?? []]),
  );
}

function required(section: SettingsSection, key: string): string {
  return section.string(key) ?? section.missing(key);
}

/** A rule that asks for nothing would match nothing, which nobody means. */
function withCondition<T extends object>(section: SettingsSection, rule: T): T {
  const conditions = Object.values(rule).filter(Array.isArray);
  if (conditions.every(list => list.length === 0)) {
    return section.fail('has no condition');
  }
  return rule;
}
