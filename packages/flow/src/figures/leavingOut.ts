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

import { ChangeFacts } from '../facts/factTypes';
import { Exclusion } from './Figure';
import { once } from './once';

/**
 * Why a change is left out of all figures and queues (section 2 of the KPIs,
 * *Leaving out*): it carries others, or a rule of the configuration says so.
 * Undefined for a change that counts.
 *
 * @public
 */
export function whyLeftOut({
  carrier,
  excludedBy,
}: Pick<ChangeFacts, 'carrier' | 'excludedBy'>):
  | Omit<Exclusion, 'n'>
  | undefined {
  if (carrier) {
    return { reason: 'carriesOthers' };
  }
  return excludedBy === undefined
    ? undefined
    : { reason: 'byRule', rule: excludedBy };
}

/** What changes can be left out of. */
interface OfChanges {
  changes: readonly ChangeFacts[];
}

/** The changes that count. */
export const counted = once(({ changes }: OfChanges): readonly ChangeFacts[] =>
  changes.some(whyLeftOut)
    ? changes.filter(change => !whyLeftOut(change))
    : changes,
);

/** Changes that are left out for one reason. */
export interface LeftOut {
  why: Omit<Exclusion, 'n'>;
  changes: readonly ChangeFacts[];
}

/** The changes that do not count, by the reason. */
export const leftOut = once(({ changes }: OfChanges): readonly LeftOut[] => {
  const groups = new Map<string, LeftOut & { changes: ChangeFacts[] }>();
  for (const change of changes) {
    const why = whyLeftOut(change);
    if (why) {
      const key = `${why.reason} ${why.rule}`;
      const group = groups.get(key) ?? { why, changes: [] };
      group.changes.push(change);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
});

/** The keys of the changes that do not count. */
export const leftOutKeys = once(
  (observations: OfChanges): ReadonlySet<string> =>
    new Set(
      leftOut(observations).flatMap(group =>
        group.changes.map(({ change }) => change),
      ),
    ),
);
