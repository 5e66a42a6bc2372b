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

import { DeploymentDescription } from '../events/FlowEvent';
import { EnvironmentRule } from '../rules/ModelRules';
import { Instant } from '../timeline/Segment';
import { EnvironmentVerdict, environmentVerdict } from './environments';
import { RollOutMoment, RollOutRecord } from './RollOutRecord';

/** What must be known of a roll-out before it says anything. */
type Described = Partial<DeploymentDescription> &
  Pick<DeploymentDescription, 'environment' | 'repo' | 'sha'>;

/** Something that happened to a roll-out, with all that was said of it by then. */
export interface RollOutStep {
  at: Instant;
  kind: Exclude<RollOutMoment, 'finished'> | 'succeeded' | 'failed';
  known: Described;
  environment: EnvironmentVerdict;
  approvers: readonly string[];
  to?: string;
}

/** One roll-out, up to an instant. */
export interface RollOut {
  key: string;
  /** Its begin, else the first that is known of it. */
  startedAt: Instant;
  steps: readonly RollOutStep[];
}

/**
 * A roll-out as far as it was known at an instant: nothing is said of it before
 * its environment, its repository and its commit are known.
 */
export function rollOutUpTo(
  { rollOut: key, happenings }: RollOutRecord,
  asOf: Instant,
  rules: readonly EnvironmentRule[],
): RollOut | undefined {
  const said: Partial<DeploymentDescription> = {};
  const steps: RollOutStep[] = [];
  let untold: Omit<RollOutStep, 'known' | 'environment'>[] = [];
  let startedAt: Instant | undefined;
  let verdict: EnvironmentVerdict | undefined;
  for (const happening of happenings) {
    const { at, approvers = [], to, outcome } = happening;
    if (at > asOf) {
      break;
    }
    Object.assign(said, happening.description);
    if (happening.kind === 'started') {
      startedAt ??= at;
    } else if (happening.kind === 'finished') {
      // One that was started again after its end began before that.
      startedAt ??= happenings[0].at;
    }
    const kind =
      happening.kind === 'finished' ? ended(outcome) : happening.kind;
    untold.push({ at, kind, approvers, ...(to !== undefined && { to }) });
    const known = describedBy(said);
    if (known) {
      const { environment, production } = known;
      if (!verdict || happening.description) {
        verdict = environmentVerdict(environment, production, rules);
      }
      for (const step of untold) {
        steps.push({ ...step, at, known, environment: verdict });
      }
      untold = [];
    }
  }
  return steps.length === 0
    ? undefined
    : { key, startedAt: startedAt ?? steps[0].at, steps };
}

function ended(outcome: string | undefined): 'succeeded' | 'failed' {
  return outcome === 'success' ? 'succeeded' : 'failed';
}

function describedBy(
  said: Partial<DeploymentDescription>,
): Described | undefined {
  const { environment, repo, sha } = said;
  return environment === undefined || repo === undefined || sha === undefined
    ? undefined
    : { ...said, environment, repo, sha };
}

/** The service a roll-out names, for comparing; empty where it names none. */
export function serviceOf({ known }: RollOutStep): string {
  return known.service?.toLowerCase() ?? '';
}
