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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../dev/renderPage';
import { ScorecardPage } from '../scorecard/ScorecardPage';

// A file of its own: permissions are remembered from one page to the next.
describe('the targets of an entity, without the permission to set them', () => {
  it('can be read, and say which permission is missing', async () => {
    renderPage(<ScorecardPage />, {
      denied: true,
      search: '?scope=group:default/web',
      api: {
        getTargets: async () => ({
          targets: { handoffs: { target: 2, limit: 3 } },
          inherited: {},
          inheritedFrom: {},
          defaults: {},
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Targets' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(
        'To set targets you need the permission chokepoint.target.write.',
      ),
    ).toBeInTheDocument();
    expect(dialog.getByRole('row', { name: /^Hand-offs/ })).toHaveTextContent(
      'good up to 2, bad beyond 3',
    );
    expect(
      dialog.queryByRole('button', { name: /^(Set|Change|Clear)/ }),
    ).not.toBeInTheDocument();
  });
});
