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
import {
  ChokepointApi,
  EntityTargets,
  kpiOf,
} from 'backstage-plugin-chokepoint-common';
import { entityFigures } from '../../dev/examples/figures';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { renderPage } from '../../dev/renderPage';
import { ScorecardPage } from '../scorecard/ScorecardPage';
import { ExecutionTab } from '../tab/ExecutionTab';

const HOUR = 3_600_000;
const { defaultTarget } = kpiOf('queueTimeRatio');
if (!defaultTarget) {
  throw new Error('The queue time ratio has a default target');
}

const TOLD: EntityTargets = {
  targets: { handoffs: { target: 2, limit: 3 } },
  inherited: {
    handoffs: { target: 5, limit: 9 },
    reworkRate: { target: 0.1, limit: 0.2 },
    changeFailureRate: { target: 0.01, limit: 0.02 },
  },
  inheritedFrom: {
    handoffs: 'group:default/platform',
    reworkRate: 'group:default/platform',
  },
  defaults: {
    queueTimeRatio: defaultTarget,
    reviewLatency: { target: 4 * HOUR, limit: 12 * HOUR },
  },
};

/** Opens the targets of the component `shop` on its tab. */
async function openTargets(api: Partial<ChokepointApi> = {}) {
  const told = { ...TOLD };
  const getEntityFigures = jest.fn(async () => entityFigures());
  const putTargets = jest.fn(
    async (_ref: string, targets: EntityTargets['targets']) => ({
      ...told,
      targets,
    }),
  );
  renderOnEntityPage(<ExecutionTab />, {
    api: { getTargets: async () => told, putTargets, getEntityFigures, ...api },
  });
  const opener = await screen.findByRole('button', { name: 'Targets' });
  await userEvent.click(opener);
  const dialog = await screen.findByRole('dialog', {
    name: 'Targets of Shop',
  });
  const row = (name: string) =>
    within(dialog).findByRole('row', { name: new RegExp(`^${name}`) });
  const press = async (name: string) =>
    userEvent.click(await within(dialog).findByRole('button', { name }));
  const write = async (label: string, text: string) => {
    const field = within(dialog).getByRole('textbox', { name: label });
    await userEvent.clear(field);
    await userEvent.type(field, text);
  };
  return { dialog, opener, row, press, write, putTargets, getEntityFigures };
}

describe('the targets of an entity', () => {
  it('are told with where they come from', async () => {
    const { row } = await openTargets();
    expect(await row('Hand-offs')).toHaveTextContent(
      'good up to 2, bad beyond 3set here',
    );
    expect(await row('Rework rate')).toHaveTextContent(
      'good up to 10 %, bad beyond 20 %Platform',
    );
    expect(await row('Change failure rate')).toHaveTextContent(
      'set above, where you may not look',
    );
    expect(await row('Review latency')).toHaveTextContent(
      'good up to 4 h, bad beyond 12 hconfiguration of the portal',
    );
    expect(await row('Queue time ratio')).toHaveTextContent(/default/);
    expect(await row('Throughput')).toHaveTextContent('not judged');
  });

  it('are set in hours by keyboard, and the figures are judged again', async () => {
    const { dialog, press, row, putTargets, getEntityFigures } =
      await openTargets();
    const asked = getEntityFigures.mock.calls.length;
    await press('Set: Review latency');
    expect(within(dialog).getByLabelText('Unit')).toHaveValue('hours');
    await userEvent.keyboard('6{Enter}');
    expect(putTargets).toHaveBeenCalledWith('component:default/shop', {
      ...TOLD.targets,
      reviewLatency: { target: 6 * HOUR, limit: 12 * HOUR },
    });
    expect(
      await within(dialog).findByText('Review latency: saved.'),
    ).toBeInTheDocument();
    expect(await row('Review latency')).toHaveTextContent(
      'good up to 6 h, bad beyond 12 hset here',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Change: Review latency' }),
    ).toHaveFocus();
    await waitFor(() =>
      expect(getEntityFigures.mock.calls.length).toBeGreaterThan(asked),
    );
  });

  it('are cleared, and what is above holds again', async () => {
    const { press, row, putTargets } = await openTargets();
    await press('Clear: Hand-offs');
    expect(putTargets).toHaveBeenCalledWith('component:default/shop', {});
    await waitFor(async () =>
      expect(await row('Hand-offs')).toHaveTextContent(
        'good up to 5, bad beyond 9Platform',
      ),
    );
  });

  it('that make no sense are not sent; the field says why', async () => {
    const { dialog, press, write, putTargets } = await openTargets();
    await press('Change: Hand-offs');
    await write('Good up to', '9');
    await press('Save');
    const limit = within(dialog).getByRole('textbox', { name: 'Bad beyond' });
    expect(limit).toHaveAccessibleDescription(
      'It cannot be less than what is good.',
    );
    expect(limit).toBeInvalid();
    expect(limit).toHaveFocus();
    expect(putTargets).not.toHaveBeenCalled();
    await press('Cancel');
    expect(
      within(dialog).getByRole('button', { name: 'Change: Hand-offs' }),
    ).toHaveFocus();
  });

  it('stay as they were, and as they are written, when they cannot be saved', async () => {
    const { dialog, press, write } = await openTargets({
      putTargets: async () => {
        throw new Error('the database is away');
      },
    });
    await press('Change: Hand-offs');
    await write('Bad beyond', '4');
    await press('Save');
    expect(
      await within(dialog).findByText(
        'The target could not be saved: the database is away',
      ),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('textbox', { name: 'Bad beyond' }),
    ).toHaveValue('4');
  });

  it('close by keyboard, back to where they were opened', async () => {
    const { dialog, opener } = await openTargets();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });
});

describe('the scorecard', () => {
  it('of a group has its targets, and is judged again by new ones', async () => {
    const getScorecard = jest.fn(async () => ({
      from: '',
      to: '',
      asOf: '',
      scope: '',
      items: [],
    }));
    renderPage(<ScorecardPage />, {
      search: '?scope=group:default/web',
      api: { getScorecard, getTargets: async () => TOLD },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Targets' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Clear: Hand-offs' }),
    );
    await waitFor(() => expect(getScorecard).toHaveBeenCalledTimes(2));
  });

  it('of the whole organisation has none: they belong to somebody', async () => {
    renderPage(<ScorecardPage />);
    expect(
      await screen.findByRole('button', { name: 'Export CSV' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Targets' }),
    ).not.toBeInTheDocument();
  });
});
