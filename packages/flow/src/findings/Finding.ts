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

import { Figure, FigureId, FigureUnit, StageFigure } from '../figures/Figure';
import { Observations } from '../figures/population';
import { FigureStatus } from '../figures/status';
import { GatewayRow } from '../gateways/ranking';
import { Queue } from '../gateways/Queue';
import { Duration } from '../timeline/Segment';

/**
 * The rules of the diagnosis.
 *
 * @public
 */
export const FINDING_RULES = [
  'coordinationBottleneck',
  'dominantQueue',
  'singleGateway',
  'scarceApproval',
  'unclearOwnership',
  'inconsistentReview',
  'batchedRelease',
  'sharedQueue',
  'tooMuchWip',
  'growingBacklog',
  'quietDegradation',
  'fragileSpeed',
  'intentLoss',
  'onePersonAway',
  'blindSpot',
] as const;

/**
 * The id of a rule of the diagnosis.
 *
 * @public
 */
export type FindingRule = (typeof FINDING_RULES)[number];

/**
 * A number a finding rests on.
 *
 * @public
 */
export interface FindingFigure {
  /** What it is, in a few words. */
  label: string;
  value: number;
  unit: FigureUnit;
  /** Observations behind it. */
  n?: number;
  /** The figure it is, when it is one: its evidence is the changes behind it. */
  figure?: FigureId;
}

/**
 * Something the diagnosis found, with the numbers it rests on.
 *
 * @public
 */
export interface Finding {
  rule: FindingRule;
  severity: 'critical' | 'warning' | 'info';
  sentence: string;
  figures: FindingFigure[];
  /** What to try. */
  move: string;
  /** Estimated waiting saved over the window, milliseconds: an upper bound. */
  savingMs?: Duration;
  /** Keys of changes that show it, at most ten. */
  changes?: string[];
}

/**
 * Where the rules draw their lines; each can be configured.
 *
 * @public
 */
export interface FindingThresholds {
  /** Observations a figure needs before a rule looks at it. */
  minimum: number;
  queueTimeRatio: number;
  /** Share of all waiting that makes a stage the dominant one. */
  dominantStage: number;
  /** Share of the waiting of others that makes a single gateway. */
  singleGateway: number;
  effectiveApprovers: number;
  approvalShare: number;
  unownedWait: number;
  reviewSpread: number;
  batchSize: number;
  deploymentsPerWeek: number;
  /** Wait of small changes over the wait of core ones, medians. */
  sharedQueue: number;
  /** Share of small changes overtaken by later, larger ones. */
  overtaken: number;
  /** Lead time that work in progress is measured against, milliseconds. */
  leadTime: Duration;
  backlogWeeks: number;
  onePersonAway: number;
  coverage: number;
  /** Wait for a review that the savings are computed with, milliseconds. */
  reviewWait: Duration;
}

const HOUR = 3_600_000;

/**
 * The thresholds of the KPIs, section 4.
 *
 * @public
 */
export const DEFAULT_FINDING_THRESHOLDS: FindingThresholds = {
  minimum: 5,
  queueTimeRatio: 0.5,
  dominantStage: 0.4,
  singleGateway: 1 / 3,
  effectiveApprovers: 2,
  approvalShare: 0.5,
  unownedWait: 0.15,
  reviewSpread: 6,
  batchSize: 5,
  deploymentsPerWeek: 1,
  sharedQueue: 1,
  overtaken: 0.2,
  leadTime: 7 * 24 * HOUR,
  backlogWeeks: 4,
  onePersonAway: 0.25,
  coverage: 0.6,
  reviewWait: 24 * HOUR,
};

/**
 * What the diagnosis looks at: everything known of one scope and window.
 *
 * @public
 */
export interface Diagnosis {
  observations: Observations;
  /** The last 52 weeks, which are looked at for what got worse, see `degradationWindow`. */
  lastYear: Observations;
  queue: Queue;
  figures: Record<FigureId, Figure>;
  stages: readonly StageFigure[];
  gateways: readonly GatewayRow[];
  statuses: Partial<Record<FigureId, FigureStatus>>;
  /** Entities in scope, and those of them without an owner. */
  entities: number;
  unownedEntities: number;
  thresholds: FindingThresholds;
}

/**
 * A rule: looks at everything, and finds something or nothing.
 *
 * @public
 */
export type Rule = (diagnosis: Diagnosis) => Finding | undefined;
