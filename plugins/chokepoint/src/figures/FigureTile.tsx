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
import Tooltip from '@material-ui/core/Tooltip';
import { kpiOf, ReportedFigure } from 'backstage-plugin-chokepoint-common';
import { SMALL } from '../palette/text';
import { Spoken } from '../wording/Spoken';
import { useWords } from '../wording/useWords';
import { StatusMark } from './StatusMark';
import { CardFigure, Tile, tileOf } from './tile';
import { TrendMark } from './TrendMark';

const useStyles = makeStyles(theme => ({
  tile: {
    display: 'block',
    // Holds what is only spoken.
    position: 'relative',
    color: 'inherit',
    minWidth: 0,
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
  },
  link: {
    '&:hover, &:focus-visible': {
      background: theme.palette.action.hover,
      textDecoration: 'none',
    },
  },
  title: {
    ...SMALL,
    color: theme.palette.text.secondary,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
    ...SMALL,
  },
  value: {
    fontSize: '1.375rem',
    lineHeight: 1.4,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  muted: { color: theme.palette.text.secondary, lineHeight: '1.925rem' },
  status: { minHeight: '1.5em' },
}));

interface TileContentProps {
  id: CardFigure;
  tile: Tile;
}

function TileContent({ id, tile }: TileContentProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <>
      <div className={classes.title}>
        {t(`figure.${id}`)}
        <Spoken>: </Spoken>
      </div>
      <div className={classes.line}>
        {tile.kind === 'value' ? (
          <>
            <strong className={classes.value}>{tile.text}</strong>
            {tile.trend && <TrendMark trend={tile.trend} />}
          </>
        ) : (
          <span className={classes.muted}>
            {tile.kind === 'withheld'
              ? t('figure.withheld')
              : t('figure.noObservation')}
          </span>
        )}
      </div>
      <div className={`${classes.line} ${classes.status}`}>
        {tile.kind === 'value' && tile.status && (
          <StatusMark status={tile.status} />
        )}
        {tile.kind === 'withheld' && <StatusMark status="tooFew" />}
      </div>
    </>
  );
}

interface FigureTileProps {
  id: CardFigure;
  figure?: ReportedFigure;
  /** Where the changes behind it are; no link without it. */
  evidenceHref?(evidence: string): string | undefined;
}

/** One figure with its trend and status; a link to the changes behind it. */
export function FigureTile({ id, figure, evidenceHref }: FigureTileProps) {
  const classes = useStyles();
  const t = useWords();
  const tile = tileOf(id, figure);
  const href =
    tile.kind === 'value' ? evidenceHref?.(tile.evidence) : undefined;
  const content = <TileContent id={id} tile={tile} />;
  const hint =
    tile.kind === 'none'
      ? kpiOf(id).description
      : `${kpiOf(id).description} ${t('figure.observations', {
          n: String(tile.n),
        })}`;
  return (
    <Tooltip title={hint}>
      {href && tile.kind === 'value' ? (
        <Link
          to={href}
          color="inherit"
          className={`${classes.tile} ${classes.link}`}
        >
          {content}
          <Spoken>{t('figure.showEvidence')}</Spoken>
        </Link>
      ) : (
        <div className={classes.tile}>{content}</div>
      )}
    </Tooltip>
  );
}
