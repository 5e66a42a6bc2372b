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
import { ChangeDetail } from 'backstage-plugin-chokepoint-common';
import { ReactNode } from 'react';
import { changeName } from '../listing/changeName';
import { SMALL } from '../palette/text';
import { useViewInAddress } from '../url/navigation';
import { formatMoment } from '../wording/date';
import { useWords, Words } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  notes: {
    ...SMALL,
    color: theme.palette.text.secondary,
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
  },
}));

/** What is to be known of how it got to production, in sentences. */
function notesOn(
  change: ChangeDetail,
  hrefOf: (key: string) => string,
  t: Words,
): ReactNode[] {
  const { carriedBy, unplacedSince, excludedBy } = change;
  const taken =
    change.state === 'inProduction' &&
    !change.productionObserved &&
    !change.releaseUnobserved;
  const notes: [boolean, () => ReactNode][] = [
    [change.carrier, () => t('drawer.way.carrier')],
    [
      carriedBy !== undefined,
      () =>
        t('drawer.way.carriedBy', {
          change: (
            <Link to={hrefOf(carriedBy ?? '')}>
              {changeName({ key: carriedBy ?? '' })}
            </Link>
          ),
        }),
    ],
    [change.releaseUnobserved, () => t('drawer.way.releaseUnobserved')],
    [taken, () => t('drawer.way.productionUnobserved')],
    [change.containment === 'assumed', () => t('drawer.way.assumed')],
    [
      unplacedSince !== undefined,
      () =>
        t('drawer.way.unplaced', { since: formatMoment(unplacedSince ?? '') }),
    ],
    [change.decidedLate, () => t('drawer.way.decidedLate')],
    [change.linkedLate, () => t('drawer.way.linkedLate')],
    [
      excludedBy !== undefined,
      () => t('drawer.way.excludedBy', { rule: excludedBy ?? '' }),
    ],
  ];
  return notes.flatMap(([applies, text]) => (applies ? [text()] : []));
}

interface WayToProductionProps {
  change: ChangeDetail;
}

/** What the timeline rests on, where that is not what one would expect. */
export function WayToProduction({ change }: WayToProductionProps) {
  const classes = useStyles();
  const t = useWords();
  const { hrefOf } = useViewInAddress();
  const notes = notesOn(change, key => hrefOf({ change: key }), t);
  return notes.length === 0 ? null : (
    <ul className={classes.notes} aria-label={t('drawer.way.label')}>
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  );
}
