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
import userEvent from '@testing-library/user-event';
import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import { renderPage } from '../../dev/renderPage';
import { SourcesPage } from './SourcesPage';

const HEALTH: SourceHealth = {
  items: [
    {
      id: 'github:github.com',
      kind: 'module',
      state: 'syncing',
      events: 1234,
      rejections: 2,
      lastEventAt: '2026-03-02T08:00:00.000Z',
      progress: { done: 30, total: 120, detail: 'acme/shop' },
      rateLimit: { remaining: 4100 },
    },
    {
      id: 'api:ci',
      kind: 'push',
      state: 'failing',
      events: 6,
      lastError: 'the token expired',
    },
  ],
  coverage: { changes: 400, decision: 0.25, owner: 1, deployment: 0.5 },
  pending: 12,
};

const api = { listSources: async () => HEALTH };

const IDLE: SourceHealth['items'][number] = {
  id: 'jira:acme',
  kind: 'module',
  state: 'idle',
  events: 7,
};

/** A portal with one source, that is asked for a sync and runs it. */
function portalWith(...states: Partial<SourceHealth['items'][number]>[]) {
  let asked = false;
  return {
    syncSource: jest.fn(async (id: string) => {
      asked = true;
      return { id, state: 'requested' as const };
    }),
    listSources: async () => ({
      ...HEALTH,
      items: [{ ...IDLE, ...(asked && (states.shift() ?? {})) }],
    }),
  };
}

const syncButton = () =>
  screen.findByRole('button', { name: 'Sync now: jira:acme' });

describe('asking a source for a sync', () => {
  it('is told as it begins, runs and ends', async () => {
    const portal = portalWith(
      { syncRequested: true },
      { state: 'syncing', progress: { done: 3, total: 9 } },
    );
    renderPage(<SourcesPage />, { api: portal });
    await waitFor(async () =>
      expect(await syncButton()).toHaveAttribute('aria-disabled', 'false'),
    );
    await userEvent.click(await syncButton());
    expect(portal.syncSource).toHaveBeenCalledWith('jira:acme');
    expect(
      await screen.findByText('Asked for; begins within seconds'),
    ).toBeInTheDocument();
    await userEvent.click(await syncButton());
    expect(portal.syncSource).toHaveBeenCalledTimes(1);
    const bar = await screen.findByRole(
      'progressbar',
      { name: 'jira:acme' },
      { timeout: 4_000 },
    );
    expect(bar).toHaveAttribute('value', '3');
    await waitFor(
      async () =>
        expect(await syncButton()).toHaveAttribute('aria-disabled', 'false'),
      { timeout: 4_000 },
    );
    expect(bar).not.toBeInTheDocument();
  }, 15_000);

  it('says what the backend answers when it cannot be', async () => {
    renderPage(<SourcesPage />, {
      api: {
        ...portalWith(),
        syncSource: async () => {
          throw new Error('the database is away');
        },
      },
    });
    await waitFor(async () =>
      expect(await syncButton()).toHaveAttribute('aria-disabled', 'false'),
    );
    await userEvent.click(await syncButton());
    expect(
      await screen.findByText(
        'The sync could not be started: the database is away',
      ),
    ).toBeInTheDocument();
  });

  it('is not offered for what sends its events itself', async () => {
    renderPage(<SourcesPage />, {
      api: {
        listSources: async () => ({
          ...HEALTH,
          items: [{ ...IDLE, id: 'api:ci', kind: 'push' as const }],
        }),
      },
    });
    expect(await screen.findByText('pushed to the API')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Sync now/ }),
    ).not.toBeInTheDocument();
  });
});

describe('the sources', () => {
  it('are told in a sentence before their table', async () => {
    renderPage(<SourcesPage />, { api });
    expect(
      await screen.findByText(
        '2 sources fed 1,240 events; 400 changes are known.',
      ),
    ).toBeInTheDocument();
  });

  it('show progress, trouble, and what is still to come', async () => {
    renderPage(<SourcesPage />, { api });
    expect(await screen.findByText('30 of 120, acme/shop')).toBeInTheDocument();
    expect(screen.getByText('the token expired')).toBeInTheDocument();
    expect(screen.getByText('failing')).toBeInTheDocument();
    expect(
      screen.getByText('12 changes are still to be processed.'),
    ).toBeInTheDocument();
  });

  it('say what to connect for what is not covered, and nothing for what is', async () => {
    renderPage(<SourcesPage />, { api });
    const [part] = await screen.findAllByRole('region', { name: 'Coverage' });
    const rowOf = (name: string) =>
      within(part).getByRole('row', { name: new RegExp(`^${name}`) });
    expect(rowOf('a decision')).toHaveTextContent(/25.%.*Connect the tracker/);
    expect(rowOf('an owner')).toHaveTextContent(/100.%$/);
    expect(rowOf('an entity')).toHaveTextContent('–');
  });

  it('list refused events with the reason, page by page', async () => {
    const listRejections = jest.fn(async ({ cursor } = {}) => ({
      items: [
        {
          kind: 'refused' as const,
          receivedAt: '2026-03-02T08:00:00.000Z',
          reason: cursor ? 'no host' : 'at: not an RFC 3339 instant',
          source: 'api:ci',
          id: '7',
        },
      ],
      nextCursor: cursor ? undefined : 'older',
    }));
    renderPage(<SourcesPage />, { api: { ...api, listRejections } });
    expect(
      await screen.findByText('at: not an RFC 3339 instant'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Older' }));
    expect(await screen.findByText('no host')).toBeInTheDocument();
  });

  it('say so where nothing feeds the figures', async () => {
    renderPage(<SourcesPage />, {
      api: {
        listSources: async () => ({ items: [], coverage: { changes: 0 } }),
      },
    });
    expect(
      await screen.findByText('Nothing feeds Chokepoint yet.'),
    ).toBeInTheDocument();
  });

  it('mark data that come from a simulation', async () => {
    renderPage(<SourcesPage />, {
      api: {
        listSources: async () => ({
          ...HEALTH,
          items: [{ id: 'simulator:demo', state: 'idle', events: 9 }],
        }),
      },
    });
    expect(await screen.findByText('Simulated data')).toBeInTheDocument();
  });
});
