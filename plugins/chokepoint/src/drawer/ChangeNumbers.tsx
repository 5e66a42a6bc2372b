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

import { ChangeDetail } from 'backstage-plugin-chokepoint-common';
import { NumberTiles } from '../palette/NumberTiles';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import { Ledger } from './ledger';

interface ChangeNumbersProps {
  change: Pick<ChangeDetail, 'figures'>;
  ledger: Ledger;
}

/** The change in numbers; working and waiting are the ledger's own totals. */
export function ChangeNumbers({ change, ledger }: ChangeNumbersProps) {
  const t = useWords();
  const { leadTime, handoffs, reviewRounds, returns } = change.figures;
  const numbers = [
    [t('drawer.waiting'), formatDuration(ledger.waiting)],
    [t('drawer.working'), formatDuration(ledger.working)],
    [
      t('drawer.leadTime'),
      leadTime === undefined ? '–' : formatDuration(leadTime),
    ],
    [t('drawer.handoffs'), String(handoffs)],
    [t('drawer.rounds'), String(reviewRounds)],
    [t('drawer.returns'), String(returns)],
  ];
  return (
    <NumberTiles tiles={numbers.map(([name, value]) => ({ name, value }))} />
  );
}
