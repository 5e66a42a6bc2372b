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

import fc from 'fast-check';
import { Commit } from '../events/FlowEvent';
import { commitHistory } from './CommitHistory';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const commit = (sha: string, parents: string[] = [], n = 0): Commit => [
  sha,
  parents,
  day(n),
];

/** What descends from what, worked out by walking. */
function containsByWalking(
  commits: readonly Commit[],
  sha: string,
  ancestor: string,
): boolean {
  const parents = new Map(commits.map(([s, p]) => [s, p]));
  const seen = new Set<string>();
  const open = [sha];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!seen.has(next) && parents.has(next)) {
      seen.add(next);
      open.push(...(parents.get(next) ?? []));
    }
  }
  return seen.has(ancestor);
}

/** Random histories: each commit has up to three parents among the earlier ones. */
const histories = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 40 })
  .map(picks =>
    picks.map((own, i) =>
      commit(
        `c${i}`,
        i === 0
          ? []
          : own
              .map(pick => `c${pick % Math.min(i + 1, 60)}`)
              .filter(p => p !== `c${i}`),
        i,
      ),
    ),
  );

describe('the history of a repository', () => {
  it('contains a commit in itself and in its descendants, and in nothing else', () => {
    const history = commitHistory([
      commit('root'),
      commit('feature', ['root'], 1),
      commit('merge', ['root', 'feature'], 2),
      commit('hotfix', ['root'], 3),
    ]);
    expect(history.contains('merge', 'feature')).toBe(true);
    expect(history.contains('merge', 'merge')).toBe(true);
    expect(history.contains('feature', 'merge')).toBe(false);
    expect(history.contains('merge', 'hotfix')).toBe(false);
    expect(history.contains('hotfix', 'root')).toBe(true);
    expect(history.contains('hotfix', 'feature')).toBe(false);
    expect(history.contains('nowhere', 'root')).toBe(false);
    expect(history.contentsOf('nowhere')).toBeUndefined();
    expect(history.oldestAt).toBe(Date.parse(day(0)));
    expect(commitHistory([]).oldestAt).toBeUndefined();
  });

  it('answers as walking does, in whatever order its parts came', () => {
    fc.assert(
      fc.property(
        histories.chain(commits =>
          fc.tuple(
            fc.constant(commits),
            fc.shuffledSubarray(commits, { minLength: commits.length }),
          ),
        ),
        ([commits, shuffled]) => {
          const history = commitHistory(shuffled);
          for (const [a] of commits) {
            for (const [b] of commits) {
              expect(history.contains(a, b)).toBe(
                containsByWalking(commits, a, b),
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes what it knows where parts are missing', () => {
    fc.assert(
      fc.property(
        histories.chain(commits => fc.shuffledSubarray(commits)),
        part => {
          const history = commitHistory([...part, ...part]);
          expect(history.size).toBe(part.length);
          for (const [a] of part) {
            for (const [b] of part) {
              expect(history.contains(a, b)).toBe(
                containsByWalking(part, a, b),
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends where a circle of parents would close', () => {
    const history = commitHistory([
      commit('a', ['b']),
      commit('b', ['a']),
      commit('c', ['b']),
    ]);
    expect(history.contains('c', 'a')).toBe(true);
    expect(history.contains('a', 'c')).toBe(false);
  });

  it('walks commits beside the trunks only: 100,000 commits, 10,000 questions', () => {
    const commits: Commit[] = [commit('m0')];
    for (let i = 1; i < 33_000; i++) {
      commits.push(commit(`a${i}`, [`m${i - 1}`], i));
      commits.push(commit(`b${i}`, [`a${i}`], i));
      commits.push(commit(`m${i}`, [`m${i - 1}`, `b${i}`], i));
      if (i % 3000 === 0) {
        commits.push(commit(`release${i}`, [`m${i}`], i));
        commits.push(commit(`hotfix${i}`, [`release${i}`, `a${i}`], i));
      }
    }
    const history = commitHistory(commits);
    for (let i = 3_000; i < 33_000; i += 3) {
      expect(history.contains(`m${i}`, `b${i}`)).toBe(true);
      expect(history.contains(`m${i - 1}`, `a${i}`)).toBe(false);
    }
    expect(history.walked).toBe(0);
    for (let i = 3000; i < 33_000; i += 3000) {
      expect(history.contains(`hotfix${i}`, `b${i}`)).toBe(true);
      expect(history.contains(`hotfix${i}`, `b${i + 1}`)).toBe(false);
    }
    expect(history.walked).toBeLessThan(25);
  });
});
