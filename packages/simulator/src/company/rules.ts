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

import { HOUR, MINUTE } from '../calendar/time';
import { Dice } from '../chance/Dice';
import { ReleaseRhythm, RepositoryRules } from './Company';

/** Rules that differ from the usual, by the name of the repository. */
const WEEKLY = ['order-core', 'driver-app', 'warehouse-control'];
const DAILY = [
  'picking-app',
  'invoice-service',
  'supplier-portal',
  'content-desk',
  'stock-ledger',
  'metrics-lake',
];
const NEVER_DEPLOYED = ['service-kit', 'experiment-desk'];
const DEPLOYED_FROM_MIDWAY = ['voucher-service'];
const ONLY_THE_END = ['refund-service', 'loyalty-club'];
const WITH_STAGING = ['basket-service', 'price-engine'];
const WITH_MERGE_QUEUE = ['shopfront', 'checkout-flow', 'route-planner'];
const WITHOUT_CHECKS = ['label-printer'];
const TWO_APPROVALS = [
  'payment-gateway',
  'order-core',
  'sign-in',
  'stock-ledger',
  'metrics-lake',
  'shopfront',
];
const STALE_APPROVALS_DISMISSED = [
  'payment-gateway',
  'stock-ledger',
  'product-search',
  'price-engine',
  'goods-inbound',
  'sign-in',
];
const TRIED_BEFORE_MERGE = [
  'checkout-flow',
  'customer-profile',
  'picking-app',
  'supplier-portal',
  'promotion-rules',
];
const TRIED_BEFORE_RELEASE = [
  'warehouse-control',
  'driver-app',
  'invoice-service',
];
const GATED = ['payment-gateway', 'route-planner', 'order-core', 'sign-in'];

/** Repositories that need the planted gateway's review for every change. */
const OWNED_IN_PART = [
  'order-core',
  'event-bus',
  'checkout-flow',
  'sign-in',
  'basket-service',
  'stock-ledger',
  'purchase-orders',
  'customer-profile',
  'slot-booking',
  'warehouse-control',
  'product-search',
  'invoice-service',
];

/** Repositories that the planted gateway lets into production. */
const LET_IN = ['order-core', 'sign-in'];

/** The service whose weekly window everybody waits for. */
export const GATEWAY_SERVICE = 'order-core';

/** The team that has to approve the changes of others, with few reviewers. */
export const GATEWAY_TEAM = 'foundations';

/** What the rules of a repository depend on. */
export interface RulesOf {
  /** Name of the repository in the first branch of the company. */
  plan: string;
  /** Names of the people who let changes of the owning team into production. */
  gatekeepers: string[];
  /** Name of the planted team, where one is planted. */
  gateway?: string;
}

/** The rules of a repository. */
export function rulesOf(subject: RulesOf, dice: Dice): RepositoryRules {
  const { plan } = subject;
  const is = (list: string[]) => list.includes(plan);
  const usual = usualRules(dice);
  return {
    ...usual,
    approvalsNeeded: is(TWO_APPROVALS) ? 2 : 1,
    dismissesStaleApprovals: is(STALE_APPROVALS_DISMISSED),
    mergeQueue: is(WITH_MERGE_QUEUE),
    codeOwners: subject.gateway && is(OWNED_IN_PART) ? [subject.gateway] : [],
    checks: is(WITHOUT_CHECKS) ? undefined : usual.checks,
    release: rhythmOf(plan, subject.gateway !== undefined),
    deployedFrom: is(DEPLOYED_FROM_MIDWAY) ? 'midway' : 'start',
    reportsOnlyTheEnd: is(ONLY_THE_END),
    gate: is(GATED) ? gateOf(subject) : undefined,
    staging: is(WITH_STAGING),
    quality: qualityOf(plan),
  };
}

function usualRules(dice: Dice) {
  return {
    mergesItself: dice.chance(0.35),
    listsChanges: dice.chance(0.5),
    checks: {
      suites: dice.chance(0.12) ? 2 : 1,
      lasting: dice.between(6 * MINUTE, 28 * MINUTE),
      failing: dice.between(0.03, 0.12),
    },
    rollout: {
      lasting: dice.between(5 * MINUTE, 50 * MINUTE),
      failing: dice.between(0.02, 0.08),
      runsAgain: dice.chance(0.5),
    },
    breaking: dice.between(0.005, 0.04),
  };
}

function rhythmOf(plan: string, planted: boolean): ReleaseRhythm {
  if (plan === GATEWAY_SERVICE && !planted) {
    return 'daily';
  }
  if (NEVER_DEPLOYED.includes(plan)) {
    return 'none';
  }
  if (WEEKLY.includes(plan)) {
    return 'weekly';
  }
  return DAILY.includes(plan) ? 'daily' : 'continuous';
}

function qualityOf(plan: string): RepositoryRules['quality'] {
  if (TRIED_BEFORE_MERGE.includes(plan)) {
    return 'beforeMerge';
  }
  return TRIED_BEFORE_RELEASE.includes(plan) ? 'beforeRelease' : 'none';
}

function gateOf(subject: RulesOf): RepositoryRules['gate'] {
  return subject.gateway && LET_IN.includes(subject.plan)
    ? { team: subject.gateway }
    : { people: subject.gatekeepers };
}

/** How long somebody takes to look at the approval of a deployment. */
export const GATE_EFFORT = 0.2 * HOUR;
