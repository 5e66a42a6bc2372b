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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { FigureStatus } from 'backstage-plugin-chokepoint-common';
import { ComponentType } from 'react';
import { statusColour } from './statusColour';

const useStyles = makeStyles(theme => ({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: 16 },
}));

interface MarkProps {
  /** How good or bad it is; decides the colour. */
  meaning: FigureStatus;
  icon: ComponentType<SvgIconProps>;
  text: string;
}

/** How something stands, told by an icon, a word and a colour. */
export function Mark({ meaning, icon: Icon, text }: MarkProps) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <span
      className={classes.mark}
      style={{ color: statusColour(meaning, theme) }}
    >
      <Icon className={classes.icon} aria-hidden />
      {text}
    </span>
  );
}
