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
import { scorecard } from '../../dev/examples/scorecards';
import { renderPage } from '../../dev/renderPage';
import { ScorecardPage } from './ScorecardPage';

async function rows() {
  return within(await screen.findByRole('table')).getAllByRole('row');
}

describe('the scorecard', () => {
  it('compares teams, the longest queue first', async () => {
    renderPage(<ScorecardPage />);
    const [, first, second] = await rows();
    expect(first).toHaveTextContent('Team 12');
    expect(first).toHaveTextContent('12 d');
    expect(second).toHaveTextContent('Team 11');
  });

  it('opens a row into the tab of its entity', async () => {
    renderPage(<ScorecardPage />);
    expect(
      await screen.findByRole('link', { name: 'Team 12' }),
    ).toHaveAttribute('href', '/catalog/default/group/team-12/execution');
  });

  it('says that a figure is withheld, and how one stands in words', async () => {
    renderPage(<ScorecardPage />);
    const [, first] = await rows();
    expect(first).toHaveTextContent('withheld');
    expect(within(first).getByText('bad')).toBeInTheDocument();
  });

  it('sorts by the column one picks, and keeps that in the address', async () => {
    renderPage(<ScorecardPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Queue time' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('columnheader', { name: 'Queue time' }),
      ).toHaveAttribute('aria-sort', 'descending'),
    );
    const [, first] = await rows();
    expect(first).toHaveTextContent('Team 9');
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'sort=-queueTimeRatio',
    );
  });

  it('asks for services when one wants these', async () => {
    const getScorecard = jest.fn(async () => scorecard(2));
    renderPage(<ScorecardPage />, { api: { getScorecard } });
    await screen.findByRole('table');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Rows' }),
      'Services',
    );
    await waitFor(() =>
      expect(getScorecard).toHaveBeenLastCalledWith(
        expect.objectContaining({ rows: 'entities' }),
      ),
    );
  });

  it('reads every page', async () => {
    const getScorecard = jest
      .fn()
      .mockResolvedValueOnce({ ...scorecard(2), nextCursor: 'more' })
      .mockResolvedValue({
        ...scorecard(0),
        items: scorecard(3).items.slice(2),
      });
    renderPage(<ScorecardPage />, { api: { getScorecard } });
    expect(await rows()).toHaveLength(4);
    expect(getScorecard).toHaveBeenCalledWith(
      expect.objectContaining({ cursor: 'more' }),
    );
  });

  it('says what went wrong', async () => {
    renderPage(<ScorecardPage />, {
      api: {
        getScorecard: async () => {
          throw new Error('the well is dry');
        },
      },
    });
    expect(await screen.findByText(/the well is dry/)).toBeInTheDocument();
  });
});
