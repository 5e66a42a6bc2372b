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

import { ReportedGateway } from 'backstage-plugin-chokepoint-common';
import { NumberTiles } from '../palette/NumberTiles';
import { formatCount, formatDuration } from '../wording/duration';
import { formatRatio } from '../wording/figureText';
import { useWords } from '../wording/useWords';
import { formatLoad, loadText } from './load';

interface GatewayNumbersProps {
  row: ReportedGateway;
}

/** A gateway in numbers. */
export function GatewayNumbers({ row }: GatewayNumbersProps) {
  const t = useWords();
  const { waitP50, waitP90, load, oldestNow } = row;
  const lengthText = (length: number | undefined) =>
    length === undefined ? '–' : formatDuration(length);
  return (
    <NumberTiles
      tiles={[
        {
          name: t('gateways.columnWaiting'),
          value: formatDuration(row.queueMs),
          note: t('gateways.share', { share: formatRatio(row.queueShare) }),
        },
        {
          name: t('gateways.external'),
          value: formatDuration(row.externalQueueMs),
        },
        { name: t('gateways.columnMedian'), value: lengthText(waitP50) },
        { name: t('gateways.columnP90'), value: lengthText(waitP90) },
        {
          name: t('gateways.visits'),
          value: String(row.visits),
          note:
            row.serviceRate === undefined
              ? undefined
              : t('gateways.perWeek', { n: formatCount(row.serviceRate) }),
        },
        {
          name: t('gateways.load'),
          value: load === undefined ? '–' : formatLoad(load),
          note: load === undefined ? undefined : loadText(load, t),
        },
        {
          name: t('gateways.waitingNow'),
          value: String(row.queueNow),
          note:
            oldestNow === undefined
              ? undefined
              : t('gateways.oldest', { age: formatDuration(oldestNow) }),
        },
      ]}
    />
  );
}
