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

import { ModelRules } from '../rules/ModelRules';
import { Instant } from '../timeline/Segment';
import { WalkedChange } from './WalkedChange';

/** `fix(cart)!: ` and the like. */
const PREFIX = String.raw`(?:[\w-]+(?:\([^)]*\))?!?:\s*)?`;

/**
 * The title of the change that a title reverts: in quotes after the word, or
 * after the word as a conventional prefix. Undefined where it reverts none.
 */
export function revertedTitle(
  title: string,
  words: readonly string[],
): string | undefined {
  if (words.length === 0) {
    return undefined;
  }
  // Most titles hold none of the words, and are not looked at any further.
  const lower = title.toLowerCase();
  if (!words.some(one => lower.includes(one.toLowerCase()))) {
    return undefined;
  }
  const word = `(?:${words.map(escaped).join('|')})`;
  const quoted = new RegExp(
    `^${PREFIX}\\[?${word}\\]?:?\\s+["“'\`«](.+)["”'\`»]`,
    'is',
  );
  const conventional = new RegExp(`^${word}(?:\\([^)]*\\))?!?:\\s*(.+)$`, 'is');
  return quoted.exec(title)?.[1] ?? conventional.exec(title)?.[1];
}

/**
 * Whether a change is a hotfix: by the word at the head of its title, as a
 * label, or as the first part of its branch.
 */
export function isHotfixChange(
  { title, labels, branchName }: WalkedChange,
  words: readonly string[],
): boolean {
  if (words.length === 0) {
    return false;
  }
  const word = `(?:${words.map(escaped).join('|')})`;
  const head = new RegExp(`^\\W*${PREFIX}\\W*${word}(?![\\p{L}])`, 'iu');
  const branch = new RegExp(`^(?:[^:]+:)?${word}(?![\\p{L}])`, 'iu');
  const label = new RegExp(`^${word}$`, 'i');
  return (
    head.test(title) ||
    branch.test(branchName) ||
    labels.some(name => label.test(name))
  );
}

/** What a merged change reverts: of those of the title the one merged last before it was opened. */
export function revertsIn(
  changes: readonly WalkedChange[],
  { failures: { revertWords } }: ModelRules,
): Map<WalkedChange, WalkedChange> {
  const byTitle = new Map<string, WalkedChange[]>();
  for (const change of changes) {
    for (const title of change.landing ? titlesOf(change) : []) {
      const same = byTitle.get(title);
      if (same) {
        same.push(change);
      } else {
        byTitle.set(title, [change]);
      }
    }
  }
  const found = new Map<WalkedChange, WalkedChange>();
  for (const change of changes) {
    const title = change.landing && revertedTitle(change.title, revertWords);
    if (title) {
      const meant = lastMergedBefore(
        byTitle.get(plainTitle(title)) ?? [],
        change,
      );
      // What reverts a revert takes nothing back that was ever wanted.
      if (meant && !revertedTitle(meant.title, revertWords)) {
        found.set(change, meant);
      }
    }
  }
  return found;
}

/** When each change was reverted, itself or with what carries it. */
export function revertedBy(
  changes: readonly WalkedChange[],
  rules: ModelRules,
): Map<WalkedChange, readonly Instant[]> {
  const direct = new Map<WalkedChange, Instant[]>();
  for (const [revert, reverted] of revertsIn(changes, rules)) {
    const at = revert.landing?.at;
    if (at !== undefined) {
      direct.set(reverted, [...(direct.get(reverted) ?? []), at]);
    }
  }
  if (direct.size === 0) {
    return direct;
  }
  const found = new Map<WalkedChange, readonly Instant[]>();
  for (const change of changes) {
    const instants = new Set<Instant>();
    for (const member of change.line()) {
      direct.get(member)?.forEach(at => instants.add(at));
    }
    if (instants.size > 0) {
      found.set(
        change,
        [...instants].sort((a, b) => a - b),
      );
    }
  }
  return found;
}

function lastMergedBefore(
  candidates: readonly WalkedChange[],
  { openedAt, key }: WalkedChange,
): WalkedChange | undefined {
  let last: WalkedChange | undefined;
  let lastAt = -Infinity;
  for (const candidate of candidates) {
    const at = candidate.landing?.at ?? Infinity;
    if (candidate.key !== key && at <= openedAt && at >= lastAt) {
      last = candidate;
      lastAt = at;
    }
  }
  return last;
}

/** The titles that a change has had: a revert may quote any of them. */
function titlesOf({ titles }: WalkedChange): Set<string> {
  return new Set(titles.map(plainTitle));
}

/** A title without the number that forges add to it. */
function plainTitle(title: string): string {
  return title
    .replace(/\s*\([#!]\d+\)\s*$/, '')
    .trim()
    .toLowerCase();
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
