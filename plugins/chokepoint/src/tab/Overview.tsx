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
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { LARGE, SMALL } from '../palette/text';
import { FigureGrid } from '../figures/FigureGrid';
import { Notices } from '../states/Notices';
import { viewOfEvidence } from '../url/evidence';
import { ViewInAddress } from '../url/navigation';
import { formatMoment } from '../wording/date';
import { SentenceText } from '../wording/SentenceText';
import { useWords } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  sentence: { ...LARGE, fontWeight: 'normal', margin: 0 },
  notes: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  clock: { ...SMALL, color: theme.palette.text.secondary },
  freshness: {
    ...SMALL,
    color: theme.palette.text.secondary,
    whiteSpace: 'nowrap',
  },
}));

interface OverviewProps {
  figures: EntityFigures;
  address: ViewInAddress;
  busy: boolean;
}

/** The sentence and the six figures, under the filters of the tab. */
export function Overview({ figures, address, busy }: OverviewProps) {
  const classes = useStyles();
  const t = useWords();
  const { view, hrefOf } = address;
  return (
    <div className={classes.column} aria-busy={busy}>
      <div className={classes.line}>
        <div className={classes.notes}>
          <Notices figures={figures} />
          {figures.time === 'workingHours' && (
            <span className={classes.clock}>{t('time.hint')}</span>
          )}
        </div>
        {figures.freshness && (
          <span className={classes.freshness}>
            {t('notice.freshness', { when: formatMoment(figures.freshness) })}
          </span>
        )}
      </div>
      <p className={classes.sentence}>
        <SentenceText figures={figures} />
      </p>
      <FigureGrid
        figures={figures.figures}
        columns={6}
        evidenceHref={evidence => hrefOf(viewOfEvidence(view, evidence))}
      />
    </div>
  );
}
