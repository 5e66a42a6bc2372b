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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { UnmatchedItem } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { formatDay } from '../wording/date';
import { useWords } from '../wording/useWords';
import { detailText } from './detail';
import { MendCell } from './MendCell';

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere' },
});

interface ItemProps {
  item: UnmatchedItem;
}

function What({ item }: ItemProps) {
  const classes = useStyles();
  const t = useWords();
  const { kind, value, more = 0 } = item;
  const detail = detailText(item, t);
  if (value === undefined) {
    return <>{t('unmatched.more', { count: more })}</>;
  }
  return (
    <div className={classes.name}>
      {kind === 'entities' ? (
        <EntityRefLink entityRef={value} hideIcon />
      ) : (
        <code>{value}</code>
      )}
      {detail && <div className="muted">{detail}</div>}
    </div>
  );
}

function Where({ item }: ItemProps) {
  const classes = useStyles();
  const t = useWords();
  const { kind, value, source, entityRefs = [], repos = [] } = item;
  const { repoCount = repos.length } = item;
  const [first] = repos;
  const others = repoCount - 1;
  return (
    <div className={classes.name}>
      {kind !== 'entities' &&
        entityRefs.map(ref => (
          <div key={ref}>
            <EntityRefLink entityRef={ref} hideIcon />
          </div>
        ))}
      {first && first !== value && <div className="muted">{first}</div>}
      {first && others > 0 && (
        <div className="muted">
          {t('unmatched.otherRepos', { count: others })}
        </div>
      )}
      {source && source !== value && <div className="muted">{source}</div>}
    </div>
  );
}

interface UnmatchedTableProps {
  label: string;
  items: readonly UnmatchedItem[];
}

/** Things of one kind: how often, since when, and what would mend each. */
export function UnmatchedTable({ label, items }: UnmatchedTableProps) {
  const t = useWords();
  return (
    <ListTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('unmatched.columnWhat')}</th>
          <th scope="col">{t('unmatched.columnWhere')}</th>
          <th scope="col" className="number">
            {t('unmatched.columnOften')}
          </th>
          <th scope="col" className="number">
            {t('unmatched.columnSince')}
          </th>
          <th scope="col">{t('unmatched.columnMend')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr
            key={JSON.stringify([
              item.value,
              item.source,
              item.mend,
              item.open,
            ])}
          >
            <th scope="row">
              <What item={item} />
            </th>
            <td data-label={t('unmatched.columnWhere')}>
              <Where item={item} />
            </td>
            <td className="number" data-label={t('unmatched.columnOften')}>
              {item.n.toLocaleString('en')}
            </td>
            <td className="number" data-label={t('unmatched.columnSince')}>
              {formatDay(item.firstAt)}
            </td>
            <td data-label={t('unmatched.columnMend')}>
              <MendCell mend={item.mend} open={item.open} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
