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
  EntityDurations,
  GatewayDetail,
  ReportedFinding,
  ReportedGateway,
  EntityFindings,
  ScorecardRow,
} from 'backstage-plugin-chokepoint-common';

/** One week of a gateway. */
export type GatewayWeek = GatewayDetail['weeks'][number];

/** One of the longest waits on a gateway. */
export type LongVisit = GatewayDetail['longest'][number];

/** A part of the waiting on a gateway. */
export type QueuePart = ReportedGateway['stages'][number];

/** One figure of a row of the scorecard. */
export type ScorecardFigure = ScorecardRow['figures'][string];

/** One change as a point: key, title, when, how long, whether open, work type. */
export type DurationPoint = EntityDurations['points'][number];

/** A number that a finding rests on. */
export type CitedFigure = ReportedFinding['figures'][number];

/** One change of the sample of ten. */
export type SampleChange = EntityFindings['sample'][number];
