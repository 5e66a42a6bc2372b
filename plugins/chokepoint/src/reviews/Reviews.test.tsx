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
import {
  ChokepointApi,
  ReviewsQuery,
} from 'backstage-plugin-chokepoint-common';
import { REVIEWS } from '../../dev/examples/durations';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionTab } from '../tab/ExecutionTab';

async function reviews(api: Partial<ChokepointApi> = {}) {
  renderOnEntityPage(<ExecutionTab />, { api });
  return within(await screen.findByRole('region', { name: 'Review' }));
}

describe('the reviews of the tab', () => {
  it('have how long each step takes, with the number behind it', async () => {
    const section = await reviews();
    const [first] = await section.findAllByText('To the first review');
    expect(first.parentElement).toHaveTextContent(/1\.4.d.*n = 52.*bad/);
    const [rounds] = section.getAllByText('Rounds');
    expect(rounds.parentElement).toHaveTextContent(/1\.4p90 3 · n = 52/);
    const [answered] = section.getAllByText('Answered within target');
    expect(answered.parentElement).toHaveTextContent(/80.%/);
  });

  it('have when one is best asked for, in the hours of the viewer', async () => {
    const asked: ReviewsQuery[] = [];
    const section = await reviews({
      getEntityReviews: async (_ref, query = {}) => {
        asked.push(query);
        return REVIEWS;
      },
    });
    const map = within(
      await section.findByRole('region', {
        name: 'Median wait for a review by the weekday and hour it was asked',
      }),
    );
    const hours = map.getAllByRole('columnheader').map(h => h.textContent);
    expect(hours).toEqual([
      'Day',
      '09',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
    ]);
    const fieldsOf = (day: string) =>
      within(map.getByRole('row', { name: new RegExp(`^${day}`) }))
        .getAllByRole('cell')
        .map(cell => cell.textContent);
    expect(fieldsOf('Mon')[0]).toBe('4\u00a0h');
    expect(fieldsOf('Fri')[7]).toBe('2.8\u00a0d');
    // One review is too few to tell, none is nothing to tell.
    expect(fieldsOf('Sat').slice(1, 4)).toEqual(['', '–', '']);
    expect(map.getByTitle('Mon 9:00: 4 h at the median, n = 12')).toBeVisible();
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(asked[0].zone).toBe(zone);
    expect(section.getByText(new RegExp(`^Hours in ${zone}`))).toBeVisible();
  });

  it('keep to themselves what is withheld, and say when none was asked for', async () => {
    const { timeToApproval } = REVIEWS;
    const section = await reviews({
      getEntityReviews: async () => ({
        ...REVIEWS,
        timeToApproval: { ...timeToApproval, withheld: 'tooFewChanges' },
        byHour: [],
      }),
    });
    const [approval] = await section.findAllByText('To the approval');
    expect(approval.parentElement).toHaveTextContent(/withheld$/);
    expect(
      section.getByText('No review was asked for in this window.'),
    ).toBeInTheDocument();
  });
});
