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

import { EVENTS } from '../../dev/examples/changes';
import { linksOut } from './linksOut';
import { eventName, kindsOf, marksOf } from './marks';
import { tickFormat, ticksThatFit } from './timelineScale';

const START = Date.parse('2026-03-02T08:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the marks of a timeline', () => {
  it('are its events, told apart by what they are about', () => {
    const marks = marksOf(EVENTS, START, START + 200 * HOUR);
    expect(marks).toHaveLength(EVENTS.length);
    expect(marks.map(({ kind }) => kind)).toEqual([
      'workItem',
      'workItem',
      'change',
      'review',
      'checks',
      'checks',
      'review',
      'review',
      'change',
      'change',
      'review',
      'change',
      'deployment',
      'deployment',
    ]);
  });

  it('leave out what happened before or after', () => {
    const marks = marksOf(EVENTS, START + HOUR, START + 49 * HOUR);
    expect(marks.map(({ event }) => event.type)).toEqual([
      'workItem.started',
      'change.opened',
    ]);
  });

  it('have a key of the kinds that occur', () => {
    expect(kindsOf(marksOf(EVENTS, START, START + 30 * HOUR))).toEqual([
      'workItem',
    ]);
  });

  it('are named in words', () => {
    expect(eventName('change.reviewRequested')).toBe('review requested');
    expect(eventName('deployment.finished')).toBe('finished');
  });
});

describe('the time axis', () => {
  it('has as many labels as fit, at least two', () => {
    expect(ticksThatFit(900)).toBe(10);
    expect(ticksThatFit(100)).toBe(2);
  });

  it('is written by the minute, the hour or the day', () => {
    expect(tickFormat({ start: 0, end: DAY })).toBe('HH:mm');
    expect(tickFormat({ start: 0, end: 4 * DAY })).toBe('d LLL HH:mm');
    expect(tickFormat({ start: 0, end: 40 * DAY })).toBe('d LLL');
  });
});

describe('the links out', () => {
  const change = {
    key: 'github.com/acme/shop/pull/42',
    url: 'https://github.com/acme/shop/pull/42',
    workItems: ['acme.atlassian.net/browse/SHOP-7'],
    deployments: ['github.com/acme/shop/deployments/981'],
  };

  it('lead to the forge, the tracker and the deployments', () => {
    expect(linksOut(change)).toEqual([
      { kind: 'change', name: 'github.com', url: change.url },
      {
        kind: 'workItem',
        name: 'SHOP-7',
        url: 'https://acme.atlassian.net/browse/SHOP-7',
      },
      {
        kind: 'deployment',
        name: '981',
        url: 'https://github.com/acme/shop/deployments/981',
      },
    ]);
  });

  it('never run what a source sent as an address', () => {
    const url = ['javascript', 'alert(1)'].join(':');
    expect(linksOut({ ...change, url })[0].url).toBe(
      'https://github.com/acme/shop/pull/42',
    );
  });
});
