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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../dev/renderPage';
import { SourcesPage } from './SourcesPage';

// A file of its own: permissions are remembered from one page to the next.
describe('asking a source for a sync without the permission', () => {
  it('does nothing, and says which permission it needs', async () => {
    const syncSource = jest.fn();
    renderPage(<SourcesPage />, {
      denied: true,
      api: {
        syncSource,
        listSources: async () => ({
          items: [
            { id: 'jira:acme', kind: 'module', state: 'idle', events: 7 },
          ],
          coverage: { changes: 0 },
        }),
      },
    });
    const button = await screen.findByRole('button', {
      name: 'Sync now: jira:acme',
    });
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        'To ask a source for a sync you need the permission chokepoint.source.sync.',
      ),
    );
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
    expect(syncSource).not.toHaveBeenCalled();
  });
});
