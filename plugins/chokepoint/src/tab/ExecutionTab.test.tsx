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
  ChangesQuery,
  EntityFigures,
  FiguresQuery,
} from 'backstage-plugin-chokepoint-common';
import { exampleApi } from '../../dev/examples/exampleApi';
import { entityFigures, NO_FIGURES } from '../../dev/examples/figures';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionTab } from './ExecutionTab';

/** Renders the tab and remembers what was asked of the backend. */
function renderTab(
  path = '/execution',
  figures: (query: FiguresQuery) => Promise<EntityFigures> = async ({
    time,
  }) => ({ ...entityFigures(), time }),
) {
  const figureQueries: FiguresQuery[] = [];
  const changeQueries: ChangesQuery[] = [];
  const examples = exampleApi();
  renderOnEntityPage(<ExecutionTab />, {
    path,
    api: {
      getEntityFigures: (_ref, query = {}) => {
        figureQueries.push(query);
        return figures(query);
      },
      listEntityChanges: (ref, query = {}) => {
        if (query.order !== '-age' || query.state !== 'inFlight') {
          changeQueries.push(query);
        }
        return examples.listEntityChanges(ref, query);
      },
    },
  });
  return {
    lastFigures: () => figureQueries[figureQueries.length - 1],
    lastChanges: () => changeQueries[changeQueries.length - 1],
    figureCount: () => figureQueries.length,
  };
}

function address() {
  return screen.getByLabelText('address').textContent;
}

async function section(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('the filters of the tab', () => {
  it('are read from the address', async () => {
    const asked = renderTab(
      '/execution?from=2026-01-01&to=2026-01-31&workType=other&size=m&authorKind=bot',
    );
    await section('Where the time goes');
    const narrowed = {
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      workType: 'other',
      size: 'm',
      authorKind: 'bot',
    };
    expect(asked.lastFigures()).toEqual({
      ...narrowed,
      time: 'wallClock',
      compare: 'previous',
    });
    expect(asked.lastChanges()).toMatchObject(narrowed);
    expect(screen.getByLabelText('From')).toHaveValue('2026-01-01');
    expect(screen.getByLabelText('To')).toHaveValue('2026-01-31');
  });

  it('tell durations in working hours, and label every part by its clock', async () => {
    const asked = renderTab();
    const stages = await section('Where the time goes');
    expect(stages.queryByText(/^Working hours/)).toBeNull();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Time' }),
      'Working hours',
    );
    expect(address()).toBe('/execution?time=workingHours');
    await waitFor(() => {
      expect(asked.lastFigures().time).toBe('workingHours');
    });
    expect(
      await screen.findByText(/Targets are in wall-clock time/),
    ).toBeVisible();
    expect(stages.getByText(/^Working hours; 1 d is 24/)).toBeVisible();
    const inFlight = await section('In flight');
    expect(inFlight.getByText('Wall clock')).toBeVisible();
    const list = await section('Changes');
    expect(list.getByText('Wall clock')).toBeVisible();
  });

  it('compare with the window before, or with nothing', async () => {
    const asked = renderTab();
    await section('Where the time goes');
    expect(asked.lastFigures().compare).toBe('previous');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Compare with' }),
      'Nothing',
    );
    expect(address()).toBe('/execution?compare=none');
    await waitFor(() => {
      expect(asked.lastFigures().compare).toBe('none');
    });
  });

  it('are kept in the address and narrow everything', async () => {
    const asked = renderTab();
    await section('Where the time goes');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Work type' }),
      'Operational fix',
    );
    expect(address()).toBe('/execution?workType=operationalFix');
    await waitFor(() => {
      expect(asked.lastFigures().workType).toBe('operationalFix');
      expect(asked.lastChanges().workType).toBe('operationalFix');
    });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Size' }),
      '250 to 999 lines',
    );
    expect(address()).toBe('/execution?workType=operationalFix&size=l');
    await waitFor(() => {
      expect(asked.lastFigures().size).toBe('l');
      expect(asked.lastChanges().size).toBe('l');
    });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Window' }),
      'Last 365 days',
    );
    expect(address()).toBe(
      '/execution?workType=operationalFix&size=l&window=365',
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(address()).toBe('/execution?window=365');
  });

  it('say when they leave nothing over', async () => {
    renderTab('/execution?workType=other', async () => NO_FIGURES);
    expect(
      await screen.findByText('No change of this window matches the filters.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Work type' })).toHaveValue(
      'other',
    );
  });
});

describe('where the time goes', () => {
  it('has a bar for each stage that says its time', async () => {
    renderTab();
    const stages = await section('Where the time goes');
    expect(stages.getAllByRole('button', { name: /^Show only/ })).toHaveLength(
      8,
    );
    expect(
      stages.getByRole('button', { name: /^Show only review/ }),
    ).toHaveAccessibleName(
      'Show only review. review: 3.2\u00a0d at p50, 44\u00a0% of all time, 31 changes',
    );
  });

  it('switches between quantiles, in the address', async () => {
    renderTab();
    const stages = await section('Where the time goes');
    await userEvent.click(stages.getByRole('button', { name: 'p90' }));
    expect(address()).toBe('/execution?quantile=p90');
    expect(
      stages.getByRole('button', { name: /review: 11\u00a0d at p90/ }),
    ).toBeInTheDocument();
    expect(stages.getByRole('button', { name: 'p90' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('narrows what is below to a stage, and back', async () => {
    const asked = renderTab();
    const stages = await section('Where the time goes');
    const review = stages.getByRole('button', { name: /^Show only review/ });
    const flight = await section('In flight');
    expect(await flight.findAllByText(/part \d+|step \d+/)).toHaveLength(6);

    await userEvent.click(review);
    expect(review).toHaveAttribute('aria-pressed', 'true');
    expect(address()).toBe('/execution?stage=review');
    expect(await flight.findAllByText(/step \d+/)).toHaveLength(3);
    await waitFor(() => expect(asked.lastChanges().stage).toBe('review'));

    await userEvent.click(review);
    expect(address()).toBe('/execution');
    expect(await flight.findAllByText(/step \d+/)).toHaveLength(6);
  });
});

describe('what is in flight', () => {
  it('has the most overdue first, with who has it and what is usual', async () => {
    renderTab();
    const flight = await section('In flight');
    const rows = (await flight.findAllByRole('row')).slice(1);
    expect(rows[0]).toHaveTextContent('step 107');
    expect(rows[0]).toHaveTextContent('overdue');
    expect(rows[0]).toHaveTextContent('usually 1.2 d, 85 % within 4 d');
    await waitFor(() => expect(rows[0]).toHaveTextContent('Platform'));
    expect(rows[5]).toHaveTextContent('step 122');
    expect(rows[5]).toHaveTextContent('no past to compare');
    expect(rows[5]).toHaveTextContent('merge queue of acme/shop');
  });

  it('has a chart that is said to be told by the table', async () => {
    renderTab();
    expect(
      await screen.findByRole('img', {
        name: 'Age of what is in flight, by stage; the table below says the same',
      }),
    ).toBeInTheDocument();
  });
});

describe('the changes', () => {
  it('are sorted by the backend', async () => {
    const asked = renderTab();
    const changes = await section('Changes');
    await userEvent.click(
      await changes.findByRole('button', { name: 'Waiting' }),
    );
    expect(address()).toBe('/execution?order=-waiting');
    await waitFor(() => expect(asked.lastChanges().order).toBe('-waiting'));
    expect(
      changes.getByRole('columnheader', { name: 'Waiting' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('are paged by the backend, there and back', async () => {
    const asked = renderTab();
    const changes = await section('Changes');
    expect(await changes.findByText('1–25 of 66')).toBeInTheDocument();
    await userEvent.click(changes.getByRole('button', { name: 'Next page' }));
    expect(await changes.findByText('26–50 of 66')).toBeInTheDocument();
    expect(asked.lastChanges().cursor).toBe('25');
    await userEvent.click(changes.getByRole('button', { name: 'Next page' }));
    expect(await changes.findByText('51–66 of 66')).toBeInTheDocument();
    expect(changes.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await userEvent.click(
      changes.getByRole('button', { name: 'Previous page' }),
    );
    expect(await changes.findByText('26–50 of 66')).toBeInTheDocument();
  });

  it('lead from a linked page back to the first', async () => {
    renderTab('/execution?cursor=50&page=3');
    const changes = await section('Changes');
    await userEvent.click(
      await changes.findByRole('button', { name: 'First page' }),
    );
    expect(address()).toBe('/execution');
    expect(await changes.findByText('1–25 of 66')).toBeInTheDocument();
  });

  it('are those behind a figure when one follows it', async () => {
    const asked = renderTab();
    await userEvent.click(
      await screen.findByRole('link', { name: /^Review latency/ }),
    );
    expect(address()).toBe('/execution?figure=reviewLatency');
    await waitFor(() =>
      expect(asked.lastChanges().figure).toBe('reviewLatency'),
    );
    expect(screen.getByText('Behind: Review latency')).toBeInTheDocument();
  });

  it('say that none matches', async () => {
    renderOnEntityPage(<ExecutionTab />, {
      api: { listEntityChanges: async () => ({ items: [], total: 0 }) },
    });
    expect(await screen.findByText('No change matches.')).toBeInTheDocument();
    expect(screen.getByText('Nothing is on its way.')).toBeInTheDocument();
  });
});

describe('the figures of the tab', () => {
  it('are not asked for again when a change is opened', async () => {
    const asked = renderTab();
    const [link] = await screen.findAllByRole('link', { name: /step 107/ });
    await userEvent.click(link);
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(asked.figureCount()).toBe(1);
  });

  it('say what to do when they cannot be loaded', async () => {
    renderTab('/execution', async () => {
      throw new Error('the disk is full');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend answered: the disk is full',
    );
  });
});
