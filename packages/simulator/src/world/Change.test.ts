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

import { Holder } from 'chokepoint-flow';
import { Person, Service } from '../company/Company';
import { foundCompany } from '../company/foundCompany';
import { Change } from './Change';
import { Report } from './Journal';

const company = foundCompany({ seed: 1 });
const [storefront] = company.teams;
const [lead, , , author, reviewer, colleague] = storefront.members;

/** A change of the first service, opened at 0, whose clock is set by hand. */
class Story {
  now = 0;
  readonly reports: Report[] = [];
  readonly change: Change;

  constructor(needed = 1, service: Service = company.services[0]) {
    this.change = new Change(this, {
      key: 'github.com/brindlewick/shopfront/pull/1',
      repo: service.repository,
      title: 'Show favourite drivers',
      author,
      services: [service],
      approvalsNeeded: needed,
      labels: [],
      paths: [],
      additions: 1,
      deletions: 0,
      isDraft: false,
      branch: 'mlindqvist/1',
      isUrgent: false,
      plan: { workItems: [], waits: [], blocks: [], buildSince: -10 },
    });
    this.change.open();
  }

  report(report: Report) {
    this.reports.push(report);
  }

  touched() {}

  soon() {}

  at(now: number): Change {
    this.now = now;
    return this.change;
  }

  ask(now: number, ...people: Person[]) {
    this.at(now).ask(
      people.map(person => ({ kind: 'person', person })),
      author,
    );
  }

  /** What the ledger says after the opening: from when on, which stage, with whom. */
  book(): string[] {
    return this.change
      .account(1_000)
      .filter(({ start }) => start >= 0)
      .map(
        ({ start, stage, holders }) => `${start} ${stage} ${namesOf(holders)}`,
      );
  }
}

function namesOf(holders: Holder[]): string {
  return holders
    .map(({ party }) => nameOf(party))
    .sort()
    .join('+');
}

function nameOf(party: string): string {
  const names = new Map([
    [author.party, 'author'],
    [reviewer.party, 'reviewer'],
    [colleague.party, 'colleague'],
    [storefront.party, 'team'],
  ]);
  return names.get(party) ?? party.replace(/[/].*/, '');
}

describe('the ball of a change', () => {
  it('is with nobody until somebody is asked', () => {
    const story = new Story();
    story.ask(5, reviewer);

    expect(story.book()).toEqual(['0 review unassigned', '5 review reviewer']);
  });

  it('goes to the author with feedback, and back with a push', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(reviewer, 'changesRequested');
    story.at(20).push('a1', undefined);

    expect(story.book()).toEqual([
      '0 review reviewer',
      '10 rework author',
      '20 review reviewer',
    ]);
  });

  it('goes back when a person pushes who is no reviewer', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(reviewer, 'commented');
    story.at(20).push('a1', undefined, lead);

    expect(story.book()).toEqual([
      '0 review reviewer',
      '10 rework author',
      '20 review reviewer',
    ]);
  });

  it('stays where it is when a reviewer pushes', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(reviewer, 'commented');
    story.at(20).push('a1', undefined, reviewer);

    expect(story.book()).toEqual(['0 review reviewer', '10 rework author']);
  });

  it('stays where it is when the author reviews the own change', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(author, 'approved');

    expect(story.book()).toEqual(['0 review reviewer']);
  });

  it('is shared by those asked until they have answered', () => {
    const story = new Story(2);
    story.ask(0, reviewer, colleague);
    story.at(10).answer(reviewer, 'approved');
    story.at(20).answer(colleague, 'approved');

    expect(story.book()).toEqual([
      '0 review colleague+reviewer',
      '10 review colleague',
      '20 merge author',
    ]);
  });

  it('is with the team that was asked, whoever of it answers', () => {
    const story = new Story();
    story.at(0).ask([{ kind: 'team', team: storefront }], author);
    story.at(10).answer(reviewer, 'changesRequested');
    story.at(20).reply();

    expect(story.book()).toEqual([
      '0 review team',
      '10 rework author',
      '20 review team',
    ]);
  });

  it('comes back to a reviewer whose approval is dismissed', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(reviewer, 'approved');
    story.at(20).push('a1', undefined);
    story.at(20).dismissApprovals(author);

    expect(story.book()).toEqual([
      '0 review reviewer',
      '10 merge author',
      '20 review reviewer',
    ]);
  });

  it('passes through the queue, the release and the roll-out', () => {
    const story = new Story();
    story.at(10).answer(reviewer, 'approved');
    story.at(20).enterQueue();
    story.at(30).merge('b2', author);
    story.at(40).roll({ running: true });
    story.at(50).roll({ running: false, failed: true });

    expect(story.book()).toEqual([
      '0 review unassigned',
      '10 merge author',
      '20 merge gate:merge-queue',
      '30 release gate:release',
      '40 deployment gate:deployment',
      '50 release gate:release',
    ]);
  });

  it('rests while the change is closed', () => {
    const story = new Story();
    story.at(10).close(author);
    story.at(20).reopen(author);

    expect(story.change.account(30).map(({ mode }) => mode)).toEqual([
      'working',
      'waiting',
      'paused',
      'waiting',
    ]);
  });

  it('is reported with every act', () => {
    const story = new Story();
    story.ask(0, reviewer);
    story.at(10).answer(reviewer, 'commented', true);

    expect(story.reports.map(({ type }) => type)).toEqual([
      'change.opened',
      'change.reviewRequested',
      'change.commented',
    ]);
  });
});
