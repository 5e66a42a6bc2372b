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

import { Duration, Party, Stage } from '../timeline/Segment';

/** `31 %`. */
export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

/**
 * A length in the unit people think of it: `2.1 days`, `5 hours`, `12 minutes`.
 *
 * @public
 */
export function inWords(length: Duration): string {
  const [value, unit] = [
    [length / 86_400_000, 'day'] as const,
    [length / 3_600_000, 'hour'] as const,
    [length / 60_000, 'minute'] as const,
  ].find(([amount]) => amount >= 1) ?? [length / 60_000, 'minute'];
  const rounded = value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

/** A number with at most one decimal. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The name of a party without its kind and namespace. */
export function nameOf(party: Party): string {
  switch (party) {
    case 'unassigned':
      return 'nobody';
    case 'external':
      return 'people outside the catalog';
    default:
      return party.replace(/^(group|user):[^/]+\//, '');
  }
}

/** What waiting in a stage is for, in words. */
export const WAITING_FOR: Record<Stage, string> = {
  prioritisation: 'to be picked up',
  build: 'in build',
  review: 'for review',
  rework: 'in rework',
  verification: 'for verification',
  merge: 'to be merged',
  release: 'for release',
  deployment: 'for deployment',
};
