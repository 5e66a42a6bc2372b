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

import { ReportedGateway, TimeBasis } from 'backstage-plugin-chokepoint-common';
import { GatewayRow, gatewaySentence } from 'chokepoint-flow';
import { Settings } from '../../settings';
import { GroupSizes } from './GroupSizes';

/**
 * A row as the API tells it. Where there are too few changes or people behind
 * it, speeds, rates and concentration are withheld, by section 4 of the model;
 * sums are not, since the timelines tell them anyway and the ledger balances.
 */
export function presentRow(
  row: GatewayRow,
  { privacy }: Settings,
  sizes: GroupSizes,
  time: TimeBasis,
): ReportedGateway {
  const withheld = whySpeedWithheld(row, privacy, sizes);
  if (!withheld) {
    return { ...row, sentence: gatewaySentence(row, time) };
  }
  const shown = withoutSpeeds(row);
  return { ...shown, sentence: gatewaySentence(shown, time), withheld };
}

function withoutSpeeds(row: GatewayRow) {
  return {
    ...row,
    waitP50: undefined,
    waitP90: undefined,
    arrivalRate: undefined,
    serviceRate: undefined,
    load: undefined,
    concentration: undefined,
  };
}

/** Why the speed of a party is not told. */
export function whySpeedWithheld(
  { party, queuedChanges }: GatewayRow,
  { minimumChanges, minimumGroupSize }: Settings['privacy'],
  sizes: GroupSizes,
): ReportedGateway['withheld'] {
  const people = sizes.peopleIn(party);
  if (people !== undefined && people < minimumGroupSize) {
    return 'tooFewPeople';
  }
  return queuedChanges < minimumChanges ? 'tooFewChanges' : undefined;
}
