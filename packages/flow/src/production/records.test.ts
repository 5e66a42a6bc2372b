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

import { FlowEvent, FlowEventData, FlowEventType } from '../events/FlowEvent';
import { changeRecordOf } from './ChangeRecord';
import { foldersOf, liesIn, plainPath } from './folders';
import { incidentRecordOf } from './IncidentRecord';
import { repositoryRecordOf } from './RepositoryRecord';
import { rollOutRecordOf } from './RollOutRecord';

const REPO = 'github.com/acme/shop';
const CHANGE = `${REPO}/pull/1`;
const DEPLOYMENT = `${REPO}/deployments/1`;
const INCIDENT = 'acme.pagerduty.com/incidents/Q1';
const alice = { id: 'github.com/alice', kind: 'human' as const };

let ids = 0;
function event<T extends FlowEventType>(
  ms: number,
  type: T,
  subject: string,
  data?: FlowEventData[T],
): FlowEvent {
  ids += 1;
  return {
    id: `e${ids}`,
    source: 'test:records',
    type,
    subject,
    at: new Date(ms).toISOString(),
    actor: alice,
    data,
  } as FlowEvent;
}

const opening = event(10, 'change.opened', CHANGE, {
  title: 'Add a cart',
  url: 'u',
  repo: REPO,
  baseBranch: 'main',
  headBranch: 'cart',
  labels: ['Feature'],
  paths: ['cart/a.ts', 'cart/b.ts', 'README.md'],
  commits: ['ABCDEF1'],
});

describe('the record of a change', () => {
  it('is undefined while its opening is not known', () => {
    const merged = event(20, 'change.merged', CHANGE, { sha: 'm1' });
    expect(changeRecordOf([merged], CHANGE)).toBeUndefined();
    expect(changeRecordOf([opening], `${REPO}/pull/2`)).toBeUndefined();
  });

  it('says what was known of it at each instant, whatever the order of arrival', () => {
    const events = [
      event(40, 'change.merged', CHANGE, { sha: 'M1' }),
      event(30, 'change.pushed', CHANGE, { sha: 'B2', kind: 'baseMerge' }),
      event(20, 'change.pushed', CHANGE, { sha: 'B1' }),
      event(25, 'change.labelled', CHANGE, { label: 'hotfix' }),
      event(26, 'change.unlabelled', CHANGE, { label: 'feature' }),
      event(35, 'change.updated', CHANGE, { title: 'Add carts' }),
      event(35, 'change.updated', CHANGE, { additions: 3 }),
      event(36, 'change.commented', CHANGE),
      opening,
    ];
    expect(changeRecordOf(events, CHANGE)).toEqual({
      change: CHANGE,
      repo: REPO,
      openedAt: 10,
      author: alice,
      described: [
        {
          at: 10,
          title: 'Add a cart',
          url: 'u',
          baseBranch: 'main',
          headBranch: 'cart',
          labels: ['Feature'],
          folders: ['', 'cart'],
          commits: ['abcdef1'],
        },
        { at: 25, labels: ['Feature', 'hotfix'] },
        { at: 26, labels: ['hotfix'] },
        { at: 35, title: 'Add carts' },
      ],
      pushes: [
        { at: 20, sha: 'b1', work: true },
        { at: 30, sha: 'b2', work: false },
      ],
      life: [{ at: 40, kind: 'merged', sha: 'm1' }],
    });
  });

  it('keeps by whom it was closed, as what it landed, and that it was reopened', () => {
    const record = changeRecordOf(
      [
        opening,
        event(20, 'change.closed', CHANGE),
        event(30, 'change.reopened', CHANGE),
        event(40, 'change.closed', CHANGE, { landedAs: 'L1' }),
      ],
      CHANGE,
    );
    expect(record?.life).toEqual([
      { at: 20, kind: 'closed', by: alice.id },
      { at: 30, kind: 'reopened' },
      { at: 40, kind: 'closed', landedAs: 'l1', by: alice.id },
    ]);
  });

  it('ends no earlier than it was opened, and what was said before is not of it', () => {
    const record = changeRecordOf(
      [
        opening,
        event(5, 'change.merged', CHANGE, { sha: 'm1' }),
        event(5, 'change.updated', CHANGE, { title: 'before' }),
      ],
      CHANGE,
    );
    expect(record?.life).toEqual([{ at: 10, kind: 'merged', sha: 'm1' }]);
    expect(record?.described).toHaveLength(1);
  });
});

describe('the record of a deployment', () => {
  it('is undefined while nothing describes it', () => {
    const started = event(1, 'deployment.started', DEPLOYMENT);
    expect(rollOutRecordOf([started], DEPLOYMENT)).toBeUndefined();
  });

  it('keeps its happenings in order, with what was said of it then', () => {
    const description = {
      environment: 'production',
      repo: REPO,
      sha: 'ABC',
      previousSha: 'AAA',
      commits: ['ABC'],
      paths: ['./cart/**'],
    };
    const events = [
      event(50, 'deployment.rolledBack', DEPLOYMENT, { to: 'AAA' }),
      event(20, 'deployment.approved', DEPLOYMENT),
      event(10, 'deployment.approvalRequested', DEPLOYMENT, {
        approvers: ['github.com/bob'],
      }),
      event(30, 'deployment.started', DEPLOYMENT, { changes: [CHANGE] }),
      event(40, 'deployment.finished', DEPLOYMENT, { outcome: 'success' }),
      event(10, 'deployment.requested', DEPLOYMENT, description),
      event(15, 'deployment.requested', `${REPO}/deployments/2`, description),
    ];
    expect(rollOutRecordOf(events, DEPLOYMENT)).toEqual({
      rollOut: DEPLOYMENT,
      repos: [REPO],
      listed: [CHANGE],
      happenings: [
        {
          at: 10,
          kind: 'requested',
          description: {
            environment: 'production',
            repo: REPO,
            sha: 'abc',
            previousSha: 'aaa',
            commits: ['abc'],
            paths: ['cart'],
          },
        },
        { at: 10, kind: 'gate', approvers: ['github.com/bob'] },
        { at: 20, kind: 'passed' },
        { at: 30, kind: 'started', description: { changes: [CHANGE] } },
        { at: 40, kind: 'finished', outcome: 'success' },
        { at: 50, kind: 'rolledBack', to: 'aaa' },
      ],
    });
  });
});

describe('the record of an incident', () => {
  it('keeps what was said of it at each instant', () => {
    const events = [
      event(30, 'incident.resolved', INCIDENT, {}),
      event(20, 'incident.updated', INCIDENT, { cause: 'other' }),
      event(10, 'incident.opened', INCIDENT, { services: ['cart'] }),
      event(10, 'change.commented', CHANGE),
    ];
    expect(incidentRecordOf(events, INCIDENT)).toEqual({
      incident: INCIDENT,
      happenings: [
        { at: 10, kind: 'opened', services: ['cart'] },
        { at: 20, kind: 'updated', cause: 'other' },
        { at: 30, kind: 'resolved' },
      ],
    });
  });

  it('is undefined while its opening is not known', () => {
    const resolved = event(30, 'incident.resolved', INCIDENT, {});
    expect(incidentRecordOf([resolved], INCIDENT)).toBeUndefined();
  });
});

describe('the record of a repository', () => {
  it('keeps its descriptions and its commits', () => {
    const at = new Date(0).toISOString();
    const events = [
      event(20, 'repository.described', REPO, { releasedBranches: ['v1'] }),
      event(10, 'repository.described', REPO, { defaultBranch: 'main' }),
      event(30, 'repository.commits', REPO, { commits: [['B', ['A'], at]] }),
    ];
    expect(repositoryRecordOf(events, REPO)).toEqual({
      repo: REPO,
      described: [
        { at: 10, defaultBranch: 'main' },
        { at: 20, releasedBranches: ['v1'] },
      ],
      commits: [['b', ['a'], at]],
    });
  });
});

describe('the folders of a change', () => {
  it('are those that hold its files', () => {
    expect(foldersOf(['./a/b.ts', 'a/c/d.ts', 'a/c/e.ts', 'f'])).toEqual([
      '',
      'a',
      'a/c',
    ]);
  });

  it('lie in a folder, and in what lies in that, and not in one that begins alike', () => {
    expect(liesIn('services/cart', 'services')).toBe(true);
    expect(liesIn('services', 'services')).toBe(true);
    expect(liesIn('services-old', 'services')).toBe(false);
    expect(liesIn('services', '')).toBe(true);
    expect(['./a/', '/a/**', 'a/*', '.', '**', '/'].map(plainPath)).toEqual([
      'a',
      'a',
      'a',
      '',
      '',
      '',
    ]);
  });
});
