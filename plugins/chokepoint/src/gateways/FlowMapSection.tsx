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

import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { FlowMap } from 'backstage-plugin-chokepoint-common';
import { useFlowMap } from '../api/gatewayReadings';
import { ListTable } from '../listing/ListTable';
import { Unfolded } from '../listing/Unfolded';
import { ShareBar } from '../palette/ShareBar';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { MOST_FLOWS } from './flows';
import { TimedQuery } from '../api/readings';

const FlowMapChart = lazy(() => import('./FlowMapChart'));

const CHART_HEIGHT = 420;

interface FlowMapProps {
  map: FlowMap;
}

function FlowTable({ map: { edges, total } }: FlowMapProps) {
  const t = useWords();
  return (
    <Unfolded summary={t('gateways.asTable')}>
      <ListTable label={t('gateways.mapTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('gateways.mapLeft')}</th>
            <th scope="col">{t('gateways.mapRight')}</th>
            <th scope="col" className="number">
              {t('gateways.columnWaiting')}
            </th>
            <th scope="col">{t('gateways.columnShare')}</th>
            <th scope="col" className="number">
              {t('gateways.columnChanges')}
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ from, to, queueMs, changes }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">
                <PartyName party={from} linked />
              </th>
              <td data-label={t('gateways.mapRight')}>
                <PartyName party={to} linked />
              </td>
              <td className="number" data-label={t('gateways.columnWaiting')}>
                {formatDuration(queueMs)}
              </td>
              <td data-label={t('gateways.columnShare')}>
                <ShareBar
                  share={total.queueMs > 0 ? queueMs / total.queueMs : 0}
                />
              </td>
              <td className="number" data-label={t('gateways.columnChanges')}>
                {changes}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </Unfolded>
  );
}

function Drawn({ map }: FlowMapProps) {
  const t = useWords();
  if (map.edges.length === 0) {
    return <div>{t('gateways.mapNone')}</div>;
  }
  return (
    <>
      <Suspense fallback={<Skeleton variant="rect" height={CHART_HEIGHT} />}>
        <FlowMapChart edges={map.edges} height={CHART_HEIGHT} />
      </Suspense>
      {map.edges.length > MOST_FLOWS && (
        <div>
          {t('gateways.mapCut', {
            shown: String(MOST_FLOWS),
            total: String(map.edges.length),
          })}
        </div>
      )}
      <FlowTable map={map} />
    </>
  );
}

interface FlowMapSectionProps {
  query: TimedQuery;
}

/** Whose changes wait on whom, as flows and as a table. */
export function FlowMapSection({ query }: FlowMapSectionProps) {
  const t = useWords();
  const reading = useFlowMap(query);
  return (
    <Section
      title={t('gateways.mapTitle')}
      hint={t('gateways.mapHint')}
      busy={reading.loading}
    >
      <Answer
        reading={reading}
        failed={t('gateways.failedMap')}
        height={CHART_HEIGHT}
      >
        {map => <Drawn map={map} />}
      </Answer>
    </Section>
  );
}
