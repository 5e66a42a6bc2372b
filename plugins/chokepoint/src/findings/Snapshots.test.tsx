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
import { ChokepointApi, Snapshot } from 'backstage-plugin-chokepoint-common';
import { COMPARISON } from '../../dev/examples/findings';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionTab } from '../tab/ExecutionTab';
import { formatMoment } from '../wording/date';

const ONE = COMPARISON.snapshot;
const TWO: Snapshot = { id: 'two', takenAt: '2026-03-01T12:00:00.000Z' };

async function findings(api: Partial<ChokepointApi> = {}) {
  renderOnEntityPage(<ExecutionTab />, { api });
  const section = within(
    await screen.findByRole('region', { name: 'Findings' }),
  );
  await section.findByRole('heading', { name: 'Snapshots' });
  return section;
}

function address() {
  return screen.getByLabelText('address').textContent;
}

describe('a snapshot', () => {
  it('is saved with its note, and can be compared with from then on', async () => {
    const saved: Snapshot[] = [];
    const section = await findings({
      listSnapshots: async () => ({ items: [...saved] }),
      takeSnapshot: async (_ref, note) => {
        saved.push({ ...TWO, note });
        return saved[0];
      },
    });
    expect(
      await section.findByText('No snapshot has been saved yet.'),
    ).toBeInTheDocument();
    const note = section.getByRole('textbox', { name: 'Note' });
    await userEvent.type(note, ' after the rotation ');
    await userEvent.click(
      section.getByRole('button', { name: 'Save snapshot' }),
    );
    expect(await section.findByText('Saved.')).toBeInTheDocument();
    expect(note).toHaveValue('');
    expect(
      await section.findByRole('option', {
        name: `${formatMoment(TWO.takenAt)} – after the rotation`,
      }),
    ).toBeInTheDocument();
  });

  it('that cannot be saved says why', async () => {
    const section = await findings({
      takeSnapshot: async () => {
        throw new Error('the disk is full');
      },
    });
    await userEvent.click(
      section.getByRole('button', { name: 'Save snapshot' }),
    );
    expect(
      await section.findByText(
        'The snapshot could not be saved: the disk is full',
      ),
    ).toBeInTheDocument();
  });
});

describe('a comparison', () => {
  const compareSnapshot: ChokepointApi['compareSnapshot'] = async (
    _ref,
    _id,
    compare,
  ) => ({ ...COMPARISON, ...(compare === 'two' && { other: TWO }) });

  it('has the figures of both dates, and the findings gone, stayed and new', async () => {
    const section = await findings({ compareSnapshot });
    await userEvent.selectOptions(
      await section.findByRole('combobox', { name: 'Compare' }),
      `${formatMoment(ONE.takenAt)} – before the rotation`,
    );
    expect(address()).toBe('/execution?snapshot=one');
    const row = await section.findByRole('row', { name: /^Queue time ratio/ });
    expect(row).toHaveTextContent(/70.%50.%.*better/);
    const under = (name: string) =>
      section.getByRole('heading', { name }).nextElementSibling;
    expect(under('Gone')).toHaveTextContent('One person approved.');
    expect(under('Still there')).toHaveTextContent(
      'Team Platform holds 41 % of the waiting of others.',
    );
    expect(under('New')).toHaveTextContent('none');
  });

  it('can be with another snapshot, in the address', async () => {
    const section = await findings({
      compareSnapshot,
      listSnapshots: async () => ({ items: [ONE, TWO] }),
    });
    await userEvent.selectOptions(
      await section.findByRole('combobox', { name: 'Compare' }),
      `${formatMoment(ONE.takenAt)} – before the rotation`,
    );
    await userEvent.selectOptions(
      await section.findByRole('combobox', { name: 'with' }),
      formatMoment(TWO.takenAt),
    );
    expect(address()).toBe('/execution?snapshot=one&with=two');
    await waitFor(() =>
      expect(
        section.getByRole('columnheader', { name: formatMoment(TWO.takenAt) }),
      ).toBeInTheDocument(),
    );
  });
});
