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

import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogOf, Situation } from '../../dev/testing/Situation';
import { Portal, startPortal } from '../../dev/testing/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NAMES = [
  'lgtm',
  'landed',
  'teammate',
  'agent',
  'update',
  'red',
  'owners',
  'again',
  'after',
  'hold',
  'handed',
  'stale',
  'robin',
  'dependabot',
  'bots',
  'draft',
  'withdrawn',
  'epic',
  'status',
  'blocked',
];
const HOUR = 3_600_000;

describe.each(databases.eachSupportedId())('whose turn it is, on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      entities: catalogOf(NAMES),
      config: {
        integrations: { github: [{ host: 'github.com' }] },
        chokepoint: { privacy: { minimumChanges: 1, minimumGroupSize: 1 } },
      },
    });
  }, 60_000);

  afterAll(() => portal.stop());

  /** A change of alice that is open for review by carol. */
  function asked(name: string, reviewers = ['github.com/carol']): Situation {
    return new Situation(portal, name)
      .live()
      .change(0, 1, 'change.opened', 'alice')
      .change(0, 1, 'change.reviewRequested', 'alice', { reviewers });
  }

  it('/lgtm is an approval, and one missing approval waits on nobody in particular', async () => {
    const lgtm = asked('lgtm')
      .change(0, 1, 'change.updated', undefined, {
        requirements: [
          { count: 1, signal: '/lgtm' },
          { count: 1, signal: '/approve' },
        ],
      })
      .change(5, 1, 'change.commented', 'carol', { command: '/lgtm' })
      .change(5, 1, 'change.labelled', 'prow-bot', { label: 'lgtm' })
      .change(50, 1, 'change.commented', 'dave', { command: '/approve' })
      .change(51, 1, 'change.merged', 'prow-bot', { sha: '5a10000000' })
      .deployed(52, 'd1', '5a10000000');
    await lgtm.sent();

    expect(await lgtm.ledger(1)).toEqual([
      '0–5 review waiting carol',
      '5–50 review waiting unassigned (unrequested)',
      '50–51 merge waiting alice',
      '51–52 release waiting gate:release/github.com/acme/lgtm',
    ]);
  });

  it('a change that a bot closes after landing it is merged', async () => {
    const landed = asked('landed')
      .change(5, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(10, 1, 'change.closed', 'bors', { landedAs: '1a4ded0001' })
      .deployed(20.5, 'd1', '1a4ded0001');
    await landed.sent();

    const { state } = await landed.detail(1);
    expect(state).toBe('inProduction');
    expect(await landed.inProductionAt(1)).toBe(20.5);
  });

  it.each(['teammate', 'agent'])(
    'a push of somebody else hands the ball back: %s',
    async name => {
      const by = name === 'agent' ? 'copilot' : 'bob';
      const pushed = asked(name)
        .change(2, 1, 'change.reviewed', 'carol', {
          verdict: 'changesRequested',
        })
        .change(4, 1, 'change.pushed', by, { sha: 'f1f1f1f1f1' })
        .change(50, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
      await pushed.sent();

      expect(await pushed.ledger(1, 50)).toEqual([
        '0–2 review waiting carol',
        '2–4 rework working alice (changesRequested)',
        '4–50 review waiting carol',
      ]);
    },
  );

  it('to bring in the base branch is no answer', async () => {
    const update = asked('update')
      .change(2, 1, 'change.reviewed', 'carol', { verdict: 'changesRequested' })
      .change(3, 1, 'change.pushed', 'alice', {
        sha: 'ba5e111111',
        kind: 'baseMerge',
      })
      .change(40, 1, 'change.pushed', 'alice', { sha: 'f1f1f1f1f2' })
      .change(42, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
    await update.sent();

    expect(await update.ledger(1, 42)).toEqual([
      '0–2 review waiting carol',
      '2–40 rework working alice (changesRequested)',
      '40–42 review waiting carol',
    ]);
  });

  it('while a required check stands failed it is the turn of the author', async () => {
    const red = asked('red')
      .change(0, 1, 'change.checksStarted', 'ci-bot', { check: 'build' })
      .change(1, 1, 'change.checksFinished', 'ci-bot', {
        check: 'build',
        outcome: 'failure',
      })
      .change(40, 1, 'change.pushed', 'alice', { sha: 'f1f1f1f1f3' })
      .change(42, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
    await red.sent();

    expect(await red.ledger(1, 42)).toEqual([
      '0–1 review waiting carol',
      '1–40 rework working alice (checksFailed)',
      '40–42 review waiting carol',
    ]);
  });

  it('where two teams own the code, both have to approve', async () => {
    const teams = ['web', 'security'].map(
      team => `github.com/orgs/acme/teams/${team}`,
    );
    const owners = asked('owners', teams)
      .change(0, 1, 'change.updated', undefined, {
        requirements: teams.map(team => ({ from: [team], count: 1 })),
      })
      .change(2, 1, 'change.reviewed', 'bob', { verdict: 'approved' })
      .change(50, 1, 'change.reviewed', 'sam', { verdict: 'approved' })
      .change(51, 1, 'change.merged', 'alice', { sha: '5a10000001' });
    await owners.sent();

    expect(await owners.ledger(1, 51)).toEqual([
      '0–2 review waiting security 0.5, web 0.5',
      '2–50 review waiting security',
      '50–51 merge waiting alice',
    ]);
  });

  it('a new request to somebody who approved asks again', async () => {
    const again = asked('again')
      .change(2, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(3, 1, 'change.pushed', 'alice', { sha: 'f1f1f1f1f4' })
      .change(3, 1, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/carol'],
      })
      .change(50, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
    await again.sent();

    expect(await again.ledger(1, 50)).toEqual([
      '0–2 review waiting carol',
      '2–3 merge waiting alice',
      '3–50 review waiting carol',
    ]);
  });

  it('a comment of an approver sends nothing back', async () => {
    const after = asked('after')
      .change(2, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(3, 1, 'change.reviewed', 'carol', { verdict: 'commented' })
      .change(61, 1, 'change.merged', 'alice', { sha: '5a10000002' });
    await after.sent();

    expect(await after.ledger(1, 61)).toEqual([
      '0–2 review waiting carol',
      '2–61 merge waiting alice',
    ]);
  });

  it('a hold is held by the team of whoever set it', async () => {
    const hold = asked('hold')
      .change(2, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(2.5, 1, 'change.updated', 'rob', {
        labels: ['do-not-merge/hold'],
      })
      .change(90, 1, 'change.updated', 'rob', { labels: [] })
      .change(91, 1, 'change.merged', 'alice', { sha: '5a10000003' });
    await hold.sent();

    expect(await hold.ledger(1, 91)).toEqual([
      '0–2 review waiting carol',
      '2–2.5 merge waiting alice',
      '2.5–90 merge waiting sre (hold)',
      '90–91 merge waiting alice',
    ]);
  });

  it('a block is held by whoever can end it', async () => {
    const blocked = asked('blocked')
      .change(1, 1, 'change.blocked', 'alice', {
        by: 'github.com/orgs/acme/teams/platform',
        reason: 'needs the new queue',
      })
      .change(80, 1, 'change.unblocked', 'alice')
      .change(90, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
    await blocked.sent();

    expect(await blocked.ledger(1, 90)).toEqual([
      '0–1 review waiting carol',
      '1–80 review waiting platform (blocked)',
      '80–90 review waiting carol',
    ]);
  });

  it('a request that moves to somebody else is charged to each in turn', async () => {
    const handed = asked('handed')
      .change(30, 1, 'change.reviewRequestRemoved', 'alice', {
        reviewers: ['github.com/carol'],
      })
      .change(30, 1, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/dave'],
      })
      .change(32, 1, 'change.reviewed', 'dave', { verdict: 'approved' });
    await handed.sent();

    expect(await handed.ledger(1, 32)).toEqual([
      '0–30 review waiting carol',
      '30–32 review waiting dave',
    ]);
  });

  it('a change that a bot closes as stale, and that nobody answered, was never answered', async () => {
    const stale = asked('stale').change(400, 1, 'change.closed', 'stale-bot');
    await stale.sent();

    const { reviewLatency } = await stale.figures();
    expect(reviewLatency.n).toBe(0);
    expect(reviewLatency.excluded).toContainEqual({
      reason: 'unanswered',
      n: 1,
    });
  });

  it('a person asked in the place of a team is charged as that team', async () => {
    const robin = new Situation(portal, 'robin')
      .live()
      .change(0, 1, 'change.opened', 'alice')
      .change(0, 1, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/petra'],
        insteadOf: 'github.com/orgs/acme/teams/platform',
      })
      .change(24, 1, 'change.reviewed', 'petra', { verdict: 'approved' });
    await robin.sent();

    const { body } = await portal.api
      .get('/api/chokepoint/v1/gateways')
      .query({
        scope: 'component:default/robin',
        from: '2026-03-01T00:00:00Z',
        to: '2026-03-03T09:00:00Z',
      })
      .expect(200);
    expect(body.items[0]).toMatchObject({
      party: 'group:default/platform',
      queueMs: 24 * HOUR,
    });
  });

  it('an update of a bot that nobody merges waits on the owning team', async () => {
    const dependabot = new Situation(portal, 'dependabot')
      .live()
      .change(0, 1, 'change.opened', 'ci-bot')
      .change(0, 1, 'change.reviewRequested', 'ci-bot', {
        reviewers: ['github.com/carol'],
      })
      .change(1, 1, 'change.reviewed', 'carol', { verdict: 'approved' });
    await dependabot.sent();

    expect(await dependabot.ledger(1, 73)).toEqual([
      '0–1 review waiting carol',
      '1–73 merge waiting web',
    ]);
  });

  it('what machines approve among themselves answers no visit', async () => {
    const bots = new Situation(portal, 'bots').live();
    for (let n = 1; n <= 5; n++) {
      bots
        .change(n, n, 'change.opened', 'ci-bot')
        .change(n + 0.05, n, 'change.reviewed', 'stale-bot', {
          verdict: 'approved',
        })
        .change(n + 0.05, n, 'change.merged', 'ci-bot', {
          sha: `b0700000${n}`,
        });
    }
    for (let n = 6; n <= 8; n++) {
      bots
        .change(n, n, 'change.opened', 'alice')
        .change(n, n, 'change.reviewRequested', 'alice', {
          reviewers: ['github.com/carol'],
        })
        .change(n + 48, n, 'change.reviewed', 'carol', { verdict: 'approved' });
    }
    await bots.sent();

    const { reviewLatency } = await bots.figures();
    expect(reviewLatency).toMatchObject({ n: 3, p50: 48 * HOUR });
  });

  it('an answer in draft is early; the first review counts from when it was ready', async () => {
    const draft = new Situation(portal, 'draft')
      .live()
      .change(0, 1, 'change.opened', 'alice', { draft: true })
      .change(1, 1, 'change.reviewed', 'carol', { verdict: 'commented' })
      .change(10, 1, 'change.ready', 'alice')
      .change(10, 1, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/carol'],
      })
      .change(12, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(13, 1, 'change.merged', 'alice', { sha: '5a10000004' })
      .deployed(14, 'd1', '5a10000004');
    await draft.sent();

    const { timeToFirstReview } = await draft.figures();
    expect(timeToFirstReview).toMatchObject({ n: 1, p50: 2 * HOUR });
  });

  it('a decision that is withdrawn pauses until the next', async () => {
    const item = 'acme.atlassian.net/browse/W-1';
    const withdrawn = new Situation(portal, 'withdrawn')
      .live()
      .tell(-500, 'workItem.decided', item)
      .tell(-400, 'workItem.undecided', item)
      .tell(-30, 'workItem.decided', item)
      .change(0, 1, 'change.opened', 'alice', { workItems: [item] });
    await withdrawn.sent();

    expect(await withdrawn.ledger(1, 1)).toEqual([
      expect.stringMatching(/^-500–-400 prioritisation waiting web/),
      expect.stringMatching(/^-400–-30 prioritisation paused/),
      expect.stringMatching(/^-30–0 prioritisation waiting web/),
      '0–1 review waiting unassigned (unrequested)',
    ]);
  });

  it('of an epic and its story the decision on the story counts', async () => {
    const epic = new Situation(portal, 'epic')
      .live()
      .tell(-300, 'workItem.created', 'acme.atlassian.net/browse/E-1')
      .tell(-300, 'workItem.decided', 'acme.atlassian.net/browse/E-1')
      .tell(-60, 'workItem.created', 'acme.atlassian.net/browse/E-2', 'alice', {
        parent: 'acme.atlassian.net/browse/E-1',
      })
      .tell(-50, 'workItem.decided', 'acme.atlassian.net/browse/E-2')
      .change(0, 1, 'change.opened', 'alice', {
        workItems: [
          'acme.atlassian.net/browse/E-1',
          'acme.atlassian.net/browse/E-2',
        ],
      })
      .change(2, 1, 'change.merged', 'alice', { sha: '5a10000005' })
      .deployed(3, 'd1', '5a10000005');
    await epic.sent();

    const { decisionToProduction } = await epic.figures();
    expect(decisionToProduction).toMatchObject({ n: 1, p50: 53 * HOUR });
  });

  it('a status of the tracker does not override an open change', async () => {
    const item = 'acme.atlassian.net/browse/S-1';
    const status = new Situation(portal, 'status')
      .live()
      .change(0, 1, 'change.opened', 'alice', { workItems: [item] })
      .change(0, 1, 'change.reviewRequested', 'alice', {
        reviewers: ['github.com/carol'],
      })
      .tell(1, 'workItem.statusChanged', item, 'alice', {
        from: 'In progress',
        to: 'Ready for QA',
        category: 'waiting',
      })
      .change(20, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
      .change(21, 1, 'change.merged', 'alice', { sha: '5a10000006' })
      .deployed(30, 'd1', '5a10000006');
    await status.sent();

    expect(await status.ledger(1)).toEqual([
      '0–20 review waiting carol',
      '20–21 merge waiting alice',
      '21–30 release waiting gate:release/github.com/acme/status',
    ]);
  });
});
