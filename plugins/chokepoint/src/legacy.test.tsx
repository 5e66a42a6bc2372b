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

import { Entity } from '@backstage/catalog-model';
import { createApiFactory } from '@backstage/core-plugin-api';
import { createDevApp } from '@backstage/dev-utils';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../dev/examples/exampleApi';
import { chokepointApiRef } from './api/chokepointApi';
import {
  chokepointPlugin,
  EntityChokepointCard,
  EntityChokepointContent,
} from './legacy';

// A whole portal is loaded before the first page appears.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

const SHOP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
};

const overview = (
  <EntityLayout.Route path="/" title="Overview">
    <EntityChokepointCard />
  </EntityLayout.Route>
);

const withTab = (
  <EntityLayout>
    {overview}
    <EntityLayout.Route path="/execution" title="Execution">
      <EntityChokepointContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const withoutTab = <EntityLayout>{overview}</EntityLayout>;

beforeAll(() => {
  // Without a backend a guest is let in by the portal itself, when asked.
  jest.spyOn(window, 'confirm').mockReturnValue(true);

  // The configuration, as the backend writes it into a page.
  const script = document.createElement('script');
  script.type = 'backstage.io/config';
  script.textContent = JSON.stringify([
    {
      context: 'page',
      data: {
        app: { title: 'Portal', baseUrl: 'http://localhost' },
        backend: { baseUrl: 'http://localhost:1' },
      },
    },
  ]);
  document.head.append(script);
});

afterEach(() => localStorage.clear());

/** A portal of the old frontend system, entered as a guest. */
async function enterPortal(entityPage: JSX.Element, path = '') {
  window.history.pushState({}, '', `/catalog/default/component/shop${path}`);
  const Portal = createDevApp()
    .registerPlugin(catalogPlugin, chokepointPlugin)
    .registerApi(
      createApiFactory(catalogApiRef, catalogApiMock({ entities: [SHOP] })),
    )
    .registerApi(createApiFactory(chokepointApiRef, exampleApi()))
    .addPage({ path: '/catalog', element: <CatalogIndexPage /> })
    .addPage({
      path: '/catalog/:namespace/:kind/:name',
      element: <CatalogEntityPage />,
      children: entityPage,
    })
    .build();
  render(<Portal />);
  await userEvent.click(await screen.findByRole('button', { name: 'Enter' }));
}

describe('the plugin in a portal of the old frontend system', () => {
  it('shows its card, which opens its tab', async () => {
    await enterPortal(withTab);
    expect(
      await screen.findByText(/of their time waiting/),
    ).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('link', { name: 'Open' }));
    expect(await screen.findByText('Where the time goes')).toBeInTheDocument();
  });

  it('shows its tab at its own address', async () => {
    await enterPortal(withTab, '/execution');
    expect(await screen.findByText('Where the time goes')).toBeInTheDocument();
  });

  it('shows its card where the portal has no tab', async () => {
    await enterPortal(withoutTab);
    expect(await screen.findByText(/^In flight 7/)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Open' }),
    ).not.toBeInTheDocument();
  });

  it('brings the client of the backend with it', () => {
    expect([...chokepointPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.chokepoint.client',
    ]);
  });
});
