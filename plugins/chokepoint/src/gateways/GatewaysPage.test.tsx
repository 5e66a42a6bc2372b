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
  GATEWAYS,
  gatewayDetail,
  gatewayRow,
} from '../../dev/examples/gateways';
import { renderPage } from '../../dev/renderPage';
import { GatewaysPage } from './GatewaysPage';

/** A part of the page, by its title. */
async function part(name: string) {
  return (await screen.findAllByRole('region', { name }))[0];
}

const address = () => screen.getByLabelText('address').textContent;

describe('the ranking of gateways', () => {
  it('names the longest queue in one sentence with its share', async () => {
    renderPage(<GatewaysPage />);
    const lead = await screen.findByText(/Most changes queue behind/);
    await waitFor(() =>
      expect(lead).toHaveTextContent(
        'Most changes queue behind team Platform: 31 % of all waiting; 8 teams',
      ),
    );
  });

  it('marks gateways, and withholds what too few stand behind', async () => {
    renderPage(<GatewaysPage />);
    const table = await part('Who changes queue behind');
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(4);
    await waitFor(() => expect(rows[1]).toHaveTextContent(/^Platformgateway/));
    expect(rows[2]).not.toHaveTextContent('gateway');
    expect(rows[3]).toHaveTextContent('Withheld');
    expect(rows[3]).not.toHaveTextContent('1.11');
  });

  it('asks for the scope, the window and the ranking of its address', async () => {
    const listGateways = jest.fn(async () => GATEWAYS);
    renderPage(<GatewaysPage />, {
      api: { listGateways },
      search:
        '?scope=group:default/web&by=party&workType=other&from=2026-01-01&to=2026-01-31',
    });
    await screen.findByText(/Most changes queue behind/);
    expect(listGateways).toHaveBeenCalledWith(
      expect.objectContaining({
        scope: 'group:default/web',
        by: 'party',
        workType: 'other',
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-02-01T00:00:00.000Z',
      }),
    );
  });

  it('ranks nobody, also for those who may see people', async () => {
    renderPage(<GatewaysPage />, {
      api: {
        listGateways: async () => ({
          ...GATEWAYS,
          items: [gatewayRow({ party: 'user:default/alice' }), gatewayRow()],
        }),
      },
      search: '?by=party',
    });
    const table = await part('Who changes queue behind');
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(screen.queryByText('alice')).not.toBeInTheDocument();
    expect(screen.getByText(/People are not ranked/)).toBeInTheDocument();
  });

  it('says so where nothing waited', async () => {
    renderPage(<GatewaysPage />, {
      api: {
        listGateways: async () => ({
          ...GATEWAYS,
          items: [],
          total: { queueMs: 0, changes: 0 },
        }),
      },
    });
    expect(
      await screen.findByText('No change waited on anybody in this window.'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and asks again', async () => {
    const listGateways = jest
      .fn()
      .mockRejectedValueOnce(new Error('the well is dry'))
      .mockResolvedValue(GATEWAYS);
    renderPage(<GatewaysPage />, { api: { listGateways } });
    expect(await screen.findByText(/the well is dry/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/Most changes queue behind/),
    ).toBeInTheDocument();
  });

  it('has every flow of the map in a table', async () => {
    renderPage(<GatewaysPage />);
    await userEvent.click(await screen.findByText('As a table'));
    const table = await part('Flow map');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(table).toHaveTextContent('200 d');
  });

  it('opens a gateway at an address of its own', async () => {
    renderPage(<GatewaysPage />);
    const table = await part('Who changes queue behind');
    await userEvent.click(
      await within(table).findByRole('link', { name: 'Platform' }),
    );
    expect(await screen.findByText('The longest visits')).toBeInTheDocument();
    expect(address()).toContain('party=group%3Adefault%2Fplatform');
  });
});

describe('the page of a gateway', () => {
  const search = '?party=group:default/platform';

  it('tells why changes wait, without naming anybody', async () => {
    renderPage(<GatewaysPage />, { search });
    expect(
      await screen.findByText('One person gives 71 % of the approvals.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Without one person, more than half of the changes have nobody to approve them.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/alice|bob/)).not.toBeInTheDocument();
  });

  it('begins the what-if at half of the present median', async () => {
    const getGateway = jest.fn(async (party: string, query = {}) =>
      gatewayDetail(party, query.target),
    );
    renderPage(<GatewaysPage />, { api: { getGateway }, search });
    const slider = await screen.findByRole('slider', {
      name: 'Median wait tried',
    });
    expect(slider).toHaveAttribute('aria-valuenow', '50');
    expect(await screen.findByText(/155 d/)).toBeInTheDocument();
    expect(getGateway).toHaveBeenCalledWith(
      'group:default/platform',
      expect.objectContaining({ target: 90_720_000 }),
    );
  });

  it('keeps what is tried in the address, and says what it would give', async () => {
    renderPage(<GatewaysPage />, { search });
    const slider = await screen.findByRole('slider', {
      name: 'Median wait tried',
    });
    slider.focus();
    fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    await waitFor(() => expect(address()).toContain('target=81648000'));
    expect(await screen.findByText('171 d')).toBeInTheDocument();
    expect(
      screen.getByText(/An upper bound: other queues may take up/),
    ).toBeInTheDocument();
  });

  it('leads to the change behind the figure', async () => {
    renderPage(<GatewaysPage />, { search });
    const table = await part('The longest visits');
    await userEvent.click(
      within(table).getByRole('link', { name: 'Charge shipping by weight' }),
    );
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('Ledger')).toBeInTheDocument();
    expect(address()).toContain('change=github.com');
  });

  it('withholds everything but its name where too few stand behind it', async () => {
    renderPage(<GatewaysPage />, {
      search,
      api: {
        getGateway: async party => {
          const detail = gatewayDetail(party);
          return {
            ...detail,
            row: { ...detail.row, withheld: 'tooFewPeople' as const },
          };
        },
      },
    });
    expect(await screen.findByText(/^Withheld/)).toBeInTheDocument();
    expect(screen.queryByText('The longest visits')).not.toBeInTheDocument();
  });
});
