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
import { ListTable } from '../listing/ListTable';
import { Unfolded } from '../listing/Unfolded';
import { formatSecond } from '../wording/date';
import { useWords } from '../wording/useWords';
import { eventName } from './marks';

interface EventListProps {
  change: Pick<ChangeDetail, 'events' | 'eventsTotal'>;
}

/** The events the timeline was built from, in their order. */
export function EventList({ change }: EventListProps) {
  const t = useWords();
  const { events, eventsTotal = events.length } = change;
  return (
    <Unfolded summary={t('drawer.eventsTitle', { n: String(eventsTotal) })}>
      <ListTable label={t('drawer.events')}>
        <thead>
          <tr>
            <th scope="col">{t('drawer.columnAt')}</th>
            <th scope="col">{t('drawer.columnType')}</th>
            <th scope="col">{t('drawer.columnActor')}</th>
            <th scope="col">{t('drawer.columnSource')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(event => (
            <tr key={`${event.source} ${event.id}`}>
              <td className="nowrap" data-label={t('drawer.columnAt')}>
                {formatSecond(event.at)}
              </td>
              <td className="nowrap" data-label={t('drawer.columnType')}>
                {eventName(event.type)}
              </td>
              <td data-label={t('drawer.columnActor')}>
                {event.actor?.id ?? event.actor?.kind ?? '–'}
              </td>
              <td data-label={t('drawer.columnSource')}>{event.source}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {eventsTotal > events.length && (
        <p>
          {t('drawer.eventsCut', {
            shown: String(events.length),
            total: String(eventsTotal),
          })}
        </p>
      )}
    </Unfolded>
  );
}
