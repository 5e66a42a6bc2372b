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

import { makeStyles, Theme } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutlined';
import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import RemoveCircleIcon from '@material-ui/icons/RemoveCircleOutline';
import VisibilityIcon from '@material-ui/icons/VisibilityOutlined';
import { FigureStatus } from 'backstage-plugin-chokepoint-common';
import { statusColour } from '../palette/statusColour';
import { useWords } from '../wording/useWords';

const ICONS: Record<FigureStatus, typeof CheckCircleIcon> = {
  good: CheckCircleIcon,
  watch: VisibilityIcon,
  bad: ErrorIcon,
  tooFew: RemoveCircleIcon,
};

const useStyles = makeStyles<Theme, { status: FigureStatus }>(theme => ({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: ({ status }) => statusColour(status, theme),
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: 16 },
}));

interface StatusMarkProps {
  status: FigureStatus;
}

/** A status, told by an icon, a word and a colour. */
export function StatusMark({ status }: StatusMarkProps) {
  const classes = useStyles({ status });
  const t = useWords();
  const Icon = ICONS[status];
  return (
    <span className={classes.mark}>
      <Icon className={classes.icon} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
