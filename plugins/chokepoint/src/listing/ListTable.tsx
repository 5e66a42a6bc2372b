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
import { CSSProperties } from '@material-ui/core/styles/withStyles';
import { ReactNode, Ref } from 'react';
import { SMALL } from '../palette/text';

/** Row below row, every cell under its name: for a narrow screen. */
function stacked(theme: Theme): CSSProperties {
  return {
    '&, & tbody, & tfoot, & tbody tr, & tbody th, & tbody td': {
      display: 'block',
    },
    '& thead tr': { display: 'flex', flexWrap: 'wrap' },
    // Only what one can pick stays of the head: the order of the list.
    '& thead th': { border: 'none', paddingLeft: 0 },
    '& thead th:not([data-sortable])': { display: 'none' },
    '& tbody tr': {
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tbody th, & tbody td': {
      border: 'none',
      padding: theme.spacing(0.25, 0),
      textAlign: 'left !important',
    },
    '& tbody td': { position: 'relative', paddingLeft: '9.5em' },
    '& tbody td::before': {
      content: 'attr(data-label)',
      position: 'absolute',
      left: 0,
      width: '9em',
      color: theme.palette.text.secondary,
      whiteSpace: 'normal',
    },
    '& tbody .nowrap': { whiteSpace: 'normal' },
    '& tbody td:empty': { display: 'none' },
    '& tfoot tr': { display: 'flex', justifyContent: 'space-between' },
    '& tfoot td:empty': { display: 'none' },
  };
}

const useStyles = makeStyles(theme => ({
  scroll: {
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
  },
  tall: {
    maxHeight: '75vh',
    overflowY: 'auto',
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: theme.palette.background.paper,
    },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...SMALL,
    '& th, & td': {
      padding: theme.spacing(1),
      textAlign: 'left',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& thead th': {
      color: theme.palette.text.secondary,
      fontWeight: 'normal',
      whiteSpace: 'nowrap',
      verticalAlign: 'bottom',
    },
    '& tbody tr:hover': { background: theme.palette.action.hover },
    '& tbody th': { fontWeight: 'normal' },
    '& .number': {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    '& .nowrap': { whiteSpace: 'nowrap' },
    '& .title': { minWidth: 220 },
    '& .muted': { color: theme.palette.text.secondary },
    [theme.breakpoints.down('xs')]: stacked(theme),
  },
}));

/** What scrolls is in the tab order, so that a keyboard can scroll it. */
const IN_TAB_ORDER = 0;

interface ListTableProps {
  label: string;
  /** What scrolls, for a list that draws only the rows in sight. */
  scrollRef?: Ref<HTMLDivElement>;
  /** All rows, where only some are drawn. */
  rowCount?: number;
  children: ReactNode;
}

/** A table that scrolls by itself where the screen is narrow. */
export function ListTable({
  label,
  scrollRef,
  rowCount,
  children,
}: ListTableProps) {
  const classes = useStyles();
  return (
    <div
      ref={scrollRef}
      className={`${classes.scroll} ${scrollRef ? classes.tall : ''}`}
      role="group"
      aria-label={label}
      tabIndex={IN_TAB_ORDER}
    >
      <table className={classes.table} aria-rowcount={rowCount}>
        {children}
      </table>
    </div>
  );
}
