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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { useState } from 'react';
import { ReadableTheme } from '../palette/ReadableTheme';
import { BODY, PORTAL_FONT, SMALL } from '../palette/text';
import { Reading, useFigures } from '../api/readings';
import { FigureGrid } from '../figures/FigureGrid';
import { StageShareBar } from '../stages/StageShareBar';
import { EmptyNotice } from '../states/EmptyNotice';
import { isEmpty } from '../states/emptiness';
import { FailureNotice } from '../states/FailureNotice';
import { Notices } from '../states/Notices';
import { UnmatchedLine } from '../unmatched/UnmatchedLine';
import { viewOfEvidence } from '../url/evidence';
import { useExecutionHref } from '../url/navigation';
import { DEFAULT_VIEW, View, WindowDays } from '../url/view';
import { instantsOf } from '../url/window';
import { SentenceText } from '../wording/SentenceText';
import { useWords } from '../wording/useWords';
import { CardSkeleton } from './CardSkeleton';
import { InFlightLine } from './InFlightLine';
import { WindowSelect } from './WindowSelect';

const useStyles = makeStyles(theme => ({
  card: PORTAL_FONT,
  column: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    color: theme.palette.text.primary,
  },
  sentence: { ...BODY, margin: 0 },
  inFlight: { ...SMALL, flex: 1, margin: 0 },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
  arrow: { fontSize: 18 },
}));

interface FiguresProps {
  figures: EntityFigures;
  view: View;
}

function CardFigures({ figures, view }: FiguresProps) {
  const classes = useStyles();
  const t = useWords();
  const hrefOf = useExecutionHref();
  const openHref = hrefOf(view);
  const { oldestChange } = figures.inFlight;
  return (
    <>
      <Notices figures={figures} />
      <p className={classes.sentence}>
        <SentenceText figures={figures} />
      </p>
      {figures.stages.some(stage => stage.n > 0) && (
        <StageShareBar stages={figures.stages} />
      )}
      <FigureGrid
        figures={figures.figures}
        columns={3}
        evidenceHref={evidence => hrefOf(viewOfEvidence(view, evidence))}
      />
      <UnmatchedLine
        entityRef={figures.entityRef}
        unmatched={figures.unmatched}
      />
      <div className={classes.footer}>
        <p className={classes.inFlight}>
          <InFlightLine
            inFlight={figures.inFlight}
            oldestHref={
              oldestChange && hrefOf({ ...view, change: oldestChange })
            }
          />
        </p>
        {openHref && (
          <Link to={openHref} className={classes.open}>
            {t('card.open')}
            <ArrowForwardIcon className={classes.arrow} aria-hidden />
          </Link>
        )}
      </div>
    </>
  );
}

interface CardBodyProps {
  reading: Reading<EntityFigures>;
  view: View;
}

function CardBody({ reading, view }: CardBodyProps) {
  const t = useWords();
  const { value, error, retry } = reading;
  if (error) {
    return (
      <FailureNotice title={t('error.title')} error={error} retry={retry} />
    );
  }
  if (!value) {
    return <CardSkeleton label={t('title')} />;
  }
  if (isEmpty(value)) {
    return (
      <>
        <Notices figures={value} />
        <EmptyNotice filtered={false} home={value.unmatched?.home} />
        <UnmatchedLine
          entityRef={value.entityRef}
          unmatched={value.unmatched}
        />
      </>
    );
  }
  return <CardFigures figures={value} view={view} />;
}

interface CardOfProps {
  entityRef: string;
}

function CardOf({ entityRef }: CardOfProps) {
  const classes = useStyles();
  const t = useWords();
  const [days, setDays] = useState<WindowDays>(90);
  const [now] = useState(Date.now);
  const view = { ...DEFAULT_VIEW, window: { days } };
  const reading = useFigures(entityRef, instantsOf(view.window, now));
  return (
    <EntityInfoCard
      className={classes.card}
      title={t('title')}
      headerActions={<WindowSelect days={days} onChange={setDays} />}
    >
      <div className={classes.column} aria-busy={reading.loading}>
        <CardBody reading={reading} view={view} />
      </div>
    </EntityInfoCard>
  );
}

/**
 * The Execution card of an entity: how much of their time its changes wait,
 * for whom, the six figures, and what is in flight.
 */
export function ExecutionCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  // A fresh card for each entity: no figure is ever shown under another name.
  return (
    <ReadableTheme>
      <CardOf key={entityRef} entityRef={entityRef} />
    </ReadableTheme>
  );
}
