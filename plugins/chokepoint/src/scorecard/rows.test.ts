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

import { scorecardRow } from '../../dev/examples/scorecards';
import { columnsParameter, parseChoices, sortAfter } from './choices';
import { COLUMNS } from './columns';
import { byDomain, hasTooFew, sortRows } from './rows';

const figure = (value: number | undefined, withheld?: 'tooFewChanges') => ({
  value,
  n: 9,
  unit: 'ms' as const,
  withheld,
});

describe('the order of a scorecard', () => {
  const quick = scorecardRow(1, {
    title: 'Quick',
    figures: { reviewLatency: figure(1) },
  });
  const slow = scorecardRow(2, {
    title: 'Slow',
    figures: { reviewLatency: figure(9) },
  });
  const withheld = scorecardRow(3, {
    title: 'Withheld',
    figures: { reviewLatency: figure(99, 'tooFewChanges') },
  });

  it('puts rows without a value last, whichever way it goes', () => {
    const titles = (direction: 'ascending' | 'descending') =>
      sortRows([withheld, slow, quick], 'reviewLatency', direction).map(
        ({ title }) => title,
      );
    expect(titles('ascending')).toEqual(['Quick', 'Slow', 'Withheld']);
    expect(titles('descending')).toEqual(['Slow', 'Quick', 'Withheld']);
  });

  it('tells equals apart by their names', () => {
    const twin = { ...quick, title: 'Another' };
    expect(
      sortRows([quick, twin], 'reviewLatency', 'descending').map(r => r.title),
    ).toEqual(['Another', 'Quick']);
  });

  it('has the rows under their domains, those without one last', () => {
    const lines = byDomain([
      scorecardRow(1),
      scorecardRow(2),
      scorecardRow(4, { domain: 'domain:default/aviation' }),
    ]);
    expect(
      lines.map(line => (line.kind === 'row' ? line.row.title : line.domain)),
    ).toEqual([
      'domain:default/aviation',
      'Team 4',
      'domain:default/commerce',
      'Team 2',
      undefined,
      'Team 1',
    ]);
  });
});

describe('a row with too few changes', () => {
  it('has no figure that can be told', () => {
    expect(
      hasTooFew(
        scorecardRow(1, {
          figures: {
            reviewLatency: figure(3, 'tooFewChanges'),
            handoffs: { ...figure(3), status: 'tooFew' },
            throughput: { ...figure(0), n: 0 },
          },
        }),
      ),
    ).toBe(true);
  });

  it('is not one that has a single figure to tell', () => {
    expect(
      hasTooFew(scorecardRow(1, { figures: { reviewLatency: figure(3) } })),
    ).toBe(false);
  });
});

describe('the choices in the address', () => {
  const parse = (search: string) => parseChoices(new URLSearchParams(search));

  it('are the longest queue first, every column, coloured by target', () => {
    expect(parse('')).toEqual({
      rows: undefined,
      sort: 'queue',
      direction: 'descending',
      columns: COLUMNS,
      groupByDomain: false,
      heat: true,
      hideTooFew: false,
    });
  });

  it('are read in full', () => {
    expect(
      parse(
        'rows=entities&sort=name&columns=queue,changes,nonsense&group=domain&heat=off&few=hide',
      ),
    ).toEqual({
      rows: 'entities',
      sort: 'name',
      direction: 'ascending',
      columns: ['changes', 'queue'],
      groupByDomain: true,
      heat: false,
      hideTooFew: true,
    });
  });

  it('fall back to what is known', () => {
    expect(parse('sort=-trend&rows=people')).toMatchObject({
      sort: 'queue',
      direction: 'descending',
      rows: undefined,
    });
  });

  it('turn the order round when the same column is picked again', () => {
    expect(sortAfter({ sort: 'queue', direction: 'descending' }, 'queue')).toBe(
      'queue',
    );
    expect(sortAfter({ sort: 'queue', direction: 'ascending' }, 'queue')).toBe(
      '-queue',
    );
    expect(sortAfter({ sort: 'queue', direction: 'ascending' }, 'name')).toBe(
      'name',
    );
  });

  it('leave all columns out of the address', () => {
    expect(columnsParameter(COLUMNS)).toBeUndefined();
    expect(columnsParameter(['queue', 'findings'])).toBe('queue,findings');
  });
});
