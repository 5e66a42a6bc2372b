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

import { isDeepStrictEqual } from 'node:util';
import { ChangeTruth } from '.';
import { listen, Recording } from './testing/listen';
import { timelineOf } from './testing/timelineOf';
import { Dice } from './chance/Dice';

const SEEDS = [1, 2, 3, 4];
const WEEKS = 16;
const PER_WEEK = 150;

/** The truth as it was known at an instant: later stretches are cut off. */
function segmentsUpTo({ segments }: ChangeTruth, asOf: number) {
  const lived = segments
    .filter(({ start }) => start < asOf)
    .map(segment => ({ ...segment, end: Math.min(segment.end, asOf) }));
  // Whether a closed change is reopened is not known before it happens.
  const last = lived[lived.length - 1];
  return last?.mode === 'paused' && last.end === asOf
    ? lived.slice(0, -1)
    : lived;
}

/** The first that differs, and how many do. */
function difference<T>(told: T[], lived: T[]) {
  const plain = (value: T | undefined) =>
    value === undefined ? value : JSON.parse(JSON.stringify(value));
  const differing = lived
    .map((_, i) => i)
    .filter(i => !isDeepStrictEqual(plain(told[i]), plain(lived[i])));
  const [first] = differing;
  return first === undefined
    ? 'none'
    : { told: told[first], lived: lived[first], differing: differing.length };
}

describe.each(SEEDS)('the company of seed %i', seed => {
  const recording = listen({ seed, weeks: WEEKS, changesPerWeek: PER_WEEK });
  const { truths, to } = recording;

  it('has changes by the thousand', () => {
    expect(truths.length).toBeGreaterThan(2_000);
  });

  it('is told by flow exactly as it was lived: every stretch, holder and reason', () => {
    const told = truths.map(truth => timelineOf(truth, recording, to));

    expect(
      difference(
        told.map(timeline => timeline?.segments),
        truths.map(({ segments }) => segments),
      ),
    ).toBe('none');
  });

  it('is told with the dates at which things happened', () => {
    const told = truths.map(truth => timelineOf(truth, recording, to));

    expect(
      difference(
        told.map(timeline => timeline?.milestones),
        truths.map(truth => datesSeen(truth, recording)),
      ),
    ).toBe('none');
  });

  it('is told with where each change stands', () => {
    const told = truths.map(truth => timelineOf(truth, recording, to));

    expect(
      difference(
        told.map(timeline => timeline?.state),
        truths.map(truth =>
          isUnseenRelease(truth, recording) ? 'merged' : truth.state,
        ),
      ),
    ).toBe('none');
  });

  it('has no observed release where nobody reported deployments by then', () => {
    const unseen = truths.filter(({ isReleasedUnseen }) => isReleasedUnseen);
    const told = unseen.map(truth => timelineOf(truth, recording, to));

    expect(unseen.length).toBeGreaterThan(50);
    expect(
      difference(
        told.map(timeline => timeline?.productionObserved),
        unseen.map(() => false),
      ),
    ).toBe('none');
  });

  it('was told the same while it was lived', () => {
    const dice = new Dice(seed);
    const moments = truths.map(({ segments }) =>
      dice.whole(segments[0].start + 1, to),
    );
    const told = truths.map(
      (truth, i) => timelineOf(truth, recording, moments[i])?.segments ?? [],
    );

    expect(
      difference(
        told,
        truths.map((truth, i) =>
          moments[i] < truth.milestones.openedAt
            ? []
            : segmentsUpTo(truth, moments[i]),
        ),
      ),
    ).toBe('none');
  });
});

describe('a company of other customs, which change half-way', () => {
  const recording = listen({
    seed: 5,
    weeks: 12,
    changesPerWeek: 100,
    release: 'fortnightly',
    customs: {
      planning: 1,
      unclear: 1,
      questions: 3,
      lying: 0,
      begun: 5,
      asking: 0.3,
      habit: 'mornings',
      care: 4,
      discontent: 5,
      skimming: false,
      first: 'large',
    },
    laterCustoms: {
      habit: 'prompt',
      reviewers: 'lead',
      leadsAway: true,
      first: 'small',
      breaking: 0.5,
    },
  });
  const { truths, to } = recording;

  it('is told by flow exactly as it was lived, with its dates', () => {
    const told = truths.map(truth => timelineOf(truth, recording, to));

    expect(truths.length).toBeGreaterThan(800);
    expect(
      difference(
        told.map(timeline => [timeline?.segments, timeline?.milestones]),
        truths.map(truth => [truth.segments, datesSeen(truth, recording)]),
      ),
    ).toBe('none');
  });
});

/** A repository of which nobody had reported deployments when it was merged, but did later. */
function isUnseenRelease(truth: ChangeTruth, { summary }: Recording): boolean {
  return (
    truth.isReleasedUnseen && summary.firstDeployments[truth.repo] !== undefined
  );
}

function datesSeen(truth: ChangeTruth, recording: Recording) {
  return isUnseenRelease(truth, recording)
    ? { ...truth.milestones, productionAt: undefined }
    : truth.milestones;
}
