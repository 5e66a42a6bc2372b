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

import { screen, waitFor, within } from '@testing-library/react';
import { QUEUE } from '../../dev/examples/gateways';
import { renderPage } from '../../dev/renderPage';
import { QueuePage } from './QueuePage';

describe('the live queue', () => {
  it('says how many wait, and how many of them on the viewer', async () => {
    renderPage(<QueuePage />);
    expect(
      await screen.findByText(
        '3 changes wait now; 1 of those shown wait on you or your teams.',
      ),
    ).toBeInTheDocument();
  });

  it('keeps the order of the backend, and marks what is mine', async () => {
    renderPage(<QueuePage />);
    const [table] = await screen.findAllByRole('table');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('on you');
    expect(first).toHaveTextContent('12 h');
    expect(second).not.toHaveTextContent('on you');
    expect(second).toHaveTextContent('107');
  });

  it('names circles of teams', async () => {
    renderPage(<QueuePage />);
    const circle = await screen.findByText(/\(5 changes\)/);
    await waitFor(() =>
      expect(circle).toHaveTextContent(
        'Platform, Web wait on each other (5 changes).',
      ),
    );
  });

  it('tells whom a team waits on directly from whom it waits on through others', async () => {
    renderPage(<QueuePage />);
    const regions = await screen.findAllByRole('region', { name: 'Chains' });
    const rows = within(regions[0]).getAllByRole('row');
    expect(rows).toHaveLength(2);
    const [direct, indirect] = within(rows[1]).getAllByRole('cell');
    await waitFor(() => expect(direct).toHaveTextContent('Platform'));
    await waitFor(() => expect(indirect).toHaveTextContent('Data'));
  });

  it('says so where nothing waits', async () => {
    renderPage(<QueuePage />, {
      api: {
        getQueue: async () => ({
          ...QUEUE,
          total: 0,
          items: [],
          cycles: [],
          chains: [],
        }),
      },
    });
    expect(await screen.findByText('Nothing waits now.')).toBeInTheDocument();
    expect(
      screen.getByText('No teams wait on each other in a circle.'),
    ).toBeInTheDocument();
  });

  it('asks for the scope and the page of its address', async () => {
    const getQueue = jest.fn(async () => QUEUE);
    renderPage(<QueuePage />, {
      api: { getQueue },
      search: '?scope=system:default/pay&cursor=abc&page=2',
    });
    await screen.findByText(/changes wait now/);
    expect(getQueue).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'system:default/pay', cursor: 'abc' }),
    );
  });
});
