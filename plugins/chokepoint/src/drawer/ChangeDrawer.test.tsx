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

import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChokepointApi } from 'backstage-plugin-chokepoint-common';
import { ExecutionTab } from '../tab/ExecutionTab';
import { changeDetail, SEGMENTS } from '../../dev/examples/changes';
import { renderOnEntityPage } from '../../dev/renderOnEntityPage';

const PATH = '/execution?change=github.com%2Facme%2Fshop%2Fpull%2F42';

function renderDrawer(getChange?: ChokepointApi['getChange']) {
  return renderOnEntityPage(<ExecutionTab />, {
    path: PATH,
    api: getChange && { getChange },
  });
}

async function dialog() {
  return within(await screen.findByRole('dialog'));
}

/** `1 d 05:30:00` → milliseconds, as a reader with a pencil would. */
function readLength(text: string): number {
  const match = /^(?:([\d,]+)\s*d\s*)?(\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!match) {
    throw new Error(`Not a length: ${text}`);
  }
  const [days, hours, minutes, seconds] = match
    .slice(1)
    .map(part => Number((part ?? '0').replace(',', '')));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** The cell of a row that is nothing but a length. */
function lengthIn(cells: HTMLElement[]): string {
  const texts = cells.map(cell => cell.textContent ?? '');
  return (
    texts.find(text => /^\(?(\d+\s*d\s*)?\d\d:\d\d:\d\d\)?$/.test(text)) ?? ''
  );
}

describe('the drawer', () => {
  it('shows the change that the address names', async () => {
    renderDrawer();
    expect(
      await screen.findByRole('dialog', { name: 'Charge shipping by weight' }),
    ).toBeInTheDocument();
    const drawer = await dialog();
    expect(
      drawer.getByRole('link', { name: /Open in github.com/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/shop/pull/42');
    expect(
      drawer.getByRole('link', { name: /Work item SHOP-7/ }),
    ).toHaveAttribute('href', 'https://acme.atlassian.net/browse/SHOP-7');
  });

  it('has a lane for each holder, with what it was waited on', async () => {
    renderDrawer();
    const drawer = await dialog();
    const lanes = within(
      await drawer.findByRole('group', { name: /Who had the change/ }),
    );
    await waitFor(() =>
      expect(lanes.getByText('Platform')).toBeInTheDocument(),
    );
    expect(lanes.getByText('3.1 d waited on')).toBeInTheDocument();
    expect(lanes.getByText('release of acme/shop')).toBeInTheDocument();
  });

  it('has a ledger whose written lengths add up to its last line', async () => {
    renderDrawer();
    const drawer = await dialog();
    const ledger = await drawer.findByRole('region', { name: 'Ledger' });
    const lengths = within(ledger)
      .getAllByRole('row')
      .slice(1)
      .map(row => lengthIn(within(row).getAllByRole('cell')));
    expect(lengths).toHaveLength(SEGMENTS.length + 3);
    const total = lengths.pop() ?? '';
    const [working, waiting] = lengths.splice(-2);
    const counted = lengths.filter(text => !text.startsWith('('));
    expect(counted).toHaveLength(SEGMENTS.length - 1);
    const sum = counted.map(readLength).reduce((a, b) => a + b, 0);
    expect(readLength(total)).toBe(sum);
    expect(readLength(working) + readLength(waiting)).toBe(sum);
    expect(
      within(ledger).getByText('12:00:00 paused, not counted'),
    ).toBeInTheDocument();
  });

  it('says on what its way to production rests, where that is not plain', async () => {
    renderDrawer(async () =>
      changeDetail({
        containment: 'assumed',
        carriedBy: 'github.com/acme/shop/pull/50',
        decidedLate: true,
      }),
    );
    const drawer = await dialog();
    const notes = within(
      await drawer.findByRole('list', { name: 'What the timeline rests on' }),
    );
    expect(
      notes.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Carried to a branch that is released by acme/shop #50.',
      'Its release names neither changes nor known commits: that it contains this change is assumed from the order of the merges.',
      'Decided after it was opened.',
    ]);
    expect(notes.getByRole('link', { name: 'acme/shop #50' })).toHaveAttribute(
      'href',
      expect.stringContaining('pull%2F50'),
    );
  });

  it('says since when releases go by without it', async () => {
    renderDrawer(async () =>
      changeDetail({
        state: 'merged',
        unplacedSince: '2026-03-09T10:00:00.000Z',
      }),
    );
    const drawer = await dialog();
    expect(
      await drawer.findByText(
        /^Since 9 Mar 2026, .* releases go by without it/,
      ),
    ).toBeInTheDocument();
  });

  it('has nothing to say where the release names the change', async () => {
    renderDrawer(async () => changeDetail({ containment: 'changes' }));
    const drawer = await dialog();
    await drawer.findByRole('region', { name: 'Ledger' });
    expect(
      drawer.queryByRole('list', { name: 'What the timeline rests on' }),
    ).not.toBeInTheDocument();
  });

  it('says why, and in which zone its times are', async () => {
    renderDrawer();
    const drawer = await dialog();
    expect(
      await drawer.findByText('changes were requested'),
    ).toBeInTheDocument();
    expect(drawer.getByText(/^Times in /)).toBeInTheDocument();
  });

  it('says that the last segment is still open', async () => {
    renderDrawer(async () =>
      changeDetail({
        state: 'open',
        segments: [{ ...SEGMENTS[3], open: true }],
      }),
    );
    const drawer = await dialog();
    expect(await drawer.findByText('still open')).toBeInTheDocument();
  });

  it('lists the events behind the timeline', async () => {
    renderDrawer();
    const drawer = await dialog();
    await userEvent.click(await drawer.findByText('Events (14)'));
    expect(drawer.getByText('review requested')).toBeVisible();
  });

  it('closes with Escape, and the address is the one of the tab', async () => {
    renderDrawer();
    await dialog();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(/execution$/);
  });

  it('gives the focus back to what opened it', async () => {
    renderOnEntityPage(<ExecutionTab />);
    const [link] = await screen.findAllByRole('link', { name: /step 107/ });
    link.focus();
    await userEvent.keyboard('{Enter}');
    const drawer = await dialog();
    await userEvent.click(drawer.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(link).toHaveFocus());
  });
});

describe('a change that cannot be shown', () => {
  it('says that it is not known', async () => {
    const error = await ResponseError.fromResponse(
      Object.assign(new Response('{}', { status: 404 })),
    );
    renderDrawer(async () => {
      throw error;
    });
    const drawer = await dialog();
    expect(await drawer.findByRole('alert')).toHaveTextContent(
      'This change is not known, or you may not see it.',
    );
  });

  it('says what went wrong otherwise, and tries again', async () => {
    let broken = true;
    renderDrawer(async () => {
      if (broken) {
        throw new Error('the disk is full');
      }
      return changeDetail();
    });
    const drawer = await dialog();
    expect(await drawer.findByRole('alert')).toHaveTextContent(
      'the disk is full',
    );
    broken = false;
    await userEvent.click(drawer.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('dialog', { name: 'Charge shipping by weight' }),
    ).toBeInTheDocument();
  });
});
