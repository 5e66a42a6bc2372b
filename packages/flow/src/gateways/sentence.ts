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

import { inWords, percent, WAITING_FOR } from '../wording/wording';
import { GatewayRow } from './ranking';

/**
 * Why a party is where it is in the ranking, in one sentence: "31 % of all
 * waiting; 8 teams; 2.1 days at the median; 74 % of it for review; one person
 * gives 71 % of the approvals".
 *
 * @param told - what the waiting is told in; working hours are named
 * @public
 */
export function gatewaySentence(
  row: Pick<
    GatewayRow,
    'queueShare' | 'queuedTeams' | 'waitP50' | 'stages' | 'concentration'
  >,
  told: 'wallClock' | 'workingHours' = 'wallClock',
): string {
  const [stage] = row.stages;
  const top = row.concentration?.topShare;
  return [
    `${percent(row.queueShare)} of all waiting`,
    row.queuedTeams > 0 &&
      `${row.queuedTeams} ${row.queuedTeams === 1 ? 'team' : 'teams'}`,
    row.waitP50 !== undefined &&
      `${inWords(row.waitP50)} ${
        told === 'workingHours' ? 'of working time ' : ''
      }at the median`,
    stage && `${percent(stage.share)} of it ${WAITING_FOR[stage.key]}`,
    top !== undefined && `one person gives ${percent(top)} of the approvals`,
  ]
    .filter(Boolean)
    .join('; ');
}
