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

import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import {
  ChokepointApi,
  GatewaysQuery,
} from 'backstage-plugin-chokepoint-common';
import { gatewayRow, GATEWAYS } from '../../dev/examples/gateways';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionTab } from '../tab/ExecutionTab';

async function behindWhom(
  api: Partial<ChokepointApi> = {},
  page: { path?: string; owner?: string } = {},
) {
  renderOnEntityPage(<ExecutionTab />, { api, ...page });
  return within(await screen.findByRole('region', { name: 'Behind whom' }));
}

describe('behind whom', () => {
  it('has whom the changes of the entity waited on, and how long', async () => {
    const asked: GatewaysQuery[] = [];
    const section = await behindWhom(
      {
        listGateways: async (query = {}) => {
          asked.push(query);
          return GATEWAYS;
        },
      },
      { path: '/execution?workType=other&size=s' },
    );
    const table = within(await section.findByRole('table'));
    const [, platform, web, nobody] = table.getAllByRole('row');
    await waitFor(() => expect(platform).toHaveTextContent(/^Platform/));
    expect(platform).toHaveTextContent(/31.%310.d2122\.1.d14$/);
    expect(web).toHaveTextContent(/12.%120.d/);
    expect(nobody).toHaveTextContent(/^nobody.*–14$/);
    expect(asked[0]).toMatchObject({
      scope: 'component:default/shop',
      workType: 'other',
      size: 's',
    });
  });

  it('leaves out who had nothing to answer', async () => {
    const section = await behindWhom({
      listGateways: async () => ({
        ...GATEWAYS,
        items: [gatewayRow({ queueMs: 0, queueNow: 0 })],
      }),
    });
    expect(
      await section.findByText(
        'These changes waited on nobody in this window.',
      ),
    ).toBeInTheDocument();
  });

  it('is told the other way round too: who waits on the owner', async () => {
    const section = await behindWhom({}, { owner: 'group:default/platform' });
    expect(
      await section.findByRole('heading', { name: 'Who waits on Platform' }),
    ).toBeInTheDocument();
    expect(
      await section.findByText(
        /^310.d in all, 279.d of it by changes of others\./,
      ),
    ).toBeInTheDocument();
    const tables = await section.findAllByRole('table');
    const [, web, data] = within(tables[tables.length - 1]).getAllByRole('row');
    expect(web).toHaveTextContent(/web65.%200.d120$/);
    expect(data).toHaveTextContent(/data35.%110.d92$/);
  });

  it('says so where nobody waited on the owner', async () => {
    const notFound = await ResponseError.fromResponse(
      new Response('{}', { status: 404 }),
    );
    const section = await behindWhom(
      {
        getGateway: async () => {
          throw notFound;
        },
      },
      { owner: 'group:default/platform' },
    );
    expect(
      await section.findByText('Nobody waited on Platform in this window.'),
    ).toBeInTheDocument();
    expect(section.queryByRole('alert')).not.toBeInTheDocument();
  });
});
