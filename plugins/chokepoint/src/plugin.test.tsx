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
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chokepointApiRef } from './api/chokepointApi';
import chokepointPlugin from './index';
import { exampleApi } from '../dev/examples/exampleApi';

// A whole portal is loaded before the first page appears.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

function entity(kind: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'shop', namespace: 'default' },
    spec: { type: 'service', profile: {}, children: [] },
  };
}

/** A portal of the new frontend system with nothing but the two plugins. */
function renderPortal(kind: string, tab = '') {
  return renderTestApp({
    features: [catalogPlugin, chokepointPlugin],
    initialRouteEntries: [`/catalog/default/${kind.toLowerCase()}/shop${tab}`],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [entity(kind)] })],
      [chokepointApiRef, exampleApi()],
    ],
  });
}

describe('the plugin in a portal of the new frontend system', () => {
  it.each(['Component', 'API', 'Resource', 'System', 'Domain', 'Group'])(
    'shows its card and its tab on a page of kind %s',
    async kind => {
      renderPortal(kind);
      expect(
        await screen.findByText(/of their time waiting/),
      ).toBeInTheDocument();
      expect(
        await screen.findByRole('link', { name: 'Execution' }),
      ).toBeInTheDocument();
    },
  );

  it('shows nothing on a page of a person', async () => {
    renderPortal('User');
    expect(await screen.findByText('Overview')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Execution' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText(/of their time waiting/)).not.toBeInTheDocument();
  });

  it('opens the tab from the card', async () => {
    renderPortal('Component');
    await userEvent.click(await screen.findByRole('link', { name: 'Open' }));
    expect(await screen.findByText('Where the time goes')).toBeInTheDocument();
  });

  it('shows the tab at its own address', async () => {
    renderPortal('Component', '/execution');
    expect(await screen.findByText('Where the time goes')).toBeInTheDocument();
  });
});
