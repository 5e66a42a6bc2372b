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

import { EnvironmentRule } from '../rules/ModelRules';

/**
 * What an environment was taken for, and by what.
 *
 * @public
 */
export interface EnvironmentVerdict {
  production: boolean;
  takenBy: 'source' | 'rule' | 'words';
}

const PRODUCTION = new Set(['prod', 'prd', 'production', 'live']);

const REGIONS = [
  ...['eu', 'us', 'uk', 'ap', 'apac', 'emea', 'na', 'sa'],
  ...['east', 'west', 'north', 'south', 'central'],
].join('|');

const WITH_REGION = new RegExp(
  `^(?:(?:prod|prd)(?:${REGIONS})+|(?:${REGIONS})+(?:prod|prd))$`,
);

const NOT_PRODUCTION = new Set([
  ...['pre', 'non', 'not', 'test', 'testing', 'qa', 'uat', 'dev'],
  ...['development', 'preview', 'stage', 'staging', 'stg', 'perf', 'load'],
  ...['acceptance', 'sandbox', 'demo', 'canary', 'pr'],
]);

const NOT_ON_THE_WAY = new Set(['preview', 'sandbox', 'demo', 'pr']);

/**
 * Whether an environment is production (section 2 of the model, *What is in
 * production*): what is configured goes before what the source says, and that
 * before the words of its name.
 *
 * @param said - what the source says, if anything
 * @public
 */
export function environmentVerdict(
  name: string,
  said: boolean | undefined,
  rules: readonly EnvironmentRule[],
): EnvironmentVerdict {
  const rule = rules.find(candidate => matches(name, candidate.name));
  if (rule) {
    return { production: rule.production, takenBy: 'rule' };
  }
  return said === undefined
    ? { production: isProductionName(name), takenBy: 'words' }
    : { production: said, takenBy: 'source' };
}

/**
 * Whether the name of an environment says that it is production: `us-prod`,
 * `prodEU`, `production/web`, but not `pre-prod`.
 *
 * @public
 */
export function isProductionName(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some(word => PRODUCTION.has(word) || WITH_REGION.test(word)) &&
    !words.some(word => NOT_PRODUCTION.has(word))
  );
}

/**
 * Whether what waits at a gate of this environment is on its way to
 * production: previews, sandboxes and demos are not.
 *
 * @public
 */
export function isOnTheWay(name: string): boolean {
  return !wordsOf(name).some(word => NOT_ON_THE_WAY.has(word));
}

/** A word ends at anything but a letter, and before a capital after a small one. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '')
    .map(word => word.toLowerCase());
}

/** Whether a name matches a pattern in which `*` stands for any characters. */
function matches(name: string, pattern: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*')}$`, 'is').test(name);
}
