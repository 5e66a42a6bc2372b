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

/** Stands for no commit, and for the position of one that never landed. */
export const NEVER = -1;

/** What branches off beyond this many trunks is walked instead. */
const MOST_TRUNKS = 8;

/** Of each commit, by index, its parents; {@link NEVER} where one is not known. */
export type Parents = readonly (readonly number[])[];

/**
 * The trunks of a history, each a chain of first parents from its root on. The
 * chains are laid side by side, the longest first, each as long as it is its
 * own; those with the most commits of their own are the trunks.
 */
export function trunksOf(parents: Parents): number[][] {
  const depth = firstParentDepths(parents);
  const tips = tipsOf(parents).sort((a, b) => depth[b] - depth[a] || a - b);
  const taken = new Uint8Array(parents.length);
  const chains = tips.map(tip => {
    let own = 0;
    for (let c = tip; c !== NEVER && !taken[c]; c = firstParent(parents, c)) {
      taken[c] = 1;
      own += 1;
    }
    return { tip, own };
  });
  return chains
    .sort((a, b) => b.own - a.own)
    .slice(0, MOST_TRUNKS)
    .map(({ tip }) => chainTo(parents, tip));
}

/**
 * Of each commit the position, on a trunk, of the first commit that contains
 * it; {@link NEVER} where none does.
 */
export function landingPositions(
  parents: Parents,
  trunk: readonly number[],
): Int32Array {
  const landing = new Int32Array(parents.length).fill(NEVER);
  trunk.forEach((commit, position) => {
    landing[commit] = position;
  });
  trunk.forEach((merge, position) => {
    const landed = parents[merge].slice(1);
    for (let next = landed.pop(); next !== undefined; next = landed.pop()) {
      if (next !== NEVER && landing[next] === NEVER) {
        landing[next] = position;
        landed.push(...parents[next]);
      }
    }
  });
  return landing;
}

function firstParent(parents: Parents, commit: number): number {
  return parents[commit][0] ?? NEVER;
}

/** The chain of first parents that ends with a commit, oldest first. */
function chainTo(parents: Parents, tip: number): number[] {
  const chain = new Set<number>();
  for (let c = tip; c !== NEVER && !chain.has(c); c = firstParent(parents, c)) {
    chain.add(c);
  }
  return [...chain].reverse();
}

/** How many first parents lie behind each commit. */
function firstParentDepths(parents: Parents): Int32Array {
  const depth = new Int32Array(parents.length);
  for (let commit = 0; commit < parents.length; commit++) {
    const open: number[] = [];
    let c = commit;
    while (c !== NEVER && depth[c] === 0) {
      // What is open counts as a root, so that a circle ends.
      depth[c] = 1;
      open.push(c);
      c = firstParent(parents, c);
    }
    let behind = c === NEVER ? 0 : depth[c];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      behind += 1;
      depth[next] = behind;
    }
  }
  return depth;
}

/** The commits that no other commit descends from. */
function tipsOf(parents: Parents): number[] {
  const hasChild = new Uint8Array(parents.length);
  for (const own of parents) {
    for (const parent of own) {
      if (parent !== NEVER) {
        hasChild[parent] = 1;
      }
    }
  }
  const tips: number[] = [];
  hasChild.forEach((has, commit) => has || tips.push(commit));
  return tips;
}
