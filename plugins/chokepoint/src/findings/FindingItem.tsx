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

import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ReportedFinding } from 'backstage-plugin-chokepoint-common';
import { CitedFigure } from '../api/answers';
import { Unfolded } from '../listing/Unfolded';
import { BODY, SMALL } from '../palette/text';
import { changeName } from '../listing/changeName';
import { useViewInAddress } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { formatFigure } from '../wording/figureText';
import { useWords } from '../wording/useWords';
import { SeverityMark } from './SeverityMark';

const useStyles = makeStyles(theme => ({
  finding: {
    listStyle: 'none',
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 'none' },
  },
  sentence: { ...BODY, margin: theme.spacing(0.25, 0) },
  text: { ...SMALL, margin: theme.spacing(0.25, 0) },
  figures: {
    ...SMALL,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    color: theme.palette.text.secondary,
  },
}));

/** Where the changes behind a cited figure are. */
export type EvidenceHref = (figure: CitedFigure) => string | undefined;

interface CitedProps {
  figure: CitedFigure;
  evidenceHref: EvidenceHref;
}

function Cited({ figure, evidenceHref }: CitedProps) {
  const t = useWords();
  const value = formatFigure(figure.value, figure.unit);
  const text =
    figure.n === undefined
      ? t('findings.figure', { label: figure.label, value })
      : t('findings.figureN', {
          label: figure.label,
          value,
          n: String(figure.n),
        });
  const href = evidenceHref(figure);
  return href ? <Link to={href}>{text}</Link> : <>{text}</>;
}

interface FindingItemProps {
  finding: ReportedFinding;
  evidenceHref: EvidenceHref;
}

/** A finding: what, how grave, the numbers it rests on, and what to try. */
export function FindingItem({ finding, evidenceHref }: FindingItemProps) {
  const classes = useStyles();
  const t = useWords();
  const { hrefOf } = useViewInAddress();
  const { severity, sentence, figures, move, savingMs, changes = [] } = finding;
  return (
    <li className={classes.finding}>
      <SeverityMark severity={severity} />
      <p className={classes.sentence}>{sentence}</p>
      <ul className={classes.figures}>
        {figures.map(figure => (
          <li key={figure.label}>
            <Cited figure={figure} evidenceHref={evidenceHref} />
          </li>
        ))}
      </ul>
      <p className={classes.text}>{t('findings.move', { move })}</p>
      {savingMs !== undefined && savingMs > 0 && (
        <p className={classes.text}>
          {t('findings.saving', { saving: formatDuration(savingMs) })}
        </p>
      )}
      {changes.length > 0 && (
        <Unfolded summary={t('findings.changes')}>
          <ul>
            {changes.map(key => (
              <li key={key}>
                <Link to={hrefOf({ change: key })}>{changeName({ key })}</Link>
              </li>
            ))}
          </ul>
        </Unfolded>
      )}
    </li>
  );
}
