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
  ChangePage,
  ChangesQuery,
  ChokepointApi,
} from 'backstage-plugin-chokepoint-common';
import { changeDetail, finishedChange, IN_FLIGHT } from './changes';
import { entityFigures, SOURCES } from './figures';
import { durations, REVIEWS } from './durations';
import { ALL_FINDINGS, COMPARISON, FINDINGS } from './findings';
import { FLOW_MAP, gatewayDetail, GATEWAYS, QUEUE } from './gateways';
import { scorecard } from './scorecards';
import { listUnmatchedExamples } from './unmatched';

/** All finished changes of the examples. */
export const FINISHED = Array.from({ length: 60 }, (_, index) =>
  finishedChange(index + 1),
);

function pageOf({
  state,
  stage,
  cursor,
  limit = 50,
}: ChangesQuery): ChangePage {
  const all = (
    state === 'inFlight' ? IN_FLIGHT : [...IN_FLIGHT, ...FINISHED]
  ).filter(({ current }) => !stage || current?.stage === stage);
  const first = Number(cursor ?? 0);
  const next = first + limit;
  return {
    items: all.slice(first, next),
    total: all.length,
    nextCursor: next < all.length ? String(next) : undefined,
  };
}

/** The API over the examples, without a backend. */
export function exampleApi(
  changed: Partial<ChokepointApi> = {},
): ChokepointApi {
  return {
    getEntityFigures: async () => entityFigures(),
    listEntityChanges: async (_entityRef, query = {}) => pageOf(query),
    getChange: async key => changeDetail({ key }),
    listSources: async () => SOURCES,
    syncSource: async id => ({ id, state: 'requested' }),
    listRejections: async () => ({ items: [] }),
    listUnmatched: listUnmatchedExamples,
    ingestEvents: async () => ({
      accepted: 0,
      duplicates: 0,
      rejected: [],
      rejectedTotal: 0,
      contradictions: [],
    }),
    listGateways: async () => GATEWAYS,
    getGateway: async (party, query) => gatewayDetail(party, query?.target),
    getFlowMap: async () => FLOW_MAP,
    getQueue: async () => QUEUE,
    getScorecard: async () => scorecard(12),
    exportScorecard: async () => 'entityRef,title\n',
    listFindings: async () => ALL_FINDINGS,
    getEntityDurations: async () => durations(60),
    getEntityReviews: async () => REVIEWS,
    getEntityFindings: async () => FINDINGS,
    listSnapshots: async () => ({ items: [COMPARISON.snapshot] }),
    takeSnapshot: async (_entityRef, note) => ({
      ...COMPARISON.snapshot,
      id: 'two',
      note,
    }),
    compareSnapshot: async () => COMPARISON,
    getTargets: async () => ({
      targets: {},
      inherited: {},
      inheritedFrom: {},
      defaults: {},
    }),
    putTargets: async (_entityRef, targets) => ({
      targets,
      inherited: {},
      inheritedFrom: {},
      defaults: {},
    }),
    ...changed,
  };
}
