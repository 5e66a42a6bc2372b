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

import { formatFigure, formatRatio } from './figureText';

describe('a share', () => {
  it('is written in whole per cent', () => {
    expect(formatRatio(0.684)).toBe('68\u00a0%');
    expect(formatRatio(0)).toBe('0\u00a0%');
    expect(formatRatio(1)).toBe('100\u00a0%');
  });

  it('is never rounded to none or to all', () => {
    expect(formatRatio(0.004)).toBe('0.4\u00a0%');
    expect(formatRatio(0.996)).toBe('99.6\u00a0%');
  });
});

describe('a figure', () => {
  it('is written in its unit', () => {
    expect(formatFigure(90 * 60_000, 'ms')).toBe('1.5\u00a0h');
    expect(formatFigure(0.22, 'ratio')).toBe('22\u00a0%');
    expect(formatFigure(3.14, 'count')).toBe('3.1');
    expect(formatFigure(4.2, 'perWeek')).toBe('4.2\u00a0/\u00a0week');
  });
});
