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

import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { SMALL } from '../palette/text';
import { isPartial } from '../api/readings';
import { useWords, Words } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  notices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    ...SMALL,
    '&:empty': { display: 'none' },
  },
}));

/** What is still to come into partial figures. */
export function stillToCome(
  { pending, syncing = [] }: EntityFigures['partial'],
  t: Words,
): string {
  return [
    pending > 0 && t('notice.pending', { count: pending }),
    syncing.length > 0 && t('notice.syncing', { sources: syncing.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}

interface NoticesProps {
  figures: Pick<EntityFigures, 'partial' | 'simulated'>;
}

/** Marks figures that are partial, or that come from a simulation. */
export function Notices({ figures }: NoticesProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <div className={classes.notices} role="status">
      {figures.simulated && (
        <Tooltip title={t('notice.simulatedHint')}>
          <Chip
            size="small"
            variant="outlined"
            icon={<InfoIcon aria-hidden />}
            label={t('notice.simulated')}
          />
        </Tooltip>
      )}
      {isPartial(figures) && (
        <>
          <Chip
            size="small"
            variant="outlined"
            icon={<HourglassIcon aria-hidden />}
            label={t('notice.partial')}
          />
          <span>{stillToCome(figures.partial, t)}</span>
        </>
      )}
    </div>
  );
}
