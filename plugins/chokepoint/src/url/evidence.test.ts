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

import { viewOfEvidence } from './evidence';
import { DEFAULT_VIEW } from './view';

describe('the changes behind a figure', () => {
  it('are listed in the same window with the same filters', () => {
    const view = {
      ...DEFAULT_VIEW,
      window: { days: 30 as const },
      workType: 'other',
      stage: 'merge' as const,
    };
    expect(
      viewOfEvidence(
        view,
        '/entities/component/default/shop/changes?from=2026-01-01T00:00:00.000Z&figure=reviewLatency',
      ),
    ).toEqual({
      ...view,
      stage: undefined,
      figure: 'reviewLatency',
      state: 'all',
      cursor: undefined,
      change: undefined,
    });
  });

  it('may be named by state and stage', () => {
    expect(
      viewOfEvidence(DEFAULT_VIEW, '/x/changes?state=inFlight&stage=review'),
    ).toMatchObject({ state: 'inFlight', stage: 'review' });
  });

  it('are all changes when the evidence names nothing more', () => {
    expect(viewOfEvidence(DEFAULT_VIEW, '/x/changes')).toMatchObject({
      state: 'all',
      figure: undefined,
    });
  });
});
