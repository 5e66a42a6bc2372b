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

import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  chokepointTargetWritePermission,
  EntityTargets,
  Kpi,
  KpiTarget,
} from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from '../api/chokepointApi';
import { ListTable } from '../listing/ListTable';
import { useWords } from '../wording/useWords';
import { heldTargets } from './held';
import { TargetRow } from './TargetRow';

// The columns stay where they are while one writes.
const useStyles = makeStyles({
  figure: { width: '40%' },
  target: { width: '25%' },
  own: { width: '17%' },
});

/** The own targets of an entity with that of one figure set, or cleared. */
function withTarget(
  targets: EntityTargets['targets'],
  { id }: Kpi,
  target: KpiTarget | undefined,
): EntityTargets['targets'] {
  const { [id]: _, ...others } = targets;
  return target ? { ...others, [id]: target } : others;
}

interface TargetTableProps {
  entityRef: string;
  /** The targets as they were read. */
  told: EntityTargets;
  /** Called when a target has been set or cleared. */
  onSaved(): void;
}

/** Sets the targets of an entity, and remembers what holds now. */
function useTargetWriter({ entityRef, told, onSaved }: TargetTableProps) {
  const t = useWords();
  const api = useApi(chokepointApiRef);
  const [now, setNow] = useState(told);
  const [done, setDone] = useState('');
  const set = async (kpi: Kpi, target: KpiTarget | undefined) => {
    setDone('');
    const targets = withTarget(now.targets, kpi, target);
    setNow(await api.putTargets(entityRef, targets));
    setDone(
      t(target ? 'targets.saved' : 'targets.cleared', { figure: kpi.title }),
    );
    onSaved();
  };
  return { now, done, set };
}

/** What each figure of an entity is judged by, to be set by who may. */
export function TargetTable(props: TargetTableProps) {
  const t = useWords();
  const classes = useStyles();
  const { now, done, set } = useTargetWriter(props);
  const permission = chokepointTargetWritePermission;
  const { allowed, loading } = usePermission({ permission });
  return (
    <>
      {!allowed && !loading && (
        <div>{t('targets.readOnly', { permission: permission.name })}</div>
      )}
      <div role="status">{done}</div>
      <ListTable label={t('targets.open')}>
        <thead>
          <tr>
            <th scope="col" className={classes.figure}>
              {t('targets.columnFigure')}
            </th>
            <th scope="col" className={classes.target}>
              {t('targets.columnTarget')}
            </th>
            <th scope="col">{t('targets.columnFrom')}</th>
            {allowed && (
              <th scope="col" className={classes.own}>
                {t('targets.columnOwn')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {heldTargets(now).map(row => (
            <TargetRow
              key={row.kpi.id}
              row={row}
              onSet={allowed ? target => set(row.kpi, target) : undefined}
            />
          ))}
        </tbody>
      </ListTable>
    </>
  );
}
