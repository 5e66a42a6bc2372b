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
import { FigureTile } from './FigureTile';
import { CARD_FIGURES } from './tile';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gap: theme.spacing(1),
    // Three beside each other, or two: six tiles never leave a row ragged.
    gridTemplateColumns: `repeat(auto-fit, minmax(max(130px, calc((100% - ${theme.spacing(
      2,
    )}px) / 3)), 1fr))`,
  },
  wide: {
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    },
  },
}));

interface FigureGridProps {
  figures: EntityFigures['figures'];
  /** Tiles in a row where there is room. */
  columns: 3 | 6;
  evidenceHref?(evidence: string): string | undefined;
}

/** The six figures. */
export function FigureGrid({
  figures,
  columns,
  evidenceHref,
}: FigureGridProps) {
  const classes = useStyles();
  return (
    <div className={`${classes.grid} ${columns === 6 ? classes.wide : ''}`}>
      {CARD_FIGURES.map(id => (
        <FigureTile
          key={id}
          id={id}
          figure={figures[id]}
          evidenceHref={evidenceHref}
        />
      ))}
    </div>
  );
}
