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

import { expect, Locator, Page, test } from '@playwright/test';
import {
  contentUnder,
  expectAccessible,
  expectNoSidewaysScroll,
  keep,
  SIZES,
} from './looking';
import { enter, Theme } from './portal';

interface Look {
  name: string;
  /** What it is called, for those who go by headings. */
  title: string;
  path: string;
  /** Something that is there when the page is. */
  ready(page: Page): Locator;
}

const GATEWAY = encodeURIComponent('group:default/foundations');

const PAGES: Look[] = [
  {
    name: 'gateways',
    title: 'Gateways',
    path: '/chokepoint',
    ready: page => page.getByText(/^Most changes queue behind/),
  },
  {
    name: 'gateways-in-working-hours',
    title: 'Gateways',
    path: '/chokepoint/gateways?time=workingHours',
    ready: page => page.getByText('Working hours').nth(1),
  },
  {
    name: 'gateway',
    title: 'Gateways',
    path: `/chokepoint/gateways?party=${GATEWAY}`,
    ready: page => page.getByText('of waiting saved in this window'),
  },
  {
    name: 'queue',
    title: 'Queue',
    path: '/chokepoint/queue',
    ready: page => page.getByText(/changes wait now/),
  },
  {
    name: 'scorecard',
    title: 'Scorecard',
    path: '/chokepoint/scorecard',
    ready: page => page.getByRole('group', { name: 'Scorecard' }),
  },
  {
    name: 'findings',
    title: 'Findings',
    path: '/chokepoint/findings',
    ready: page => page.getByRole('heading', { name: 'Findings' }).last(),
  },
  {
    name: 'sources',
    title: 'Sources',
    path: '/chokepoint/sources',
    ready: page => page.getByRole('heading', { name: 'Coverage' }),
  },
  {
    name: 'scorecard-of-a-group',
    title: 'Scorecard',
    path: '/catalog/default/group/brindlewick/scorecard',
    ready: page => page.getByRole('group', { name: 'Scorecard' }),
  },
];

/** Each theme once and each size once; the tab is looked at in all four. */
const LOOKS: [Theme, keyof typeof SIZES][] = [
  ['light', 'wide'],
  ['dark', 'narrow'],
];

for (const [theme, size] of LOOKS) {
  test.describe(`${theme}, ${size}`, () => {
    test.use({ viewport: SIZES[size] });

    for (const { name, title, path, ready } of PAGES) {
      test(`the page ${name} is accessible and fits`, async ({
        page,
      }, info) => {
        await enter(page, path, theme);
        await expect(ready(page)).toBeVisible();
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await expectAccessible(page, contentUnder(page, title));
        await expectNoSidewaysScroll(page, SIZES[size].width);
        await keep(page, info, `${name}-${theme}-${size}`);
      });
    }
  });
}
