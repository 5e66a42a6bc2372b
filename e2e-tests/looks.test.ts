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
import { enter, SERVICE, Theme } from './portal';

/** The innermost: the old frontend system has the whole page in one, too. */
function card(page: Page): Locator {
  return page
    .locator('article')
    .filter({ has: page.getByRole('heading', { name: 'Execution' }) })
    .last();
}

/** Everything below the filters, and they. */
function tab(page: Page): Locator {
  return contentUnder(page, 'Execution');
}

async function openDrawer(page: Page): Promise<Locator> {
  await page
    .getByRole('region', { name: 'In flight' })
    .getByRole('rowheader')
    .first()
    .getByRole('link')
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^Total/ })).toBeVisible();
  return dialog;
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  for (const size of ['wide', 'narrow'] as const) {
    test.describe(`${theme}, ${size}`, () => {
      test.use({ viewport: SIZES[size] });

      test('the card is accessible and fits', async ({ page }, info) => {
        await enter(page, SERVICE.page, theme);
        await expect(page.getByText(/of their time waiting/)).toBeVisible();
        await expectAccessible(page, card(page));
        await expectNoSidewaysScroll(page, SIZES[size].width);
        await keep(page, info, `card-${theme}-${size}`);
      });

      test('the tab and the drawer are accessible and fit', async ({
        page,
      }, info) => {
        await enter(page, SERVICE.tab, theme);
        await expect(
          page.getByRole('img', { name: /^Age of what is in flight/ }),
        ).toBeVisible();
        await expect(page.getByText(/^1–25 of/)).toBeVisible();
        await expectAccessible(page, tab(page));
        await expectNoSidewaysScroll(page, SIZES[size].width);
        await keep(page, info, `tab-${theme}-${size}`);

        const dialog = await openDrawer(page);
        await dialog.getByText(/^Events \(/).click();
        await expectAccessible(page, dialog);
        await expectNoSidewaysScroll(page, SIZES[size].width);
        await keep(page, info, `drawer-${theme}-${size}`);
      });
    });
  }
}

test.describe('the other states', () => {
  // A page asks again while it is looked at, and may be closed before the answer.
  test.afterEach(async ({ page }) => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  const FIGURES = '**/api/chokepoint/v1/entities/**/figures?*';

  test('loading is a skeleton', async ({ page }, info) => {
    await page.route(FIGURES, () => {});
    await enter(page, SERVICE.tab);
    await expect(
      page.getByRole('status', { name: 'Execution' }),
    ).toHaveAttribute('aria-busy', 'true');
    await expectAccessible(page, tab(page));
    await keep(page, info, 'loading');
  });

  test('an error says what to do, and trying again helps', async ({
    page,
  }, info) => {
    await page.route(FIGURES, route => route.abort());
    await enter(page, SERVICE.tab);
    await expect(page.getByRole('alert')).toContainText(
      'Check your connection.',
    );
    await expectAccessible(page, tab(page));
    await keep(page, info, 'error');
    await page.unroute(FIGURES);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(/of their time waiting/)).toBeVisible();
  });

  test('empty says what to connect', async ({ page }, info) => {
    await page.route(FIGURES, async route => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: {
          ...(await answer.json()),
          figures: {},
          stages: [],
          waitingOn: [],
          inFlight: { n: 0 },
        },
      });
    });
    await enter(page, SERVICE.tab);
    await expect(page.getByText('Nothing to show yet')).toBeVisible();
    await expect(page.getByText(/project slug annotation/)).toBeVisible();
    await expectAccessible(page, tab(page));
    await keep(page, info, 'empty');
  });

  test('partial says what is still to come', async ({ page }, info) => {
    await page.route(FIGURES, async route => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), partial: { pending: 312 } },
      });
    });
    await enter(page, SERVICE.tab);
    await expect(
      page.getByText('312 changes are still to be processed.'),
    ).toBeVisible();
    await expect(
      page.getByText('Simulated data', { exact: true }),
    ).toBeVisible();
    await expectAccessible(page, tab(page));
    await keep(page, info, 'partial');
  });
});
