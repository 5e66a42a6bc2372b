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

import { components, operations } from './openapi';

type Schemas = components['schemas'];

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
 * One page of refused events.
 *
 * @public
 */
export type RejectionPage = Schemas['RejectionPage'];

/**
 * What became of the events of one request.
 *
 * @public
 */
export type IngestReport = Schemas['IngestReport'];

type QueryOf<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/**
 * Which figures to tell: `from` and `to` are RFC 3339 instants.
 *
 * @public
 */
export type FiguresQuery = QueryOf<'getEntityFigures'>;

/**
 * Which changes to list, and in which order.
 *
 * @public
 */
export type ChangesQuery = QueryOf<'listEntityChanges'>;

/**
 * How to show one change.
 *
 * @public
 */
export type ChangeQuery = QueryOf<'getChange'>;

/**
 * Which refused events to list.
 *
 * @public
 */
export type RejectionsQuery = QueryOf<'listRejections'>;
