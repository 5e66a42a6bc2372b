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

/**
 * The core of Chokepoint: events in, timelines, facts and figures out. Pure
 * functions without I/O, clock or framework.
 *
 * @packageDocumentation
 */
export * from './events/FlowEvent';
export { jsonSchemaOfEvent } from './events/jsonSchema';
export * from './events/validateEvent';
export {
  actorKey,
  commitKey,
  repositoryKey,
  subjectKey,
} from './identity/keys';
export {
  type Alias,
  type Aliases,
  aliasesOf,
  NO_ALIASES,
} from './identity/Aliases';
export {
  type IdentityEvent,
  isRenamed,
  type Renamed,
} from './identity/Bearers';
export * from './identity/Identities';
export {
  actorFieldsOf,
  actorsIn,
  mapNames,
  type NameMapping,
} from './identity/references';
export * from './identity/retraction';
export * from './identity/withKeys';
export * from './rules/ModelRules';
export * from './production/environments';
export * from './production/placeChanges';
export * from './production/Placement';
export * from './production/RepositoryPlacement';
export * from './production/ChangeRecord';
export * from './production/RollOutRecord';
export * from './production/IncidentRecord';
export * from './production/RepositoryRecord';
export {
  commitHistory,
  type CommitHistory,
  type Contents,
} from './production/CommitHistory';
export * from './timeline/Segment';
export * from './timeline/Timeline';
export { buildTimeline } from './timeline/buildTimeline';
export { auditTimeline, isPrefixOf } from './timeline/audit';
export * from './ownership/teams';
export * from './facts/factTypes';
export * from './facts/changeFacts';
export * from './facts/changeSize';
export * from './facts/deployments';
export * from './facts/description';
export * from './facts/elapsed';
export * from './facts/exclusion';
export * from './facts/featureFacts';
export * from './facts/remeasured';
export * from './facts/waits';
export * from './facts/workType';
export * from './figures/Figure';
export { isIn, onTheWayAt, type Observations } from './figures/population';
export * from './figures/poolFigures';
export { quantile } from './statistics/quantile';
export * from './figures/status';
export * from './figures/degradation';
export { whyLeftOut } from './figures/leavingOut';
export * from './figures/openCounted';
export * from './figures/trend';
export * from './gateways/Queue';
export * from './gateways/ranking';
export * from './gateways/flowMap';
export * from './gateways/liveQueue';
export * from './gateways/saving';
export * from './gateways/sentence';
export * from './unmatched/suggestedBots';
export * from './unmatched/Unmatched';
export * from './findings/Finding';
export * from './findings/diagnose';
export * from './findings/sample';
export { inWords } from './wording/wording';
export { type Calendar, workingTime } from './calendar/workingTime';
export * from './calendar/clock';
export * from './statistics/intervals';
export * from './statistics/changePoint';
export * from './statistics/survival';
