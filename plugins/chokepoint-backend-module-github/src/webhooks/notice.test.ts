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
import examples from '@octokit/webhooks-examples';
import { noticeOf, TOPICS } from './notice';

/** Every recorded payload of an event, with what is worth reading after it. */
function noticesOf(name: string) {
  const recorded = examples.find(webhook => webhook.name === name);
  const payloads: unknown[] = recorded?.examples ?? [];
  expect(payloads.length).toBeGreaterThan(0);
  return payloads.map(payload => noticeOf(`github.${name}`, payload));
}

const nothing = {
  pullRequests: [],
  issues: [],
  deployments: [],
  other: false,
};

describe('a webhook', () => {
  it.each([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'pull_request_review_thread',
  ])('%s makes its pull request worth reading', name => {
    for (const notice of noticesOf(name)) {
      expect(notice).toEqual({
        ...nothing,
        host: 'github.com',
        slug: expect.stringMatching(/^[\w.-]+\/[\w.-]+$/),
        pullRequests: [expect.any(Number)],
      });
    }
  });

  it('pull_request names the repository and the number', () => {
    expect(noticesOf('pull_request')[0]).toEqual({
      ...nothing,
      host: 'github.com',
      slug: 'Codertocat/Hello-World',
      pullRequests: [2],
    });
  });

  it('issue_comment is about a pull request only where its issue is one', () => {
    expect(noticesOf('issue_comment').every(notice => !notice)).toBe(true);
    const repository = {
      id: 1,
      full_name: 'acme/shop',
      html_url: 'https://github.com/acme/shop',
    };
    const issue = { number: 7, pull_request: { url: '…' } };
    const notice = noticeOf('github.issue_comment', { repository, issue });
    expect(notice).toMatchObject({ slug: 'acme/shop', pullRequests: [7] });
  });

  it('issues makes its issue worth reading, or the pull request that it is', () => {
    const numbers = noticesOf('issues').map(notice => [
      notice?.issues.length,
      notice?.pullRequests.length,
    ]);
    expect(numbers).toContainEqual([1, 0]);
    expect(numbers).toContainEqual([0, 1]);
    expect(numbers).not.toContainEqual([1, 1]);
    expect(numbers).not.toContainEqual([0, 0]);
  });

  it.each(['check_suite', 'check_run'])(
    '%s makes the pull requests of its own repository worth reading',
    name => {
      const notices = noticesOf(name);
      expect(notices).toContainEqual(
        expect.objectContaining({ pullRequests: [2] }),
      );
      expect(
        notices.every(notice => !notice || notice.pullRequests.length > 0),
      ).toBe(true);
    },
  );

  it('about checks says nothing of pull requests of other repositories', () => {
    const repository = {
      id: 1,
      full_name: 'acme/shop',
      html_url: 'https://github.com/acme/shop',
    };
    const check_suite = {
      pull_requests: [
        { number: 5, base: { repo: { id: 2 } } },
        { number: 6, base: { repo: { id: 1 } } },
      ],
    };
    expect(
      noticeOf('github.check_suite', { repository, check_suite })?.pullRequests,
    ).toEqual([6]);
  });

  it('merge_group names its pull request in the name of its branch', () => {
    for (const notice of noticesOf('merge_group')) {
      expect(notice).toMatchObject({ pullRequests: [104] });
    }
  });

  it.each(['deployment', 'deployment_status'])(
    '%s makes its deployment worth reading',
    name => {
      for (const notice of noticesOf(name)) {
        expect(notice).toMatchObject({
          pullRequests: [],
          deployments: [expect.stringMatching(/^(DE_|MDEw)/)],
          other: false,
        });
      }
    },
  );

  it.each(['release', 'deployment_review'])(
    '%s makes the repository worth a look',
    name => {
      for (const notice of noticesOf(name)) {
        expect(notice).toMatchObject({ other: true });
      }
    },
  );

  it('repository makes it worth a look under its former name where it was renamed or transferred', () => {
    const slugs = noticesOf('repository').flatMap(notice => notice?.slug ?? []);
    expect(slugs).toContain('octocat/Hello-World');
    const repository = {
      id: 1,
      name: 'store',
      owner: { login: 'acme' },
      full_name: 'acme/store',
      html_url: 'https://github.com/acme/store',
    };
    const told = (changes: object) =>
      noticeOf('github.repository', { repository, changes });
    expect(told({ repository: { name: { from: 'shop' } } })).toMatchObject({
      slug: 'acme/shop',
      other: true,
    });
    expect(
      told({ owner: { from: { organization: { login: 'old' } } } }),
    ).toMatchObject({ slug: 'old/store', other: true });
    expect(told({ default_branch: { from: 'master' } })).toMatchObject({
      slug: 'acme/store',
      other: true,
    });
    expect(told({ description: { from: 'A shop' } })).toBeUndefined();
  });

  it.each(['push', 'star', 'ping'])('%s says nothing new', name => {
    expect(noticesOf(name).filter(Boolean)).toEqual([]);
  });

  it.each([undefined, null, 'text', 7, [], {}, { repository: {} }])(
    'that is rubbish (%j) says nothing',
    body => {
      expect(noticeOf('github.pull_request', body)).toBeUndefined();
    },
  );

  it('of an enterprise server names its host', () => {
    const notice = noticeOf('github.pull_request', {
      repository: {
        id: 1,
        full_name: 'acme/shop',
        html_url: 'https://ghe.acme.org:8443/acme/shop',
      },
      pull_request: { number: 3 },
    });
    expect(notice?.host).toBe('ghe.acme.org:8443');
  });

  it('is listened to by the name of its event', () => {
    expect(TOPICS).toContain('github.pull_request');
    expect(
      TOPICS.every(topic =>
        examples.some(({ name }) => `github.${name}` === topic),
      ),
    ).toBe(true);
  });
});
