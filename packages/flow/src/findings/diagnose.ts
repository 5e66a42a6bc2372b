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

import { Diagnosis, Finding, FindingRule, Rule } from './Finding';
import {
  blindSpot,
  fragileSpeed,
  growingBacklog,
  quietDegradation,
  tooMuchWip,
} from './flowRules';
import { sharedQueue } from './laneRules';
import { intentLoss, onePersonAway, scarceApproval } from './peopleRules';
import { inconsistentReview } from './reviewRules';
import {
  batchedRelease,
  coordinationBottleneck,
  dominantQueue,
  singleGateway,
  unclearOwnership,
} from './waitingRules';

const RULES: Record<FindingRule, Rule> = {
  coordinationBottleneck,
  dominantQueue,
  singleGateway,
  scarceApproval,
  unclearOwnership,
  inconsistentReview,
  batchedRelease,
  sharedQueue,
  tooMuchWip,
  growingBacklog,
  quietDegradation,
  fragileSpeed,
  intentLoss,
  onePersonAway,
  blindSpot,
};

const SEVERITIES = { critical: 0, warning: 1, info: 2 };

/**
 * What the rules find in a scope: the worst first, then in the order of the
 * rules.
 *
 * @param disabled - rules that are turned off
 * @public
 */
export function diagnose(
  diagnosis: Diagnosis,
  disabled: readonly FindingRule[] = [],
): Finding[] {
  return Object.entries(RULES)
    .filter(([id]) => !disabled.some(rule => rule === id))
    .flatMap(([, rule]) => rule(diagnosis) ?? [])
    .sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
}
