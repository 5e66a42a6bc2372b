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

import { expect, Page, test } from '@playwright/test';
import { ask, enter, withManyRows } from './portal';

interface Ranking {
  items: { party: string; queueShare: number; sentence: string }[];
}

interface Gateway {
  longest: {
    change: string;
    title: string;
    stage: string;
    start: string;
    end: string;
  }[];
  saving: { target: number; savedMs: number };
}

interface Rows {
  items: { title: string; changes: number; queueMs: number }[];
}

interface Change {
  segments: { stage: string; mode: string; start: string; end: string }[];
}

/** The team that the simulated company was made to queue behind. */
const PLANTED = 'group:default/foundations';

/** What the page itself was answered, so that no minute lies between. */
async function answerTo<T>(
  page: Page,
  path: RegExp,
  go: () => Promise<unknown>,
): Promise<T> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      response => path.test(response.url()) && response.ok(),
    ),
    go(),
  ]);
  return answer.json();
}

test('a leader sees the gateway, why, what fixing it would save, and the wait itself', async ({
  page,
}) => {
  const { items } = await answerTo<Ranking>(page, /\/gateways\?/, () =>
    enter(page, '/chokepoint'),
  );
  expect(items[0].party).toBe(PLANTED);
  const lead = page.getByText(/^Most changes queue behind/);
  await expect(lead).toContainText(items[0].sentence);
  await expect(lead).toContainText(
    `${Math.round(items[0].queueShare * 100)} % of all waiting`,
  );

  const gateway = await answerTo<Gateway>(page, /\/gateways\/group/, () =>
    page.getByRole('link', { name: 'Foundations' }).first().click(),
  );
  await expect(
    page.getByText(/^One person gives .* of the approvals/),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'By stage' })).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Median wait tried' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/target=\d+/);
  const target = new URL(page.url()).searchParams.get('target');
  const { saving } = await ask<Gateway>(
    page,
    `/gateways/${encodeURIComponent(PLANTED)}?target=${target}`,
  );
  expect(saving.savedMs).toBeGreaterThan(0);
  await expect(page.getByText('of waiting saved in this window')).toBeVisible();

  const [longest] = gateway.longest;
  await page
    .getByRole('region', { name: 'The longest visits' })
    .getByRole('link', { name: longest.title, exact: true })
    .first()
    .click();
  const ledger = page
    .getByRole('dialog')
    .getByRole('region', { name: 'Ledger' });
  await expect(ledger.getByRole('row', { name: /^Total/ })).toBeVisible();
  const { segments } = await ask<Change>(
    page,
    `/changes/${encodeURIComponent(longest.change)}`,
  );
  const waited = segments.filter(
    ({ mode, start, end }) =>
      mode === 'waiting' &&
      Date.parse(start) < Date.parse(longest.end) &&
      Date.parse(end) > Date.parse(longest.start),
  );
  expect(waited.length).toBeGreaterThan(0);
  await expect(
    ledger.getByRole('row', { name: new RegExp(`^${longest.stage} waiting`) }),
  ).not.toHaveCount(0);
});

test('a gateway, a target and a change are an address', async ({ page }) => {
  await enter(
    page,
    `/chokepoint/gateways?party=${encodeURIComponent(PLANTED)}&target=3600000`,
  );
  await expect(page.getByText(/^1\sh instead of/)).toBeVisible();
});

test('the live queue tells who waits on whom', async ({ page }) => {
  const queue = await answerTo<{ total: number }>(page, /\/queue\?/, () =>
    enter(page, '/chokepoint/queue'),
  );
  await expect(
    page.getByText(new RegExp(`^${queue.total} changes wait now`)),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chains' })).toBeVisible();
});

test('the sources tell what feeds the figures', async ({ page }) => {
  await enter(page, '/chokepoint/sources');
  await expect(page.getByText(/^One source fed/)).toBeVisible();
  await expect(page.getByText('Simulated data', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible();
});

test('the scorecard of the organisation has the numbers of the API', async ({
  page,
}) => {
  const { items } = await answerTo<Rows>(page, /\/scorecard\?/, () =>
    enter(page, '/chokepoint/scorecard'),
  );
  const table = page.getByRole('group', { name: 'Scorecard' });
  await expect(table.getByRole('row')).toHaveCount(items.length + 1);
  const [longest] = [...items].sort((a, b) => b.queueMs - a.queueMs);
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText(longest.title);
  await expect(first.getByRole('cell').first()).toHaveText(
    String(longest.changes),
  );
});

test('a group compares its child teams with the numbers of the API', async ({
  page,
}) => {
  const { items } = await answerTo<Rows>(page, /\/scorecard\?/, () =>
    enter(page, '/catalog/default/group/brindlewick/scorecard'),
  );
  expect(items.map(({ title }) => title)).toEqual([
    'Fulfilment',
    'Shopping',
    'Technology',
  ]);
  const table = page.getByRole('group', { name: 'Scorecard' });
  await expect(table.getByRole('row')).toHaveCount(items.length + 1);
  const asked = await ask<Rows>(
    page,
    '/scorecard?scope=group:default/brindlewick&rows=teams',
  );
  for (const { title, changes } of asked.items) {
    const row = table.getByRole('row', { name: title });
    await expect(row.getByRole('cell').first()).toHaveText(String(changes));
  }
  await table.getByRole('link', { name: 'Technology' }).click();
  await expect(page).toHaveURL(/\/catalog\/default\/group\/technology/);
});

test('of 500 rows only those in sight are drawn', async ({ page }) => {
  await withManyRows(page);
  await enter(page, '/chokepoint/scorecard');
  const region = page.getByRole('group', { name: 'Scorecard' });
  await expect(region.getByRole('table')).toHaveAttribute(
    'aria-rowcount',
    '501',
  );
  await expect(region.getByText('Row 0', { exact: true })).toBeVisible();
  expect(await region.getByRole('row').count()).toBeLessThan(60);
  await region.evaluate(element => element.scrollTo(0, element.scrollHeight));
  await expect(region.getByText('Row 499', { exact: true })).toBeVisible();
});
