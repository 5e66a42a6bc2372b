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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ChangePage } from 'backstage-plugin-chokepoint-common';
import { useRef } from 'react';
import { SMALL } from '../palette/text';
import { View } from '../url/view';
import { useWords } from '../wording/useWords';
import { PAGE_SIZE, rangeOf } from '../api/paging';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    ...SMALL,
    fontVariantNumeric: 'tabular-nums',
  },
}));

interface PagerProps {
  page: Pick<ChangePage, 'total' | 'nextCursor'> & {
    items: readonly unknown[];
  };
  view: Pick<View, 'cursor' | 'page'>;
  onPage(patch: Pick<View, 'cursor' | 'page'>): void;
}

/** Goes to the next page and back; the backend cuts the pages. */
export function Pager({ page, view, onPage }: PagerProps) {
  const classes = useStyles();
  const t = useWords();
  // Cursors only lead forward: the way back is remembered, else the beginning.
  const trail = useRef(new Map<number, string | undefined>());
  trail.current.set(view.page, view.cursor);
  const before = view.page - 1;
  const knowsBefore = trail.current.has(before);
  const { first, last } = rangeOf(view.page, page.items.length);
  if (page.total <= PAGE_SIZE && view.page === 1) {
    return null;
  }
  return (
    <div className={classes.line}>
      <span>
        {t('changes.range', {
          first: String(first),
          last: String(last),
          total: String(page.total),
        })}
      </span>
      <Button
        size="small"
        disabled={view.page === 1}
        onClick={() =>
          onPage(
            knowsBefore
              ? { page: before, cursor: trail.current.get(before) }
              : { page: 1, cursor: undefined },
          )
        }
      >
        {knowsBefore || view.page === 1
          ? t('changes.previous')
          : t('changes.first')}
      </Button>
      <Button
        size="small"
        disabled={!page.nextCursor}
        onClick={() => onPage({ page: view.page + 1, cursor: page.nextCursor })}
      >
        {t('changes.next')}
      </Button>
    </div>
  );
}
