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

import { usePermission } from '@backstage/plugin-permission-react';
import {
  chokepointSourceSyncPermission,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { formatMoment } from '../wording/date';
import { useWords, Words } from '../wording/useWords';
import { SourceState } from './SourceState';
import { SyncButton } from './SyncButton';

const FORBIDDEN_ID = 'chokepoint-sync-forbidden';

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

/** How far a sync is; nothing where nobody knows how much there is. */
function measureOf({ progress }: Source) {
  return progress?.total
    ? { max: progress.total, value: progress.done }
    : undefined;
}

function momentText(at: string | undefined): string {
  return at ? formatMoment(at) : '–';
}

interface RowProps {
  source: Source;
  forbiddenBy?: string;
  onAsked(): void;
}

function Row({ source, forbiddenBy, onAsked }: RowProps) {
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
        {source.state === 'syncing' && (
          <div>
            <progress {...measureOf(source)} aria-label={source.id} />
          </div>
        )}
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
      <td data-label={t('sources.columnSync')}>
        {source.kind === 'module' && (
          <SyncButton
            source={source}
            forbiddenBy={forbiddenBy}
            onAsked={onAsked}
          />
        )}
      </td>
    </tr>
  );
}

interface SourceTableProps {
  sources: readonly Source[];
  /** Called when a source has been asked for a sync. */
  onAsked(): void;
}

/** The health and freshness of each source, and a button to sync it. */
export function SourceTable({ sources, onAsked }: SourceTableProps) {
  const t = useWords();
  const { allowed, loading } = usePermission({
    permission: chokepointSourceSyncPermission,
  });
  const forbidden =
    !allowed && !loading && sources.some(({ kind }) => kind === 'module');
  const numbers = [
    t('sources.columnEvents'),
    t('sources.columnLast'),
    t('sources.columnSuccess'),
    t('sources.columnRejections'),
  ];
  return (
    <>
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
            <th scope="col">{t('sources.columnSync')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <Row
              key={source.id}
              source={source}
              forbiddenBy={allowed ? undefined : FORBIDDEN_ID}
              onAsked={onAsked}
            />
          ))}
        </tbody>
      </ListTable>
      {forbidden && (
        <div id={FORBIDDEN_ID}>
          {t('sources.syncForbidden', {
            permission: chokepointSourceSyncPermission.name,
          })}
        </div>
      )}
    </>
  );
}
