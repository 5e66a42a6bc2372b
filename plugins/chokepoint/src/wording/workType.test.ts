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

import { englishWords } from '../../dev/englishWords';
import { reasonText } from './reason';
import { workTypeName } from './workType';

const t = englishWords();

describe('a work type', () => {
  it('has a name', () => {
    expect(workTypeName('uxIteration', t)).toBe('Small UX iteration');
  });

  it("of a portal's own rules is spelled out", () => {
    expect(workTypeName('dataMigration', t)).toBe('Data migration');
  });
});

describe('a reason', () => {
  it('is told in words', () => {
    expect(reasonText('unrequested', t)).toBe('nobody was asked to review');
  });

  it('is left out where the stage says it all', () => {
    expect(reasonText(undefined, t)).toBe('');
  });

  it('that is not known yet is told as it came', () => {
    expect(reasonText('frozen', t)).toBe('frozen');
  });
});
