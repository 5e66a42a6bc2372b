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

import { trendOf } from './trend';

describe('the trend of a figure', () => {
  it('is in per cent of the window before', () => {
    expect(trendOf(112, 100, 'ms', 'lower')).toEqual({
      direction: 'up',
      amount: '12\u00a0%',
      verdict: 'worse',
    });
  });

  it('is in points when the figure is a share itself', () => {
    expect(trendOf(0.68, 0.64, 'ratio', 'lower')?.amount).toBe('4\u00a0pts');
  });

  it('is better when it moves to the better side', () => {
    expect(trendOf(95, 100, 'ms', 'lower')?.verdict).toBe('better');
    expect(trendOf(105, 100, 'perWeek', 'higher')?.verdict).toBe('better');
    expect(trendOf(95, 100, 'perWeek', 'higher')?.verdict).toBe('worse');
  });

  it('judges nothing that only describes', () => {
    expect(trendOf(105, 100, 'perWeek', 'neutral')?.verdict).toBe('neutral');
  });

  it('is flat when it would be written as nothing', () => {
    expect(trendOf(100.4, 100, 'ms', 'lower')?.direction).toBe('flat');
    expect(trendOf(0, 0, 'count', 'lower')?.direction).toBe('flat');
  });

  it('is not told without something to compare with', () => {
    expect(trendOf(100, undefined, 'ms', 'lower')).toBeUndefined();
    expect(trendOf(undefined, 100, 'ms', 'lower')).toBeUndefined();
    expect(trendOf(5, 0, 'count', 'lower')).toBeUndefined();
  });
});
