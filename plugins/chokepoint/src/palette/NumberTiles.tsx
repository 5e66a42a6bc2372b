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
import { ReactNode } from 'react';
import { SMALL } from './text';

const useStyles = makeStyles(theme => ({
  numbers: {
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(100px, 1fr))',
    margin: 0,
  },
  number: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1, 1.5),
  },
  name: { ...SMALL, color: theme.palette.text.secondary },
  value: { margin: 0, fontSize: '1.25rem', fontWeight: 600 },
  note: { ...SMALL, margin: 0, color: theme.palette.text.secondary },
}));

/** A number with its name. */
export interface NumberTile {
  name: string;
  value: string;
  /** Something more about it. */
  note?: ReactNode;
}

interface NumberTilesProps {
  tiles: readonly NumberTile[];
}

/** A few numbers beside each other. */
export function NumberTiles({ tiles }: NumberTilesProps) {
  const classes = useStyles();
  return (
    <dl className={classes.numbers}>
      {tiles.map(({ name, value, note }) => (
        <div key={name} className={classes.number}>
          <dt className={classes.name}>{name}</dt>
          <dd className={classes.value}>{value}</dd>
          {note && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
