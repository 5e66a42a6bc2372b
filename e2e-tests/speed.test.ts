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
import { enter, SERVICE, withManyRows } from './portal';

const POINTS = 10_000;
/** A frame of a screen that is drawn sixty times a second, in ms. */
const FRAME = 1_000 / 60;

type Point = [string, string, number, number, number, string];

interface Durations {
  points: Point[];
}

// A machine that does something else for a moment is no fault of the page.
test.describe.configure({ retries: 2 });
// The recorder of traces takes a picture of every frame: it would be measured.
test.use({ trace: 'off', screenshot: 'off' });

/** Answers with as many points as a scatter may have. */
async function withManyPoints(page: Page) {
  await page.route('**/durations?*', async route => {
    const answer = await route.fetch();
    const durations: Durations = await answer.json();
    const points = Array.from({ length: POINTS }, (_, index): Point => {
      const [, title, at, length, , type] =
        durations.points[index % durations.points.length];
      const shift = (index % 997) + 1;
      return [
        `github.com/acme/many/pull/${index}`,
        title,
        at - shift * 3_600_000,
        length * (0.5 + shift / 997),
        index % 50 === 0 ? 1 : 0,
        type,
      ];
    });
    await route.fulfill({ response: answer, json: { ...durations, points } });
  });
}

/**
 * Tells in the page itself when the chart was first painted with points in it,
 * as long as nothing keeps the page from telling.
 */
async function watchForChart(page: Page) {
  await page.addInitScript(() => {
    const look = () => {
      const chart = document.querySelector(
        'svg[aria-label^="Time taken by changes"] path[d*="a"]',
      );
      if (chart) {
        requestAnimationFrame(() =>
          performance.mark('chart-painted', { startTime: performance.now() }),
        );
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}

test('a scatter of 10,000 points is there within a second of its data', async ({
  page,
}, info) => {
  await withManyPoints(page);
  await watchForChart(page);
  await enter(page, SERVICE.tab);
  const passed = await page.waitForFunction(() => {
    const [painted] = performance.getEntriesByName('chart-painted');
    const answer = performance
      .getEntriesByType('resource')
      .filter(entry => /\/durations\?/.test(entry.name))
      .pop();
    return painted && answer instanceof PerformanceResourceTiming
      ? painted.startTime - answer.responseEnd
      : undefined;
  });
  const ms = Number(await passed.jsonValue());
  info.annotations.push({ type: 'ms', description: String(Math.round(ms)) });
  expect(ms).toBeLessThan(1_000);
});

test('a scorecard of 500 rows scrolls smoothly', async ({ page }, info) => {
  await withManyRows(page);
  await enter(page, '/chokepoint/scorecard');
  const region = page.getByRole('group', { name: 'Scorecard' });
  await expect(region.getByText('Row 0', { exact: true })).toBeVisible();
  // A third of what one sees with each frame: faster than anybody reads.
  const frames = await region.evaluate(
    element =>
      new Promise<number[]>(done => {
        const lengths: number[] = [];
        let before = performance.now();
        const step = (now: number) => {
          lengths.push(now - before);
          before = now;
          const end = element.scrollHeight - element.clientHeight;
          if (element.scrollTop >= end - 1 || lengths.length > 600) {
            done(lengths.slice(1));
          } else {
            element.scrollTop += element.clientHeight / 3;
            requestAnimationFrame(step);
          }
        };
        requestAnimationFrame(step);
      }),
  );
  const sorted = [...frames].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const p95 = sorted[Math.floor(sorted.length * 0.95)];
  info.annotations.push({
    type: 'frames',
    description: `${frames.length}, median ${median.toFixed(
      1,
    )} ms, p95 ${p95.toFixed(1)} ms`,
  });
  await expect(region.getByText('Row 499', { exact: true })).toBeVisible();
  // Every frame in its time on a machine with nothing else to do; in tests
  // there is something else to do.
  expect(median).toBeLessThan(2 * FRAME);
  expect(p95).toBeLessThan(6 * FRAME);
});
