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
import { UnmatchedItem } from 'backstage-plugin-chokepoint-common';
import { entityFigures, NO_FIGURES } from '../../dev/examples/figures';
import { UNMATCHED, UNMATCHED_ITEMS } from '../../dev/examples/unmatched';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';
import { renderPage } from '../../dev/renderPage';
import { ExecutionCard } from '../card/ExecutionCard';
import { SourcesPage } from '../sources/SourcesPage';

const section = () =>
  screen.findByRole('region', { name: 'What did not match' });

async function kind(name: RegExp) {
  return within(await section()).findByRole('button', { name });
}

/** A page on which everything that did not match is this one thing. */
function pageOf(item: Partial<UnmatchedItem> & Pick<UnmatchedItem, 'kind'>) {
  const whole = { ...UNMATCHED_ITEMS[0], ...item };
  renderPage(<SourcesPage />, {
    search: `?unmatched=${item.kind}`,
    api: {
      listUnmatched: async () => ({
        kinds: [{ kind: item.kind, values: 1, n: whole.n }],
        items: [whole],
      }),
    },
  });
}

describe('what did not match, on the page of the sources', () => {
  it('is listed by kind, how often and since when, and read when it is opened', async () => {
    const listUnmatched = jest.fn(async () => UNMATCHED);
    renderPage(<SourcesPage />, { api: { listUnmatched } });
    const commits = await kind(/^Commits that nothing could place/);
    expect(commits).toHaveTextContent(/1 · 3 times since 2 Feb 2026/);
    expect(commits).toHaveAttribute('aria-expanded', 'false');
    expect(listUnmatched).toHaveBeenCalledTimes(1);
    await userEvent.click(commits);
    expect(listUnmatched).toHaveBeenLastCalledWith(
      expect.objectContaining({ kind: 'commits' }),
    );
    const row = await screen.findByRole('row', { name: /^3f2a91c/ });
    expect(row).toHaveTextContent('Report the history of the repository');
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?unmatched=commits',
    );
    await userEvent.keyboard('{Enter}');
    expect(
      screen.queryByRole('row', { name: /^3f2a91c/ }),
    ).not.toBeInTheDocument();
  });

  it.each<[string, Partial<UnmatchedItem> & Pick<UnmatchedItem, 'kind'>]>([
    [
      'chokepoint:\n  environments:\n    - name: customers\n      production: true',
      {
        kind: 'environments',
        mend: { kind: 'environment', name: 'customers', production: true },
      },
    ],
    [
      'chokepoint:\n  aliases:\n    repositories:\n      github.com/acme/old: github.com/acme/new',
      {
        kind: 'aliases',
        mend: {
          kind: 'alias',
          of: 'repositories',
          from: 'github.com/acme/old',
          to: 'github.com/acme/new',
        },
      },
    ],
    [
      'chokepoint:\n  bots:\n    - github.com/review-helper',
      {
        kind: 'bots',
        mend: { kind: 'bot', actor: 'github.com/review-helper' },
      },
    ],
    [
      'chokepoint:\n  releasedBranches:\n    github.com/acme/shop: ["1.x"]',
      {
        kind: 'unplacedChanges',
        mend: {
          kind: 'releasedBranch',
          repo: 'github.com/acme/shop',
          branch: '1.x',
        },
      },
    ],
    [
      'chokepoint.io/repository: github.com/acme/wiki',
      {
        kind: 'entities',
        value: 'component:default/wiki',
        mend: {
          kind: 'repositoryAnnotation',
          entityRef: 'component:default/wiki',
          repo: 'github.com/acme/wiki',
        },
      },
    ],
    [
      'github.com/user-login: zoe',
      {
        kind: 'actors',
        mend: { kind: 'loginAnnotation', host: 'github.com', login: 'zoe' },
      },
    ],
    [
      'github.com/team-slug: acme/web',
      {
        kind: 'teams',
        mend: { kind: 'teamAnnotation', host: 'github.com', slug: 'acme/web' },
      },
    ],
  ])('has the line that settles it, to copy: %s', async (lines, item) => {
    pageOf(item);
    const user = userEvent.setup();
    const copy = await screen.findByRole('button', {
      name: `Copy: ${lines.replace(/\s+/g, ' ')}`,
    });
    expect((await section()).querySelector('pre')?.textContent).toBe(lines);
    await user.click(copy);
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('says of an environment what it was taken for, and that nothing is to be done', async () => {
    pageOf({
      kind: 'environments',
      value: 'staging',
      open: false,
      detail: { production: false, takenBy: 'words' },
      mend: undefined,
    });
    const row = await screen.findByRole('row', { name: /^staging/ });
    expect(row).toHaveTextContent(
      'not taken for production, by the words of its name',
    );
    expect(row).toHaveTextContent('Nothing to do.');
  });

  it('says of an entity without a repository which annotation won', async () => {
    renderPage(<SourcesPage />, { search: '?unmatched=entities' });
    const row = await screen.findByRole('row', { name: /^wiki/ });
    expect(row).toHaveTextContent(
      'because of the annotation sentry.io/project-slug',
    );
  });

  it('says how many there are beyond those that are listed', async () => {
    pageOf({ kind: 'commits', value: undefined, more: 120, mend: undefined });
    expect(
      await screen.findByRole('row', { name: /^and 120 more/ }),
    ).toBeInTheDocument();
  });

  it('names no account to somebody who may not see people', async () => {
    renderPage(<SourcesPage />, {
      search: '?unmatched=actors',
      api: {
        listUnmatched: async () => ({
          kinds: [{ kind: 'actors', values: 3, n: 3, withheld: true }],
          items: [],
        }),
      },
    });
    expect(
      await screen.findByText(
        'Accounts are shown to those with the permission chokepoint.person.read.',
      ),
    ).toBeInTheDocument();
  });

  it('is narrowed to an entity by the address, and widened again', async () => {
    const listUnmatched = jest.fn(async () => UNMATCHED);
    renderPage(<SourcesPage />, {
      search: '?entity=component:default/shop',
      api: { listUnmatched },
    });
    await kind(/^Commits/);
    expect(listUnmatched).toHaveBeenLastCalledWith(
      expect.objectContaining({ entityRef: 'component:default/shop' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() =>
      expect(listUnmatched).toHaveBeenLastCalledWith(
        expect.not.objectContaining({ entityRef: expect.anything() }),
      ),
    );
  });

  it('goes on page by page', async () => {
    const listUnmatched = jest.fn(
      async ({ cursor }: { cursor?: string } = {}) => ({
        ...UNMATCHED,
        items: [{ ...UNMATCHED_ITEMS[0], value: cursor ?? 'first' }],
        nextCursor: cursor ? undefined : 'second',
      }),
    );
    renderPage(<SourcesPage />, {
      search: '?unmatched=commits',
      api: { listUnmatched },
    });
    await screen.findByRole('row', { name: /^first/ });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(
      await screen.findByRole('row', { name: /^second/ }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(
      await screen.findByRole('row', { name: /^first/ }),
    ).toBeInTheDocument();
  });

  it('says so where everything was found, and where it could not be loaded', async () => {
    const { unmount } = renderPage(<SourcesPage />, {
      api: { listUnmatched: async () => ({ kinds: [], items: [] }) },
    });
    expect(
      await screen.findByText('Everything that was named was found.'),
    ).toBeInTheDocument();
    unmount();
    renderPage(<SourcesPage />, {
      api: {
        listUnmatched: async () => {
          throw new Error('the disk is full');
        },
      },
    });
    expect(
      await screen.findByText('What did not match could not be loaded'),
    ).toBeInTheDocument();
  });
});

describe('what did not match, on the card of an entity', () => {
  const card = (unmatched: ReturnType<typeof entityFigures>['unmatched']) =>
    renderOnEntityPage(<ExecutionCard />, {
      api: { getEntityFigures: async () => entityFigures({ unmatched }) },
    });

  it('is one line that leads to what would mend it', async () => {
    card({
      kinds: [
        { kind: 'commits', values: 2, n: 3 },
        { kind: 'environments', values: 1, n: 40 },
      ],
    });
    const line = await screen.findByText(
      /^3 releases of it name commits that are unknown; one other kind of thing did not match\./,
    );
    expect(within(line).getByRole('link')).toHaveAttribute(
      'href',
      '/chokepoint/sources?entity=component%3Adefault%2Fshop&unmatched=commits',
    );
  });

  it('is nothing where only accounts are unknown', async () => {
    card({ kinds: [{ kind: 'actors', values: 2, n: 3 }] });
    await screen.findByText(/of their time waiting/);
    expect(screen.queryByText(/See what would mend it/)).toBeNull();
  });

  it('says of an empty entity which repository was looked in, and why', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () => ({
          ...NO_FIGURES,
          unmatched: {
            kinds: [],
            home: {
              repos: ['github.com/acme/shop'],
              path: 'cart/',
              annotation: 'backstage.io/source-location',
            },
          },
        }),
      },
    });
    expect(
      await screen.findByText(
        'Its changes are looked for in github.com/acme/shop, below cart/. That is what its annotation backstage.io/source-location says; chokepoint.io/repository overrides it.',
      ),
    ).toBeInTheDocument();
  });

  it('says of an empty entity that it has no repository, and what gives it one', async () => {
    renderOnEntityPage(<ExecutionCard />, {
      api: {
        getEntityFigures: async () => ({
          ...NO_FIGURES,
          unmatched: { kinds: [], home: { repos: [] } },
        }),
      },
    });
    expect(
      await screen.findByText(/The annotation chokepoint.io\/repository gives/),
    ).toBeInTheDocument();
  });
});
