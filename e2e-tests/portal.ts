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

import { Page } from '@playwright/test';

/** The service the simulated company queues behind. */
export const SERVICE = {
  ref: 'component:default/order-core',
  page: '/catalog/default/component/order-core',
  tab: '/catalog/default/component/order-core/execution',
  name: 'Order Core',
};

/** Which theme a page is looked at in. */
export type Theme = 'light' | 'dark';

/** Enters the portal as a guest and goes to a page of it. */
export async function enter(page: Page, path = '/', theme: Theme = 'light') {
  await page.addInitScript(
    chosen => localStorage.setItem('theme', chosen),
    theme,
  );
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
}

/** Asks the API as the same guest does. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  const signIn = await page.request.post('/api/auth/guest/refresh', {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signIn.json();
  const answer = await page.request.get(`/api/chokepoint/v1${path}`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  if (!answer.ok()) {
    throw new Error(`${path} answers ${answer.status()}`);
  }
  return answer.json();
}

const MS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A figure as it is written, and how far its rounding may be off. */
export interface WrittenFigure {
  value: number;
  tolerance: number;
}

/** `5.3 d` → milliseconds; `72 %` → a share; `8.3` → a number. */
export function readFigure(text: string): WrittenFigure {
  const match = /^([\d.,]+)\s*(s|min|h|d|%)?$/.exec(text.trim());
  if (!match) {
    throw new Error(`Not a figure: ${text}`);
  }
  const [, digits, unit] = match;
  const decimals = digits.includes('.') ? digits.split('.')[1].length : 0;
  const scale = scaleOf(unit);
  return {
    value: Number(digits.replace(',', '')) * scale,
    // Lengths drop a decimal that is zero: half of a tenth is the least.
    tolerance: scale * (decimals > 0 ? 0.051 : 0.51),
  };
}

function scaleOf(unit: string | undefined): number {
  switch (unit) {
    case 's':
    case 'min':
    case 'h':
    case 'd':
      return MS[unit];
    case '%':
      return 0.01;
    default:
      return 1;
  }
}

/** `1 d 05:30:00.250`, as a ledger writes it → milliseconds. */
export function readLength(text: string): number {
  const match = /^(?:([\d,]+)\s*d\s*)?(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?$/.exec(
    text.trim(),
  );
  if (!match) {
    throw new Error(`Not a length: ${text}`);
  }
  const [days, hours, minutes, seconds, ms] = match
    .slice(1)
    .map(part => Number((part ?? '0').replace(',', '')));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000 + ms;
}

/** Rows of a scorecard of a large company. */
const MANY_ROWS = 500;

/** Answers a scorecard with many rows, the longest queue first. */
export async function withManyRows(page: Page) {
  await page.route('**/scorecard?*', async route => {
    const answer = await route.fetch();
    const { items, ...rest } = await answer.json();
    const many = Array.from({ length: MANY_ROWS }, (_, index) => ({
      ...items[index % items.length],
      entityRef: `group:default/row-${index}`,
      title: `Row ${index}`,
      queueMs: 1_000_000 - index,
    }));
    await route.fulfill({
      response: answer,
      json: { ...rest, items: many, nextCursor: undefined },
    });
  });
}
