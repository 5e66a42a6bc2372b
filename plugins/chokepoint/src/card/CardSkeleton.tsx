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
import Skeleton from '@material-ui/lab/Skeleton';
import { CARD_FIGURES } from '../figures/tile';

const useStyles = makeStyles(theme => ({
  column: { display: 'grid', gap: theme.spacing(2) },
  tiles: {
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  },
}));

interface CardSkeletonProps {
  label: string;
}

/** The shape of a card whose figures are on their way. */
export function CardSkeleton({ label }: CardSkeletonProps) {
  const classes = useStyles();
  return (
    <div className={classes.column} role="status" aria-label={label} aria-busy>
      <Skeleton variant="rect" height={24} width="85%" />
      <Skeleton variant="rect" height={46} />
      <div className={classes.tiles}>
        {CARD_FIGURES.map(id => (
          <Skeleton key={id} variant="rect" height={91} />
        ))}
      </div>
      <Skeleton variant="rect" height={22} width="60%" />
    </div>
  );
}
