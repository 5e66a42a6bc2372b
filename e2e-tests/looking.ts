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

import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page, TestInfo } from '@playwright/test';

/** The sizes pages are looked at in. */
export const SIZES = {
  wide: { width: 1280, height: 900 },
  narrow: { width: 360, height: 800 },
};

/** All that Chokepoint shows under a heading of its own. */
export function contentUnder(page: Page, title: string): Locator {
  return page
    .getByRole('heading', { level: 2, name: title, exact: true })
    .first()
    .locator('..');
}

/** Nothing that axe finds, in this part of the page. */
export async function expectAccessible(page: Page, part: Locator) {
  await part.evaluate(element => element.setAttribute('data-under-test', ''));
  const { violations } = await new AxeBuilder({ page })
    .include('[data-under-test]')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(node => `${node.html} ${node.failureSummary}`),
    })),
  ).toEqual([]);
}

/** Nothing sticks out to the right. */
export async function expectNoSidewaysScroll(page: Page, width: number) {
  const scrollWidth = await page.evaluate(
    () => document.documentElement.scrollWidth,
  );
  expect(scrollWidth).toBeLessThanOrEqual(width);
}

/** Kept with the report of the run. */
export async function keep(page: Page, info: TestInfo, name: string) {
  const path = info.outputPath(`${name}.png`);
  await page.screenshot({ path, fullPage: true });
  await info.attach(name, { path, contentType: 'image/png' });
}
