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

import { ReportedFigure } from 'backstage-plugin-chokepoint-common';
import { tileOf } from './tile';

const figure: ReportedFigure = {
  value: 0.68,
  unit: 'ratio',
  n: 31,
  definition: 1,
  excluded: [],
  status: 'bad',
  previous: { value: 0.64, n: 29 },
  evidence: '/changes?figure=queueTimeRatio',
};

describe('the tile of a figure', () => {
  it('says value, trend, status and evidence', () => {
    expect(tileOf('queueTimeRatio', figure)).toEqual({
      kind: 'value',
      text: '68\u00a0%',
      n: 31,
      trend: { direction: 'up', amount: '4\u00a0pts', verdict: 'worse' },
      status: 'bad',
      evidence: '/changes?figure=queueTimeRatio',
    });
  });

  it('never shows a value that is withheld', () => {
    expect(
      tileOf('queueTimeRatio', { ...figure, n: 3, withheld: 'tooFewChanges' }),
    ).toEqual({ kind: 'withheld', n: 3 });
  });

  it('says that there is no observation', () => {
    expect(
      tileOf('queueTimeRatio', { ...figure, n: 0, value: undefined }),
    ).toEqual({ kind: 'none' });
    expect(tileOf('queueTimeRatio', undefined)).toEqual({ kind: 'none' });
  });

  it('counts a change only when the intervals of the two windows do not overlap', () => {
    const moved = { value: 0.64, n: 29 };
    expect(
      tileOf('queueTimeRatio', {
        ...figure,
        previous: { ...moved, direction: 'none' },
      }),
    ).toMatchObject({ trend: { direction: 'flat', verdict: 'unclear' } });
    expect(
      tileOf('queueTimeRatio', {
        ...figure,
        previous: { ...moved, direction: 'up' },
      }),
    ).toMatchObject({ trend: { direction: 'up', verdict: 'worse' } });
  });

  it('has no trend when the window before had no value', () => {
    expect(
      tileOf('queueTimeRatio', { ...figure, previous: { n: 0 } }),
    ).toMatchObject({ kind: 'value', trend: undefined });
  });
});
