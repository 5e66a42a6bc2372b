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

import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { formatMoment } from '../wording/date';
import { useWords, Words } from '../wording/useWords';
import { SourceState } from './SourceState';

type Source = SourceHealth['items'][number];

function progressText({ progress }: Source, t: Words): string | undefined {
  if (!progress) {
    return undefined;
  }
  const { done, total, detail } = progress;
  const text =
    total === undefined
      ? t('sources.progressOpen', { done: String(done) })
      : t('sources.progress', { done: String(done), total: String(total) });
  return detail ? `${text}, ${detail}` : text;
}

function momentText(at: string | undefined): string {
  return at ? formatMoment(at) : '–';
}

interface RowProps {
  source: Source;
}

function Row({ source }: RowProps) {
  const t = useWords();
  const progress = progressText(source, t);
  const { rateLimit, lastError } = source;
  return (
    <tr>
      <th scope="row">
        {source.id}
        <div className="muted">
          {source.kind === 'push'
            ? t('sources.kindPush')
            : t('sources.kindModule')}
        </div>
      </th>
      <td data-label={t('sources.columnState')}>
        <SourceState state={source.state} />
        {source.state === 'syncing' && source.progress?.total ? (
          <div>
            <progress
              max={source.progress.total}
              value={source.progress.done}
              aria-label={source.id}
            />
          </div>
        ) : null}
        {progress && <div className="muted">{progress}</div>}
        {lastError && <div>{lastError}</div>}
        {rateLimit?.remaining !== undefined && (
          <div className="muted">
            {t('sources.rateLimit', { n: String(rateLimit.remaining) })}
          </div>
        )}
      </td>
      <td className="number" data-label={t('sources.columnEvents')}>
        {source.events.toLocaleString('en')}
      </td>
      <td className="number" data-label={t('sources.columnLast')}>
        {momentText(source.lastEventAt)}
      </td>
      <td className="number" data-label={t('sources.columnSuccess')}>
        {momentText(source.lastSuccessAt)}
      </td>
      <td className="number" data-label={t('sources.columnRejections')}>
        {source.rejections ?? 0}
      </td>
    </tr>
  );
}

interface SourceTableProps {
  sources: readonly Source[];
}

/** The health and freshness of each source. */
export function SourceTable({ sources }: SourceTableProps) {
  const t = useWords();
  const numbers = [
    t('sources.columnEvents'),
    t('sources.columnLast'),
    t('sources.columnSuccess'),
    t('sources.columnRejections'),
  ];
  return (
    <ListTable label={t('sources.title')}>
      <thead>
        <tr>
          <th scope="col">{t('sources.columnSource')}</th>
          <th scope="col">{t('sources.columnState')}</th>
          {numbers.map(name => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map(source => (
          <Row key={source.id} source={source} />
        ))}
      </tbody>
    </ListTable>
  );
}
