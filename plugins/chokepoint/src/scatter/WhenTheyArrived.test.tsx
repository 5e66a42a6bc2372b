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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ChokepointApi,
  DurationsQuery,
} from 'backstage-plugin-chokepoint-common';
import { durations } from '../../dev/examples/durations';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionTab } from '../tab/ExecutionTab';

async function whenTheyArrived(api: Partial<ChokepointApi> = {}) {
  renderOnEntityPage(<ExecutionTab />, { api });
  return within(
    await screen.findByRole('region', { name: 'When they arrived' }),
  );
}

function address() {
  return screen.getByLabelText('address').textContent;
}

describe('when they arrived', () => {
  it('counts what is still open, and says what it cannot tell', async () => {
    const section = await whenTheyArrived();
    expect(
      await section.findByText(
        'With the unfinished counted too, half of the changes take 4 d and 90 % longer than this window can tell (n = 60, 1 open).',
      ),
    ).toBeInTheDocument();
  });

  it('says the same as its chart in a table, the longest first', async () => {
    const section = await whenTheyArrived();
    await userEvent.click(await section.findByText('As a table (60)'));
    const rows = within(section.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(61);
    expect(rows[1]).toHaveTextContent(/Change 12.*12.d$/);
    expect(section.getByRole('row', { name: /Change 10 / })).toHaveTextContent(
      'still open',
    );
    await userEvent.click(section.getByRole('link', { name: /Change 12\b/ }));
    expect(address()).toBe(
      `/execution?change=${encodeURIComponent('github.com/acme/shop/pull/12')}`,
    );
  });

  it('opens the change of the point one picks', async () => {
    const [point] = durations(1).points;
    const section = await whenTheyArrived({
      getEntityDurations: async () => ({ ...durations(1), points: [point] }),
    });
    const chart = await section.findByRole('img', {
      name: 'Time taken by changes, by the day they shipped; the table below says the same',
    });
    // Somewhere on the chart there is one point: one looks until it is found.
    const places = Array.from({ length: 50 * 27 }, (_, place) => ({
      clientX: (place % 50) * 12,
      clientY: Math.floor(place / 50) * 12,
    }));
    const found = places.find(place => {
      fireEvent.mouseMove(chart, place);
      return section.queryByText(/^Change 1 · /) !== null;
    });
    expect(found).toBeDefined();
    expect(address()).toBe('/execution');
    fireEvent.click(chart, found);
    await waitFor(() =>
      expect(address()).toContain(encodeURIComponent(point[0])),
    );
  });

  it('is of the measure in the address', async () => {
    const asked: DurationsQuery[] = [];
    const section = await whenTheyArrived({
      getEntityDurations: async (_ref, query = {}) => {
        asked.push(query);
        return durations(20);
      },
    });
    await userEvent.selectOptions(
      section.getByRole('combobox', { name: 'Measure' }),
      'Lead time',
    );
    expect(address()).toBe('/execution?measure=leadTime');
    await waitFor(() =>
      expect(asked.map(({ measure }) => measure)).toEqual([
        'decisionToProduction',
        'leadTime',
      ]),
    );
  });

  it('says when it is cut, and when there is nothing', async () => {
    const section = await whenTheyArrived({
      getEntityDurations: async (_ref, query) =>
        query?.measure === 'leadTime'
          ? durations(0)
          : { ...durations(30), cut: true },
    });
    expect(
      await section.findByText('Only the newest 30 changes are drawn.'),
    ).toBeInTheDocument();
    await userEvent.selectOptions(
      section.getByRole('combobox', { name: 'Measure' }),
      'Lead time',
    );
    expect(
      await section.findByText('No change with this measure in the window.'),
    ).toBeInTheDocument();
  });
});
