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
  entityFigures,
  NO_FIGURES,
  WITHHELD,
} from '../../dev/examples/figures';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { ExecutionCard } from './ExecutionCard';

const DAY = 86_400_000;

async function sentence(): Promise<string | null | undefined> {
  const text = await screen.findByText(/of their time waiting/);
  return text.textContent;
}

describe('the card', () => {
  it('says first how much changes wait, and for whom', async () => {
    renderOnEntityPage(<ExecutionCard />);
    await waitFor(async () =>
      expect(await sentence()).toBe(
        'Changes spend 68\u00a0% of their time waiting, most of it for review by team Platform.',
      ),
    );
  });

  it('says how much of it is for the first where that is not most', async () => {
    const [first] = entityFigures().waitingOn;
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () =>
          entityFigures({ waitingOn: [{ ...first, share: 0.31 }] }),
      },
    });
    await waitFor(async () =>
      expect(await sentence()).toContain('31\u00a0% of it for review by'),
    );
  });

  it('tells the stages of the bar in words', async () => {
    renderOnEntityPage(<ExecutionCard />);
    expect(
      await screen.findByRole('img', { name: /^Share of time by stage/ }),
    ).toHaveAccessibleName(/review: 44\u00a0% of the time, waiting/);
    expect(screen.getByText('3.2 d')).toBeInTheDocument();
  });

  it('has six figures, each a link to the changes behind it', async () => {
    renderOnEntityPage(<ExecutionCard />);
    const links = await screen.findAllByRole('link', {
      name: /Show the changes behind it/,
    });
    expect(links.map(link => link.getAttribute('href'))).toEqual(
      [
        'decisionToProduction',
        'queueTimeRatio',
        'reviewLatency',
        'handoffs',
        'reworkRate',
        'changeFailureRate',
      ].map(id => `/execution?figure=${id}`),
    );
    expect(links[2]).toHaveAccessibleName(
      /^Review latency ?: 1.4\sd, down 5\s% on the window before, better bad Show the changes behind it$/,
    );
  });

  it('tells a status by a word, and none where there is no target', async () => {
    renderOnEntityPage(<ExecutionCard />);
    const failures = await screen.findByRole('link', {
      name: /^Change failures/,
    });
    expect(within(failures).getByText('good')).toBeVisible();
    const rework = screen.getByRole('link', { name: /^Rework/ });
    expect(
      within(rework).queryByText(/good|watch|bad/),
    ).not.toBeInTheDocument();
  });

  it('says what is in flight and opens the oldest', async () => {
    renderOnEntityPage(<ExecutionCard />);
    const line = await screen.findByText(/^In flight 7/);
    await waitFor(() =>
      expect(line).toHaveTextContent(
        'In flight 7 · oldest 12 d, waiting on Platform',
      ),
    );
    expect(
      within(line).getByRole('link', { name: 'oldest 12\u00a0d' }),
    ).toHaveAttribute(
      'href',
      '/execution?change=github.com%2Facme%2Fshop%2Fpull%2F107',
    );
  });

  it('asks for another window, and opens the tab with it', async () => {
    const getEntityFigures = jest.fn(async (_ref: string, _query?: object) =>
      entityFigures(),
    );
    renderOnEntityPage(<ExecutionCard />, { api: { getEntityFigures } });
    expect(await screen.findByRole('link', { name: 'Open' })).toHaveAttribute(
      'href',
      '/execution',
    );

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Window' }),
      'Last 30 days',
    );
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute(
      'href',
      '/execution?window=30',
    );
    const lengths = getEntityFigures.mock.calls.map(([ref, query]) => {
      expect(ref).toBe('component:default/shop');
      const { from, to } = { from: '', to: '', ...query };
      return (Date.parse(to) - Date.parse(from)) / DAY;
    });
    expect(lengths).toEqual([90, 30]);
  });

  it('links nowhere in a portal without the tab', async () => {
    renderOnEntityPage(<ExecutionCard />, { withTab: false, path: '/' });
    expect(await screen.findByText(/^In flight 7/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('the states of the card', () => {
  it('is a skeleton while the figures are on their way', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: { getEntityFigures: () => new Promise(() => {}) },
    });
    expect(
      await screen.findByRole('status', { name: 'Execution' }),
    ).toHaveAttribute('aria-busy', 'true');
    expect(screen.queryByText(/Changes spend/)).not.toBeInTheDocument();
  });

  it('says what to do when the figures cannot be loaded, and tries again', async () => {
    let broken = true;
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () => {
          if (broken) {
            throw new TypeError('Failed to fetch');
          }
          return entityFigures();
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Check your connection.',
    );
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await sentence()).toContain('68\u00a0%');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what to connect when nothing feeds it', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () => NO_FIGURES,
        listSources: async () => ({ items: [], coverage: { changes: 0 } }),
      },
    });
    expect(
      await screen.findByText(/Install a source module, for example GitHub/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Decision → prod')).not.toBeInTheDocument();
  });

  it('says how changes are found when none was tied to the entity', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: { getEntityFigures: async () => NO_FIGURES },
    });
    expect(
      await screen.findByText(/No change could be tied to this entity/),
    ).toBeInTheDocument();
  });

  it('shows no figure of too few changes', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: { getEntityFigures: async () => WITHHELD },
    });
    expect(await screen.findAllByText('withheld')).toHaveLength(6);
    expect(screen.getAllByText('too few')).toHaveLength(6);
    expect(
      screen.getByText(/Too few changes reached production .* \(n = 3\)/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Show the changes/ }),
    ).not.toBeInTheDocument();
  });

  it('marks partial figures with what is still to come', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () =>
          entityFigures({ partial: { pending: 312 } }),
      },
    });
    expect(await screen.findByText('Partial')).toBeInTheDocument();
    expect(
      screen.getByText('312 changes are still to be processed.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Simulated data')).not.toBeInTheDocument();
  });

  it('says that data are simulated when the backend says so', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: { getEntityFigures: async () => entityFigures({ simulated: true }) },
    });
    expect(await screen.findByText('Simulated data')).toBeInTheDocument();
    expect(screen.queryByText('Partial')).not.toBeInTheDocument();
  });
});
