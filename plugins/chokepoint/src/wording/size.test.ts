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

import { CHANGE_SIZES } from 'chokepoint-flow';
import { englishWords } from '../../dev/englishWords';
import { sizeName } from './size';

describe('a size', () => {
  it('is told by its bounds, which leave no line out', () => {
    const t = englishWords();
    expect(CHANGE_SIZES.map(size => sizeName(size, t))).toEqual([
      'Up to 9 lines',
      '10 to 49 lines',
      '50 to 249 lines',
      '250 to 999 lines',
      '1000 lines and more',
      'Unknown',
    ]);
  });
});
