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

import { makeStyles } from '@material-ui/core/styles';
import { QueuePage as LiveQueue } from 'backstage-plugin-chokepoint-common';
import { useLiveQueue } from '../api/queueReadings';
import { Pager } from '../listing/Pager';
import { PageFrame } from '../page/PageFrame';
import { usePageQuery } from '../page/pageQuery';
import { LARGE } from '../palette/text';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { useWords, Words } from '../wording/useWords';
import { Chains } from './Chains';
import { Circles } from './Circles';
import { QueueTable } from './QueueTable';

const useStyles = makeStyles({ lead: { ...LARGE, margin: 0 } });

function leadText({ total, items }: LiveQueue, t: Words): string {
  if (total === 0) {
    return t('queue.leadNone');
  }
  return total === 1
    ? t('queue.leadOne')
    : t('queue.lead', {
        n: String(total),
        mine: String(items.filter(({ mine }) => mine).length),
      });
}

interface QueueProps {
  queue: LiveQueue;
  busy: boolean;
}

function Queue({ queue, busy }: QueueProps) {
  const classes = useStyles();
  const t = useWords();
  const { address } = usePageQuery();
  return (
    <>
      <p className={classes.lead}>{leadText(queue, t)}</p>
      {queue.items.length > 0 && (
        <Section title={t('queue.title')} hint={t('queue.hint')} busy={busy}>
          <QueueTable items={queue.items} />
          <Pager page={queue} view={address.view} onPage={address.go} />
        </Section>
      )}
      <Circles cycles={queue.cycles} />
      <Chains chains={queue.chains} />
    </>
  );
}

/** Who waits on whom at this moment: mine first, then the oldest. */
export function QueuePage() {
  const t = useWords();
  const { query, address } = usePageQuery();
  const reading = useLiveQueue(query.scope, address.view.cursor);
  return (
    <PageFrame title={t('page.queue')} scoped>
      <Answer reading={reading} failed={t('queue.failed')} height={480}>
        {queue => <Queue queue={queue} busy={reading.loading} />}
      </Answer>
    </PageFrame>
  );
}
