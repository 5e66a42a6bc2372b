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
import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import useInterval from 'react-use/esm/useInterval';
import { useSources } from '../api/readings';
import { PageFrame } from '../page/PageFrame';
import { LARGE } from '../palette/text';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { useWords } from '../wording/useWords';
import { Coverage } from './Coverage';
import { Rejections } from './Rejections';
import { SourceTable } from './SourceTable';
import { UnmatchedSection } from '../unmatched/UnmatchedSection';

const useStyles = makeStyles({ lead: { ...LARGE, margin: 0 } });

/** How often progress is looked at. */
const WHILE_IN_MOTION_MS = 2_000;

interface HealthProps {
  health: SourceHealth;
  onAsked(): void;
}

function Health({ health, onAsked }: HealthProps) {
  const classes = useStyles();
  const t = useWords();
  const { items, coverage, pending = 0 } = health;
  const events = items.reduce((sum, source) => sum + source.events, 0);
  return (
    <>
      <p className={classes.lead}>
        {items.length === 0
          ? t('sources.leadNone')
          : t('sources.lead', {
              count: items.length,
              events: events.toLocaleString('en'),
              changes: coverage.changes.toLocaleString('en'),
            })}
      </p>
      {items.length === 0 && <div>{t('empty.noSource')}</div>}
      {items.length > 0 && (
        <Section title={t('sources.title')} hint={t('sources.hint')}>
          <SourceTable sources={items} onAsked={onAsked} />
          {pending > 0 && (
            <div>{t('sources.pending', { n: String(pending) })}</div>
          )}
        </Section>
      )}
      <Coverage coverage={coverage} />
    </>
  );
}

/** What feeds the figures, how well, what found nothing, and what was refused. */
export function SourcesPage() {
  const t = useWords();
  const reading = useSources();
  const inMotion = reading.value?.items.some(
    ({ state, syncRequested }) => state === 'syncing' || syncRequested,
  );
  useInterval(reading.retry, inMotion ? WHILE_IN_MOTION_MS : null);
  return (
    <PageFrame title={t('page.sources')}>
      <Answer reading={reading} failed={t('sources.failed')} height={320}>
        {health => <Health health={health} onAsked={reading.retry} />}
      </Answer>
      <UnmatchedSection />
      <Rejections />
    </PageFrame>
  );
}
