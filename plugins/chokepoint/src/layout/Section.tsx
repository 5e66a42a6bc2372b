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

import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { PORTAL_FONT, SMALL } from '../palette/text';
import { useWords } from '../wording/useWords';
import { useAskedTime } from './AskedTime';

const useStyles = makeStyles(theme => ({
  card: PORTAL_FONT,
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    color: theme.palette.text.primary,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    // The label of a field stands above its frame.
    paddingTop: theme.spacing(0.75),
  },
  hint: {
    ...SMALL,
    color: theme.palette.text.secondary,
    margin: 0,
    flex: '1 1 220px',
  },
}));

interface SectionProps {
  title: string;
  hint?: string;
  /** Beside the hint. */
  actions?: ReactNode;
  busy?: boolean;
  /** Told in wall-clock time, whatever is asked for. */
  byWallClock?: boolean;
  children: ReactNode;
}

/** A part of the tab: a title, a line that explains it, and its content. */
export function Section({
  title,
  hint,
  actions,
  busy,
  byWallClock,
  children,
}: SectionProps) {
  const classes = useStyles();
  const t = useWords();
  const clock =
    useAskedTime() === 'workingHours' &&
    t(byWallClock ? 'time.wallClock' : 'time.inDays');
  return (
    <section aria-label={title} aria-busy={busy}>
      <EntityInfoCard className={classes.card} title={title}>
        <div className={classes.body}>
          {(hint || actions || clock) && (
            <div className={classes.line}>
              {hint && <p className={classes.hint}>{hint}</p>}
              {clock && <Chip size="small" variant="outlined" label={clock} />}
              {actions}
            </div>
          )}
          {children}
        </div>
      </EntityInfoCard>
    </section>
  );
}
