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
import { Commit } from '../events/FlowEvent';
import { DEFAULT_MODEL_RULES } from '../rules/ModelRules';
import { ChangeRecord } from './ChangeRecord';
import { CommitHistory, commitHistory } from './CommitHistory';
import { placeChanges } from './placeChanges';
import { RepositoryInput, RepositoryPlacement } from './RepositoryPlacement';
import { RollOutRecord } from './RollOutRecord';

const MINUTE = 60_000;
const REPO = 'github.com/acme/shop';
const CHANGES = 10_000;
const ROLL_OUTS = 5_000;
const END = (CHANGES + 10) * 30 * MINUTE;

/** Bounds are a multiple of what a developer's machine needs. */
const GENEROUS = 10_000;

function shaOf(n: number): string {
  const scattered = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  return `${scattered.toString(16).padStart(8, '0')}${n
    .toString(16)
    .padStart(32, '0')}`;
}

function changes(baseBranch = 'main'): ChangeRecord[] {
  return Array.from({ length: CHANGES }, (_, n) => {
    const openedAt = n * 30 * MINUTE;
    return {
      change: `${REPO}/pull/${n}`,
      repo: REPO,
      openedAt,
      described: [
        {
          at: openedAt,
          title: `Change ${n}`,
          baseBranch,
          headBranch: `branch-${n}`,
        },
      ],
      pushes: [{ at: openedAt, sha: shaOf(1_000_000 + n), work: true }],
      life: [{ at: openedAt + 20 * MINUTE, kind: 'merged', sha: shaOf(n) }],
    };
  });
}

/** One after every second merge. */
function rollOuts(sha: (n: number) => string): RollOutRecord[] {
  return Array.from({ length: ROLL_OUTS }, (_, n) => {
    const last = 2 * n + 1;
    const at = last * 30 * MINUTE + 25 * MINUTE;
    return {
      rollOut: `${REPO}/deployments/${n}`,
      repos: [REPO],
      listed: [],
      happenings: [
        {
          at,
          kind: 'started',
          description: {
            environment: 'production',
            repo: REPO,
            sha: sha(last),
          },
        },
        { at: at + MINUTE, kind: 'finished', outcome: 'success' },
      ],
    };
  });
}

function chainOf(length: number): CommitHistory {
  const commits = Array.from({ length }, (_, i): Commit => {
    const n = i - (length - CHANGES);
    const parents = i === 0 ? [] : [shaOf(n - 1)];
    return [shaOf(n), parents, new Date((n + 1) * 30 * MINUTE).toISOString()];
  });
  return commitHistory(commits);
}

function placed(input: Partial<RepositoryInput>): {
  took: number;
  placement: RepositoryPlacement;
} {
  const whole: RepositoryInput = {
    repo: REPO,
    changes: changes(),
    rollOuts: rollOuts(shaOf),
    incidents: [],
    described: [],
    history: commitHistory([]),
    entities: [],
    entitiesOf: () => [],
    rules: DEFAULT_MODEL_RULES,
    ...input,
  };
  const begin = performance.now();
  const placement = placeChanges(whole, END);
  const took = performance.now() - begin;
  return { took, placement };
}

function inProduction({ placements }: RepositoryPlacement): number {
  return [...placements.values()].filter(p => p.productionAt !== undefined)
    .length;
}

describe('10,000 changes and 5,000 roll-outs of one repository', () => {
  it.each<[string, Partial<RepositoryInput>, number]>([
    ['by the order of the merges', {}, CHANGES - 2],
    [
      'by a history of 100,000 commits',
      { history: chainOf(100_000) },
      CHANGES - 2,
    ],
    [
      'by the first seven characters of the commits',
      { rollOuts: rollOuts(n => shaOf(n).slice(0, 7)) },
      CHANGES - 2,
    ],
    [
      'by the first seven characters, in a history of 100,000 commits',
      {
        rollOuts: rollOuts(n => shaOf(n).slice(0, 7)),
        history: chainOf(100_000),
      },
      CHANGES - 2,
    ],
    ['when nothing is ever found', { rollOuts: rollOuts(() => 'abadc0de') }, 0],
    ['when nothing is released', { changes: changes('develop') }, 0],
  ])('are placed %s in time', (_, input, least) => {
    const { took, placement } = placed(input);
    expect(inProduction(placement)).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThan(GENEROUS);
  });
});
