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

import { PartyWait, ReportedFigure } from 'backstage-plugin-chokepoint-common';
import { sentenceOf } from './sentence';

const ratio: ReportedFigure = {
  value: 0.68,
  n: 31,
  unit: 'ratio',
  definition: 1,
  excluded: [],
  evidence: '/changes',
};

function told(waitingOn: PartyWait[], queueTimeRatio = ratio) {
  return sentenceOf({ figures: { queueTimeRatio }, waitingOn });
}

const platform: PartyWait = {
  party: 'group:default/platform',
  stage: 'review',
  waiting: 600,
  share: 0.6,
};

describe('the sentence of an entity', () => {
  it('names the party most of the waiting is for, and what for', () => {
    expect(told([platform])).toEqual({
      kind: 'waiting',
      share: 0.68,
      first: {
        party: 'group:default/platform',
        purpose: 'review',
        share: 0.6,
        most: true,
      },
    });
  });

  it('names the longest wait wherever it stands in the list', () => {
    expect(
      told([{ ...platform, party: 'external', waiting: 1 }, platform]),
    ).toMatchObject({ first: { party: 'group:default/platform' } });
  });

  it('says "most" only of more than half', () => {
    expect(told([{ ...platform, share: 0.5 }])).toMatchObject({
      first: { most: false },
    });
  });

  it('counts only what the party is waited on for in the stage it names', () => {
    expect(told([{ ...platform, stageWaiting: 300 }])).toMatchObject({
      first: { purpose: 'review', share: 0.3, most: false },
    });
  });

  it.each([
    ['unassigned', 'review', 'unrequested'],
    ['gate:release/r', 'release', 'release'],
    ['group:default/ops', 'release', 'approval'],
    ['gate:merge-queue/r', 'merge', 'mergeQueue'],
    ['user:default/alice', 'merge', 'merge'],
    ['group:default/web', 'prioritisation', 'prioritisation'],
    ['group:default/qa', 'verification', 'verification'],
    ['group:default/web', undefined, 'other'],
  ] as const)('waiting on %s in %s is told as %s', (party, stage, purpose) => {
    expect(told([{ ...platform, party, stage }])).toMatchObject({
      first: { purpose },
    });
  });

  it('names nobody when nothing waited', () => {
    expect(told([])).toEqual({ kind: 'waiting', share: 0.68 });
    expect(told([{ ...platform, waiting: 0 }])).toEqual({
      kind: 'waiting',
      share: 0.68,
    });
  });

  it('tells no share of too few changes', () => {
    expect(
      told([platform], {
        ...ratio,
        n: 3,
        value: undefined,
        withheld: 'tooFewChanges',
      }),
    ).toEqual({ kind: 'tooFew', n: 3 });
  });

  it('says that nothing reached production', () => {
    expect(told([], { ...ratio, n: 0, value: undefined })).toEqual({
      kind: 'none',
    });
    expect(sentenceOf({ figures: {}, waitingOn: [] })).toEqual({
      kind: 'none',
    });
  });
});
