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

import { components } from './openapi';

/**
 * Every shape of the HTTP API, by its name in the spec.
 *
 * @public
 */
export type Schemas = components['schemas'];

/**
 * The KPIs of an entity or of everything below it.
 *
 * @public
 */
export type EntityFigures = Schemas['EntityFigures'];

/**
 * One figure as the API tells it: with its target, its status, what was
 * excluded, and a link to the changes behind it.
 *
 * @public
 */
export type ReportedFigure = Schemas['Figure'];

/**
 * Good, to be watched, bad, or too few observations to say.
 *
 * @public
 */
export type FigureStatus = NonNullable<ReportedFigure['status']>;

/**
 * Working and waiting time of one stage over the population, in milliseconds.
 *
 * @public
 */
export type ReportedStage = Schemas['StageFigure'];

/**
 * A party and the time that changes waited on it, in milliseconds.
 *
 * @public
 */
export type PartyWait = Schemas['PartyWait'];

/**
 * One change in a list.
 *
 * @public
 */
export type ChangeSummary = Schemas['ChangeSummary'];

/**
 * One change with its timeline and the events behind it.
 *
 * @public
 */
export type ChangeDetail = Schemas['ChangeDetail'];

/**
 * One stretch of a change's timeline; times are RFC 3339 instants.
 *
 * @public
 */
export type ReportedSegment = Schemas['Segment'];

/**
 * By which clock durations are counted: wall-clock time, or the working hours
 * of whoever holds a change.
 *
 * @public
 */
export type TimeBasis = Schemas['TimeBasis'];

/**
 * One event of a change as the API shows it.
 *
 * @public
 */
export type ReportedEvent = Schemas['FlowEvent'];

/**
 * One page of changes.
 *
 * @public
 */
export type ChangePage = Schemas['ChangePage'];

/**
 * What feeds the figures, and how well.
 *
 * @public
 */
export type SourceHealth = Schemas['SourceHealth'];

/**
 * What became of the wish that a source syncs now.
 *
 * @public
 */
export type SyncAnswer = Schemas['SyncAnswer'];

/**
 * One page of refused events.
 *
 * @public
 */
export type RejectionPage = Schemas['RejectionPage'];

/**
 * One page of what was named and found nothing, and the sums of all kinds.
 *
 * @public
 */
export type UnmatchedPage = Schemas['UnmatchedPage'];

/**
 * One thing that was named and found nothing, and what would mend it.
 *
 * @public
 */
export type UnmatchedItem = Schemas['UnmatchedItem'];

/**
 * How many things of a kind found nothing, and how often they were named.
 *
 * @public
 */
export type UnmatchedCount = Schemas['UnmatchedCount'];

/**
 * What did not match of an entity, and where its changes are looked for.
 *
 * @public
 */
export type EntityUnmatched = Schemas['EntityUnmatched'];

/**
 * What became of the events of one request.
 *
 * @public
 */
export type IngestReport = Schemas['IngestReport'];

/**
 * What waits behind one party; lengths in milliseconds, rates per week.
 *
 * @public
 */
export type ReportedGateway = Schemas['GatewayRow'];

/**
 * One page of the ranking of who changes queue behind.
 *
 * @public
 */
export type GatewayPage = Schemas['GatewayPage'];

/**
 * One party, what waits behind it, and what a faster answer would give.
 *
 * @public
 */
export type GatewayDetail = Schemas['GatewayDetail'];

/**
 * Who waits on whom, in milliseconds of queue time.
 *
 * @public
 */
export type FlowMap = Schemas['FlowMap'];

/**
 * A change that waits now.
 *
 * @public
 */
export type WaitingChange = Schemas['QueueItem'];

/**
 * One page of what waits now.
 *
 * @public
 */
export type QueuePage = Schemas['QueuePage'];

/**
 * One page of a scorecard.
 *
 * @public
 */
export type Scorecard = Schemas['Scorecard'];

/**
 * One team or entity by the figures in front.
 *
 * @public
 */
export type ScorecardRow = Schemas['ScorecardRow'];

/**
 * How long each change took, in milliseconds.
 *
 * @public
 */
export type EntityDurations = Schemas['EntityDurations'];

/**
 * How reviews go, and when they are asked for.
 *
 * @public
 */
export type EntityReviews = Schemas['EntityReviews'];

/**
 * One finding with links to what it rests on.
 *
 * @public
 */
export type ReportedFinding = Schemas['Finding'];

/**
 * The diagnosis of an entity, and a sample of its changes.
 *
 * @public
 */
export type EntityFindings = Schemas['EntityFindings'];

/**
 * One page of findings across teams and systems.
 *
 * @public
 */
export type FindingPage = Schemas['FindingPage'];

/**
 * A saved diagnosis.
 *
 * @public
 */
export type Snapshot = Schemas['Snapshot'];

/**
 * Saved diagnoses, newest first.
 *
 * @public
 */
export type SnapshotList = Schemas['SnapshotList'];

/**
 * What has changed between two diagnoses.
 *
 * @public
 */
export type SnapshotComparison = Schemas['SnapshotComparison'];

/**
 * Targets by figure id, in the unit of the figure.
 *
 * @public
 */
export type Targets = Schemas['Targets'];

/**
 * The targets of an entity, those it inherits, and those of the configuration.
 *
 * @public
 */
export type EntityTargets = Schemas['EntityTargets'];
