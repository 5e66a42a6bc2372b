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

import { kpiOf } from 'backstage-plugin-chokepoint-common';
import { Draft, draftOf, readDraft } from './draft';

const HOUR = 3_600_000;
const latency = kpiOf('reviewLatency');
const ratio = kpiOf('queueTimeRatio');

describe('a target', () => {
  it.each([
    [latency, { target: 8 * HOUR, limit: 24 * HOUR }, ['8', '24', 'hours']],
    [latency, { target: 48 * HOUR, limit: 72 * HOUR }, ['2', '3', 'days']],
    [latency, { target: HOUR / 2, limit: HOUR }, ['30', '60', 'minutes']],
    [ratio, { target: 0.35, limit: 0.5 }, ['35', '50', 'percent']],
    [ratio, { target: 0.07, limit: 0.29 }, ['7', '29', 'percent']],
    [kpiOf('handoffs'), { target: 4, limit: 6.5 }, ['4', '6.5', 'number']],
    [
      kpiOf('deploymentFrequency'),
      { target: 5, limit: 1 },
      ['5', '1', 'perWeek'],
    ],
  ])('of $id is written as %j and read back', (kpi, held, written) => {
    const draft = draftOf(kpi, held);
    expect([draft.target, draft.limit, draft.unit]).toEqual(written);
    expect(readDraft(kpi, draft)).toEqual(held);
  });

  it('that nobody set is empty', () => {
    expect(draftOf(kpiOf('throughput'), undefined)).toEqual({
      target: '',
      limit: '',
      unit: 'perWeek',
    });
  });

  it.each<[string, Draft, unknown]>([
    [
      'a number',
      { target: '', limit: '2', unit: 'days' },
      { field: 'target', fault: 'notANumber' },
    ],
    [
      'a number too',
      { target: '1', limit: 'soon', unit: 'days' },
      { field: 'limit', fault: 'notANumber' },
    ],
    [
      'not below zero',
      { target: '-1', limit: '2', unit: 'days' },
      { field: 'target', fault: 'negative' },
    ],
    [
      'not better where it is bad',
      { target: '3', limit: '2', unit: 'days' },
      { field: 'limit', fault: 'limitIsBetter' },
    ],
  ])('must be %s', (_, draft, fault) => {
    expect(readDraft(latency, draft)).toEqual(fault);
  });

  it('of a share is at most the whole, of a ratio of lengths it is not', () => {
    const draft: Draft = { target: '120', limit: '300', unit: 'percent' };
    expect(readDraft(ratio, draft)).toEqual({
      field: 'target',
      fault: 'aboveWhole',
    });
    expect(readDraft(kpiOf('predictability'), draft)).toEqual({
      target: 1.2,
      limit: 3,
    });
  });
});
