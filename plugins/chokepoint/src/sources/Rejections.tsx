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

import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RejectionPage } from 'backstage-plugin-chokepoint-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { chokepointApiRef } from '../api/chokepointApi';
import { Reading } from '../api/readings';
import { ListTable } from '../listing/ListTable';
import { PAGE_SIZE } from '../api/paging';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { useParameters } from '../url/navigation';
import { formatSecond } from '../wording/date';
import { useWords } from '../wording/useWords';

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere', maxWidth: 480, margin: 0 },
});

interface RefusedProps {
  page: RejectionPage;
}

function Refused({ page: { items } }: RefusedProps) {
  const classes = useStyles();
  const t = useWords();
  if (items.length === 0) {
    return <div>{t('sources.rejectionsNone')}</div>;
  }
  return (
    <ListTable label={t('sources.rejectionsTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('sources.columnReceived')}</th>
          <th scope="col">{t('sources.columnReason')}</th>
          <th scope="col">{t('sources.columnSource')}</th>
          <th scope="col">{t('sources.columnItem')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ receivedAt, reason, source, id, item }, index) => (
          <tr key={`${receivedAt} ${id} ${index}`}>
            <th scope="row" className="nowrap">
              {formatSecond(receivedAt)}
            </th>
            <td data-label={t('sources.columnReason')}>{reason}</td>
            <td data-label={t('sources.columnSource')}>{source}</td>
            <td data-label={t('sources.columnItem')}>
              <code className={classes.item}>{id ?? item}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

/** The events that were refused, with the reason. */
export function Rejections() {
  const t = useWords();
  const api = useApi(chokepointApiRef);
  const { params, go } = useParameters();
  const cursor = params.get('refused') ?? undefined;
  const reading: Reading<RejectionPage> = useAsyncRetry(
    () => api.listRejections({ cursor, limit: PAGE_SIZE }),
    [api, cursor],
  );
  return (
    <Section
      title={t('sources.rejectionsTitle')}
      hint={t('sources.rejectionsHint')}
      busy={reading.loading}
    >
      <Answer
        reading={reading}
        failed={t('sources.rejectionsFailed')}
        height={160}
      >
        {page => (
          <>
            <Refused page={page} />
            <div>
              {cursor && (
                <Button size="small" onClick={() => go({ refused: undefined })}>
                  {t('sources.first')}
                </Button>
              )}
              {page.nextCursor && (
                <Button
                  size="small"
                  onClick={() => go({ refused: page.nextCursor })}
                >
                  {t('sources.next')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </Section>
  );
}
