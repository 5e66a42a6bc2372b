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
import { ask, enter, readFigure, readLength, SERVICE } from './portal';

interface Figures {
  figures: Record<string, { value: number; n: number }>;
  inFlight: { n: number };
}

interface Change {
  key: string;
  figures: { workingTime: number; queueTime: number };
  segments: unknown[];
}

/** What the page itself was answered, so that no minute lies between. */
async function figuresOf(page: Page, go: () => Promise<void>) {
  const [answer] = await Promise.all([
    page.waitForResponse(
      response => /\/figures\?/.test(response.url()) && response.ok(),
    ),
    go(),
  ]);
  const figures: Figures = await answer.json();
  return figures;
}

function tile(page: Page, title: string): Locator {
  return page.getByRole('link', { name: new RegExp(`^${title} ?:`) });
}

/** Changes in flight that are listed before one asks for all. */
const ROWS_AT_FIRST = 8;

const TILES: [string, string][] = [
  ['Decision → prod', 'decisionToProduction'],
  ['Queue time', 'queueTimeRatio'],
  ['Review latency', 'reviewLatency'],
  ['Hand-offs', 'handoffs'],
  ['Rework', 'reworkRate'],
  ['Change failures', 'changeFailureRate'],
];

test('a guest finds the service, its card, its tab and a change', async ({
  page,
}) => {
  await enter(page);
  await page.getByRole('link', { name: SERVICE.name }).first().click();
  await expect(
    page.getByText(/^Changes spend .* of their time waiting/),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${SERVICE.tab}$`));
  for (const part of ['Where the time goes', 'In flight', 'Changes']) {
    await expect(page.getByRole('heading', { name: part })).toBeVisible();
  }

  const link = page
    .getByRole('region', { name: 'Changes' })
    .getByRole('rowheader')
    .first()
    .getByRole('link');
  const title = await link.textContent();
  await link.click();
  await expect(page).toHaveURL(/change=github\.com%2F/);
  await expect(page.getByRole('dialog', { name: title ?? '' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the figures on the card are those of the API', async ({ page }) => {
  const { figures, inFlight } = await figuresOf(page, () =>
    enter(page, SERVICE.page),
  );
  for (const [title, id] of TILES) {
    const written = readFigure(
      await tile(page, title).locator('strong').innerText(),
    );
    expect(
      Math.abs(written.value - figures[id].value),
      `${title} is written as the API has it`,
    ).toBeLessThanOrEqual(written.tolerance);
  }
  await expect(page.getByText(`In flight ${inFlight.n} ·`)).toBeVisible();
});

test('a figure leads to the changes it was computed from', async ({ page }) => {
  const { figures } = await figuresOf(page, () => enter(page, SERVICE.page));
  await tile(page, 'Queue time').click();
  await expect(page).toHaveURL(/figure=queueTimeRatio/);
  await expect(page.getByText('Behind: Queue time ratio')).toBeVisible();
  await expect(
    page.getByText(`of ${figures.queueTimeRatio.n}`, { exact: false }).last(),
  ).toBeVisible();
});

test('a picked stage narrows what is below, and so does its address', async ({
  page,
}) => {
  await enter(page, SERVICE.tab);
  const review = page.getByRole('button', { name: /^Show only review/ });
  await review.click();
  await expect(review).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/stage=review/);
  const { total } = await ask<{ total: number }>(
    page,
    `/entities/component/default/order-core/changes?state=inFlight&stage=review&limit=1`,
  );
  await expect(
    page.getByRole('region', { name: 'In flight' }).getByRole('rowheader'),
  ).toHaveCount(Math.min(total, ROWS_AT_FIRST));

  await page.reload();
  await expect(
    page.getByRole('button', { name: /^Show only review/ }),
  ).toHaveAttribute('aria-pressed', 'true');
});

test('the ledger sums to its last line, and to what the API says', async ({
  page,
}) => {
  const { items } = await ask<{ items: Change[] }>(
    page,
    '/entities/component/default/order-core/changes?state=inProduction&order=-waiting&limit=3',
  );
  await enter(page, SERVICE.tab);
  await expect(
    page.getByRole('heading', { name: 'Where the time goes' }),
  ).toBeVisible();
  for (const { key } of items) {
    const change = await ask<Change>(
      page,
      `/changes/${encodeURIComponent(key)}`,
    );
    await page.goto(`${SERVICE.tab}?change=${encodeURIComponent(key)}`);
    const ledger = page
      .getByRole('dialog')
      .getByRole('region', { name: 'Ledger' });
    await expect(ledger.getByRole('row', { name: /^Total/ })).toBeVisible();
    const lengths = await ledger
      .locator('tbody td:nth-child(5), tfoot td:nth-child(2)')
      .allTextContents();
    expect(lengths).toHaveLength(change.segments.length + 3);
    const [working, waiting, total] = lengths.splice(-3).map(readLength);
    const sum = lengths
      .filter(text => !text.startsWith('('))
      .map(readLength)
      .reduce((a, b) => a + b, 0);
    expect(total).toBe(sum);
    expect(working).toBe(change.figures.workingTime);
    expect(waiting).toBe(change.figures.queueTime);
  }
});

test('the list can be saved with all its pages', async ({ page }) => {
  await enter(page, `${SERVICE.tab}?state=inProduction`);
  await expect(page.getByText(/^1–25 of \d+$/)).toBeVisible();
  const range = await page.getByText(/^1–25 of \d+$/).textContent();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) {
    chunks.push(Buffer.from(chunk));
  }
  const rows = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(rows.length - 1).toBe(Number(range?.split(' of ')[1]));
  expect(rows[0]).toContain('key,title,url');
});

test('the keyboard goes all the way', async ({ page }) => {
  await enter(page, SERVICE.page);
  const open = page.getByRole('link', { name: 'Open', exact: true });
  await open.focus();
  await page.keyboard.press('Enter');

  const review = page.getByRole('button', { name: /^Show only review/ });
  await expect(review).toBeVisible();
  await review.focus();
  await page.keyboard.press('Enter');
  await expect(review).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await expect(review).toHaveAttribute('aria-pressed', 'false');

  const change = page
    .getByRole('region', { name: 'In flight' })
    .getByRole('rowheader')
    .first()
    .getByRole('link');
  await change.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Ledger' })).toBeVisible();

  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const kept = await page.evaluate(
      () =>
        document.activeElement?.closest(
          '[role=dialog], [role=presentation]',
        ) !== null,
    );
    expect(kept, 'the drawer keeps the focus').toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(change).toBeFocused();
});
