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

import { ChangesQuery } from 'backstage-plugin-chokepoint-common';
import { parse } from 'papaparse';
import { finishedChange } from '../../dev/examples/changes';
import { changesCsv, EXPORT_LIMIT, readAll } from './exportChanges';

function rowsOf(csv: string) {
  return parse<Record<string, string>>(csv, { header: true }).data;
}

describe('an export', () => {
  it('has a row for each change, with instants and milliseconds', () => {
    const change = finishedChange(4, { title: 'Say "hello", twice' });
    const [row] = rowsOf(changesCsv([change]));
    expect(row).toMatchObject({
      key: change.key,
      title: 'Say "hello", twice',
      openedAt: change.milestones.openedAt,
      decidedAt: '',
      totalMs: String(change.age),
      waitingMs: String(change.figures.queueTime),
      handoffs: '4',
    });
  });

  it('gives a spreadsheet no formula to run', () => {
    const change = finishedChange(1, { title: '=HYPERLINK("https://x")' });
    expect(rowsOf(changesCsv([change]))[0].title).toBe(
      '\'=HYPERLINK("https://x")',
    );
  });

  it('has everything that is listed, page after page', async () => {
    const asked: ChangesQuery[] = [];
    const progress: number[] = [];
    const { changes, total } = await readAll(
      async query => {
        asked.push(query);
        const first = Number(query.cursor ?? 0);
        return {
          items: [finishedChange(first + 1), finishedChange(first + 2)],
          total: 4,
          nextCursor: first === 0 ? '2' : undefined,
        };
      },
      { workType: 'other', cursor: 'of the page that is shown' },
      done => progress.push(done),
    );
    expect(changes.map(({ key }) => key.slice(-1))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(total).toBe(4);
    expect(asked.map(({ cursor, workType }) => [cursor, workType])).toEqual([
      [undefined, 'other'],
      ['2', 'other'],
    ]);
    expect(progress).toEqual([2, 4]);
  });

  it('stops at its limit and knows that it was cut', async () => {
    const page = Array.from({ length: 500 }, (_, n) => finishedChange(n));
    const { changes, total } = await readAll(
      async () => ({ items: page, total: 99_999, nextCursor: 'more' }),
      {},
      () => {},
    );
    expect(changes).toHaveLength(EXPORT_LIMIT);
    expect(total).toBe(99_999);
  });
});
