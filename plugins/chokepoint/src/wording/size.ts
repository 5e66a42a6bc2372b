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

import { ChangeSize, MOST_LINES } from 'chokepoint-flow';
import { Words } from './useWords';

const SMALLER = { s: 'xs', m: 's', l: 'm', xl: 'l' } as const;

/** A size class in words: by its bounds, so that nobody has to know them. */
export function sizeName(size: ChangeSize, t: Words): string {
  switch (size) {
    case 'xs':
      return t('size.xs', { to: String(MOST_LINES.xs) });
    case 'xl':
      return t('size.xl', { from: leastLines(size) });
    case 'unknown':
      return t('size.unknown');
    default:
      return t('size.between', {
        from: leastLines(size),
        to: String(MOST_LINES[size]),
      });
  }
}

function leastLines(size: keyof typeof SMALLER): string {
  return String(MOST_LINES[SMALLER[size]] + 1);
}
