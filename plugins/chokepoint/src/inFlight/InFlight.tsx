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
import { ChangePage } from 'backstage-plugin-chokepoint-common';
import { Stage } from 'chokepoint-flow';
import { lazy, Suspense, useMemo } from 'react';
import { Reading } from '../api/readings';
import { FirstOf } from '../listing/FirstOf';
import { FailureNotice } from '../states/FailureNotice';
import { Section } from '../layout/Section';
import { useWords } from '../wording/useWords';
import { AGEING_CHART_HEIGHT } from './chartHeight';
import { byOverdue } from './ageing';
import { InFlightTable } from './InFlightTable';

const AgeingChart = lazy(() => import('./AgeingChart'));

/** Rows that are shown before one asks for all. */
const FIRST_ROWS = 8;

interface ListProps {
  page: ChangePage;
  stage?: Stage;
  asOf: number;
}

function InFlightList({ page, stage, asOf }: ListProps) {
  const t = useWords();
  const everything = useMemo(() => byOverdue(page.items, asOf), [page, asOf]);
  const listed = stage
    ? everything.filter(({ current }) => current.stage === stage)
    : everything;
  if (listed.length === 0) {
    return (
      <div>
        {stage && everything.length > 0
          ? t('inFlight.nothingInStage', { stage: t(`stage.${stage}`) })
          : t('inFlight.nothing')}
      </div>
    );
  }
  return (
    <>
      <Suspense
        fallback={<Skeleton variant="rect" height={AGEING_CHART_HEIGHT} />}
      >
        <AgeingChart changes={everything} stage={stage} />
      </Suspense>
      <FirstOf items={listed} first={FIRST_ROWS}>
        {shown => <InFlightTable changes={shown} />}
      </FirstOf>
      {page.total > page.items.length && (
        <div>
          {t('inFlight.capped', {
            shown: String(page.items.length),
            total: String(page.total),
          })}
        </div>
      )}
    </>
  );
}

interface InFlightProps {
  reading: Reading<ChangePage>;
  /** Only what is in this stage. */
  stage?: Stage;
  /** Milliseconds since the epoch. */
  asOf: number;
}

/** What is on its way now, who has it, and whether that is normal. */
export function InFlight({ reading, stage, asOf }: InFlightProps) {
  const t = useWords();
  const { value, error, loading, retry } = reading;
  return (
    <Section
      byWallClock
      title={t('inFlight.title')}
      hint={t('inFlight.hint')}
      busy={loading}
    >
      {error && (
        <FailureNotice
          title={t('error.titleChanges')}
          error={error}
          retry={retry}
        />
      )}
      {!error && !value && <Skeleton variant="rect" height={320} />}
      {value && <InFlightList page={value} stage={stage} asOf={asOf} />}
    </Section>
  );
}
