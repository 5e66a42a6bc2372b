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
import { FindingsPage } from './FindingsPage';

describe('the findings across the organisation', () => {
  it('come with the gravest first, their numbers, and what to try', async () => {
    renderPage(<FindingsPage />);
    const table = await screen.findByRole('table');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/Platform.*critical/);
    expect(first).toHaveTextContent('share of the waiting of others: 41 %');
    expect(first).toHaveTextContent(
      'What to try: Let teams release their own configuration.',
    );
    expect(second).toHaveTextContent(/Web.*warning/);
  });

  it('are counted in the sentence before them', async () => {
    renderPage(<FindingsPage />);
    expect(
      await screen.findByText('2 findings, 1 of them critical.'),
    ).toBeInTheDocument();
  });

  it('can be narrowed to a rule', async () => {
    renderPage(<FindingsPage />);
    await screen.findByRole('table');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Rule' }),
      'Too much wip',
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveTextContent('Web');
  });
});
