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

import { EXTERNAL, isExternal, Segment, STAGES } from 'chokepoint-flow';
import { foundCompany } from '..';
import { listen } from '../testing/listen';

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('the truth', () => {
  const { truths, summary } = listen({
    seed: 11,
    weeks: 20,
    changesPerWeek: 150,
  });
  const segments = truths.flatMap(truth => truth.segments);

  it('is a partition of each life: no gap, no overlap, no empty stretch', () => {
    const broken = truths.filter(({ segments: own }) =>
      own.some(
        (segment, i) =>
          segment.end <= segment.start ||
          (i > 0 && segment.start !== own[i - 1].end),
      ),
    );

    expect(broken).toEqual([]);
  });

  it('shares every moment among those who hold it, each named once', () => {
    const wrong = segments.filter(({ holders }) => {
      const shares = sum(holders.map(({ share }) => share));
      const parties = new Set(holders.map(({ party }) => party));
      return Math.abs(shares - 1) > 1e-12 || parties.size !== holders.length;
    });

    expect(wrong).toEqual([]);
  });

  it('knows every stage, mode and reason that the model knows', () => {
    const kinds = new Set(segments.map(kindOf));

    expect(new Set(segments.map(({ stage }) => stage))).toEqual(
      new Set(STAGES),
    );
    expect([...kinds].filter(kind => !kind.includes('paused')).sort()).toEqual([
      'build waiting blocked',
      'build working -',
      'build working draft',
      'deployment working -',
      'merge waiting -',
      'merge waiting blocked',
      'merge waiting hold',
      'merge waiting mergeQueue',
      'prioritisation waiting -',
      'release waiting -',
      'release waiting carried',
      'release waiting deploymentFailed',
      'release waiting gate',
      'review waiting -',
      'review waiting blocked',
      'review waiting unrequested',
      'rework waiting blocked',
      'rework working changesRequested',
      'rework working checksFailed',
      'rework working commented',
      'verification waiting blocked',
      'verification waiting status',
      'verification working checks',
    ]);
    expect([...kinds].some(kind => kind.endsWith('paused closed'))).toBe(true);
    expect(kinds).toContain('prioritisation paused undecided');
  });

  it('knows every kind of party', () => {
    const kinds = new Set(
      segments.flatMap(({ holders }) =>
        holders.map(({ party }) =>
          isExternal(party) ? EXTERNAL : party.replace(/[/].*/, ''),
        ),
      ),
    );

    expect([...kinds].sort()).toEqual([
      'external',
      'gate:checks',
      'gate:deployment',
      'gate:merge-queue',
      'gate:release',
      'group:default',
      'unassigned',
      'user:default',
    ]);
  });

  it('charges all waiting time, and nothing but waiting time, to teams and to services', () => {
    const waited = sum(
      segments
        .filter(({ mode }) => mode === 'waiting')
        .map(({ start, end }) => end - start),
    );

    expect(sum(Object.values(summary.queueTime))).toBe(waited);
    expect(sum(Object.values(summary.queueTimeByService))).toBe(waited);
  });

  it('charges nothing to people or gates that have a team', () => {
    const parties = Object.keys(summary.queueTime);
    const teams = new Set(
      foundCompany({ seed: 11 }).groups.map(({ party }) => party),
    );

    expect(
      parties.filter(
        party =>
          !teams.has(party) && party !== 'unassigned' && party !== 'external',
      ),
    ).toEqual([]);
  });
});

function kindOf({ stage, mode, reason }: Segment): string {
  return `${stage} ${mode} ${reason ?? '-'}`;
}
