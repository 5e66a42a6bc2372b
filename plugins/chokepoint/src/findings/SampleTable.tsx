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

import { STAGES } from 'chokepoint-flow';
import { SampleChange } from '../api/answers';
import { ChangeLink } from '../listing/ChangeLink';
import { ListTable } from '../listing/ListTable';
import { formatDay } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { PartyNames } from '../wording/PartyNames';
import { useWords, Words } from '../wording/useWords';
import { workTypeName } from '../wording/workType';

function headNames(t: Words) {
  return {
    workType: t('findings.columnWorkType'),
    decided: t('findings.columnDecided'),
    started: t('findings.columnStarted'),
    done: t('findings.columnDone'),
    shipped: t('findings.columnShipped'),
    handoffs: t('findings.columnHandoffs'),
    clarifications: t('findings.columnClarifications'),
    working: t('findings.columnWorking'),
    waiting: t('findings.columnWaiting'),
    longest: t('findings.columnLongest'),
  };
}

interface LongestWaitProps {
  wait: NonNullable<SampleChange['longestWait']>;
}

function LongestWait({ wait: { length, stage, on } }: LongestWaitProps) {
  const t = useWords();
  const known = STAGES.find(candidate => candidate === stage);
  return (
    <>
      {formatDuration(length)}{' '}
      <span className="muted">{known ? t(`stage.${known}`) : stage}</span>
      <div>
        <PartyNames parties={on} linked />
      </div>
    </>
  );
}

interface RowProps {
  row: SampleChange;
}

function Row({ row }: RowProps) {
  const t = useWords();
  const names = headNames(t);
  const dayText = (at: string | undefined) => (at ? formatDay(at) : '–');
  const numbers: [name: string, text: string | number][] = [
    [names.decided, dayText(row.decidedAt)],
    [names.started, dayText(row.startedAt)],
    [names.done, dayText(row.doneAt)],
    [names.shipped, dayText(row.shippedAt)],
    [names.handoffs, row.handoffs],
    [names.clarifications, row.clarifications],
    [names.working, formatDuration(row.working)],
    [names.waiting, formatDuration(row.waiting)],
  ];
  return (
    <tr>
      <th scope="row" className="title">
        <ChangeLink change={{ key: row.change, title: row.title }} />
      </th>
      <td data-label={names.workType}>{workTypeName(row.workType, t)}</td>
      {numbers.map(([name, text]) => (
        <td key={name} className="number" data-label={name}>
          {text}
        </td>
      ))}
      <td data-label={names.longest}>
        {row.longestWait && <LongestWait wait={row.longestWait} />}
      </td>
    </tr>
  );
}

interface SampleTableProps {
  sample: readonly SampleChange[];
}

/** Ten recent changes, one row each. */
export function SampleTable({ sample }: SampleTableProps) {
  const t = useWords();
  if (sample.length === 0) {
    return <div>{t('findings.sampleNone')}</div>;
  }
  const { workType, longest, ...numbers } = headNames(t);
  return (
    <ListTable label={t('findings.sampleTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('findings.columnChange')}</th>
          <th scope="col">{workType}</th>
          {Object.values(numbers).map(name => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
          <th scope="col">{longest}</th>
        </tr>
      </thead>
      <tbody>
        {sample.map(row => (
          <Row key={row.change} row={row} />
        ))}
      </tbody>
    </ListTable>
  );
}
