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
import TextField from '@material-ui/core/TextField';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  field: {
    minWidth: 120,
    // Two beside each other on a narrow screen.
    [theme.breakpoints.down('xs')]: {
      minWidth: 0,
      flex: '1 1 40%',
    },
  },
}));

interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}

/** A native select: works with every keyboard and screen reader. */
export function Choice({ label, value, onChange, children }: ChoiceProps) {
  const classes = useStyles();
  return (
    <TextField
      select
      className={classes.field}
      size="small"
      variant="outlined"
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': label }}
    >
      {children}
    </TextField>
  );
}
