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

import { UnmatchedItem } from 'backstage-plugin-chokepoint-common';
import { Words } from '../wording/useWords';

type Detail = NonNullable<UnmatchedItem['detail']>;

/** The particulars of one thing, in a line; nothing where there are none. */
export function detailText(
  { kind, detail }: UnmatchedItem,
  t: Words,
): string | undefined {
  if (!detail) {
    return undefined;
  }
  const parts = [
    takenFor(detail, t),
    detail.answers !== undefined &&
      t('unmatched.detail.answers', {
        fast: String(detail.fastAnswers ?? 0),
        answers: String(detail.answers),
        hours: String(detail.hoursOfDay ?? 0),
      }),
    detail.lookedFor !== undefined &&
      t('unmatched.detail.lookedFor', { repo: detail.lookedFor }),
    detail.annotation !== undefined &&
      t('unmatched.detail.annotation', { annotation: detail.annotation }),
    kind === 'entities' &&
      detail.lookedFor === undefined &&
      detail.annotation === undefined &&
      t('unmatched.detail.noRepository'),
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}

function takenFor(
  { production, takenBy }: Detail,
  t: Words,
): string | undefined {
  if (production === undefined) {
    return undefined;
  }
  const taken = production
    ? t('unmatched.detail.production')
    : t('unmatched.detail.notProduction');
  switch (takenBy) {
    case 'source':
      return t('unmatched.detail.bySource', { taken });
    case 'rule':
      return t('unmatched.detail.byRule', { taken });
    case 'words':
      return t('unmatched.detail.byWords', { taken });
    case undefined:
      return taken;
    default: {
      const unknown: never = takenBy;
      return unknown;
    }
  }
}
