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

import {
  changeView,
  DEFAULT_VIEW,
  isFiltered,
  parseView,
  View,
  writeView,
} from './view';

function read(query: string): View {
  return parseView(new URLSearchParams(query));
}

describe('the view in the address', () => {
  it('is the default without any parameter', () => {
    expect(read('')).toEqual(DEFAULT_VIEW);
  });

  it('comes back as it was written', () => {
    const view: View = {
      window: { firstDay: '2026-01-01', lastDay: '2026-03-31' },
      workType: 'corePlatform',
      size: 'xs',
      authorKind: 'agent',
      time: 'workingHours',
      compare: 'none',
      stage: 'review',
      quantile: 'p90',
      figure: 'reviewLatency',
      state: 'inFlight',
      order: '-age',
      cursor: 'abc',
      page: 3,
      change: 'github.com/acme/shop/pull/42',
    };
    expect(parseView(writeView(view))).toEqual(view);
    expect(
      parseView(writeView({ ...view, window: { days: 180 } })).window,
    ).toEqual({ days: 180 });
  });

  it('leaves out what is the default', () => {
    expect(writeView(DEFAULT_VIEW).toString()).toBe('');
  });

  it('keeps the parameters of others', () => {
    const params = writeView(
      { ...DEFAULT_VIEW, stage: 'merge' },
      new URLSearchParams('theirs=1&window=30'),
    );
    expect(params.toString()).toBe('theirs=1&stage=merge');
  });

  it.each([
    ['window=7'],
    ['from=2026-01-01'],
    ['from=2026-03-01&to=2026-01-01'],
    ['from=yesterday&to=2026-01-01'],
    ['from=2026-13-45&to=2026-14-01'],
    [
      'stage=lunch&quantile=p99&order=colour&state=lost&authorKind=cat&size=huge',
    ],
    ['figure=beauty'],
    ['page=3'],
    ['cursor=&page=0'],
  ])('does not follow what it does not understand: %s', query => {
    expect(read(query)).toEqual(DEFAULT_VIEW);
  });
});

describe('a changed view', () => {
  const third: View = { ...DEFAULT_VIEW, cursor: 'abc', page: 3 };

  it.each([
    [{ workType: 'other' }],
    [{ stage: 'review' as const }],
    [{ order: 'age' as const }],
    [{ window: { days: 30 as const } }],
  ])('goes back to the first page when %j changes the list', patch => {
    const changed = changeView(third, patch);
    expect(changed).toMatchObject({ ...patch, page: 1 });
    expect(changed.cursor).toBeUndefined();
  });

  it('stays on its page when a change is opened or the bars are switched', () => {
    expect(changeView(third, { change: 'x', quantile: 'p75' })).toMatchObject({
      cursor: 'abc',
      page: 3,
    });
  });

  it('goes to the page that was asked for', () => {
    expect(changeView(third, { cursor: 'def', page: 4 })).toMatchObject({
      cursor: 'def',
      page: 4,
    });
  });
});

describe('a filter', () => {
  it('is what leaves out changes of the window', () => {
    expect(isFiltered(DEFAULT_VIEW)).toBe(false);
    expect(isFiltered({ ...DEFAULT_VIEW, stage: 'review' })).toBe(false);
    expect(isFiltered({ ...DEFAULT_VIEW, workType: 'other' })).toBe(true);
    expect(isFiltered({ ...DEFAULT_VIEW, size: 'unknown' })).toBe(true);
    expect(isFiltered({ ...DEFAULT_VIEW, authorKind: 'bot' })).toBe(true);
  });
});
