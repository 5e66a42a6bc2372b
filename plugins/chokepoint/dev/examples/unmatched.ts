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

import {
  UnmatchedItem,
  UnmatchedPage,
} from 'backstage-plugin-chokepoint-common';

const SHOP = 'github.com/acme/shop';
const FIRST_AT = '2026-02-02T09:00:00.000Z';
const LAST_AT = '2026-03-02T09:00:00.000Z';

function item(
  kind: UnmatchedItem['kind'],
  value: string,
  rest: Partial<UnmatchedItem>,
): UnmatchedItem {
  return {
    kind,
    value,
    n: 1,
    firstAt: FIRST_AT,
    lastAt: LAST_AT,
    open: true,
    ...rest,
  };
}

/** One thing of each kind, with what would mend it. */
export const UNMATCHED_ITEMS: UnmatchedItem[] = [
  item('commits', '3f2a91c', {
    n: 3,
    repos: [SHOP],
    repoCount: 1,
    entityRefs: ['component:default/shop'],
    mend: { kind: 'history', repo: SHOP },
  }),
  item('services', 'basket', {
    n: 12,
    repos: [SHOP],
    repoCount: 1,
    mend: { kind: 'serviceName', service: 'basket', candidates: ['shop'] },
  }),
  item('environments', 'customers', {
    n: 40,
    repos: [SHOP],
    repoCount: 1,
    detail: { production: false, takenBy: 'words' },
    mend: { kind: 'environment', name: 'customers', production: true },
  }),
  item('environments', 'staging', {
    n: 31,
    open: false,
    repos: [SHOP],
    repoCount: 1,
    detail: { production: false, takenBy: 'words' },
  }),
  item('unplacedChanges', `${SHOP}/pull/42`, {
    repos: [SHOP],
    repoCount: 1,
    mend: { kind: 'releasedBranch', repo: SHOP, branch: 'next' },
  }),
  item('repositories', 'github.com/acme/storefront', {
    n: 51,
    mend: {
      kind: 'alias',
      of: 'repositories',
      from: 'github.com/acme/storefront',
      to: SHOP,
    },
  }),
  item('entities', 'component:default/wiki', {
    entityRefs: ['component:default/wiki'],
    detail: { annotation: 'sentry.io/project-slug' },
    mend: {
      kind: 'repositoryAnnotation',
      entityRef: 'component:default/wiki',
    },
  }),
  item('actors', 'github.com/zoe', {
    n: 9,
    repos: [SHOP],
    repoCount: 1,
    mend: { kind: 'loginAnnotation', host: 'github.com', login: 'zoe' },
  }),
  item('bots', 'github.com/review-helper', {
    n: 80,
    detail: { answers: 80, fastAnswers: 79, hoursOfDay: 22 },
    mend: { kind: 'bot', actor: 'github.com/review-helper' },
  }),
  item('contradictions', 'api:ci', {
    n: 2,
    source: 'api:ci',
    mend: { kind: 'sender', source: 'api:ci' },
  }),
];

/** All of it on one page, with the sums. */
export const UNMATCHED: UnmatchedPage = {
  kinds: [
    { kind: 'commits', values: 1, n: 3, since: FIRST_AT },
    { kind: 'services', values: 1, n: 12, since: FIRST_AT },
    { kind: 'environments', values: 2, n: 71, since: FIRST_AT },
    { kind: 'unplacedChanges', values: 1, n: 1, since: FIRST_AT },
    { kind: 'repositories', values: 1, n: 51, since: FIRST_AT },
    { kind: 'entities', values: 1, n: 1, since: FIRST_AT },
    { kind: 'actors', values: 1, n: 9, since: FIRST_AT },
    { kind: 'bots', values: 1, n: 80, since: FIRST_AT },
    { kind: 'contradictions', values: 1, n: 2, since: FIRST_AT },
  ],
  items: UNMATCHED_ITEMS,
};

/** The API over these examples: narrowed to a kind as the backend does. */
export async function listUnmatchedExamples(
  query: { kind?: UnmatchedItem['kind'] } = {},
): Promise<UnmatchedPage> {
  return {
    ...UNMATCHED,
    items: UNMATCHED_ITEMS.filter(
      ({ kind }) => query.kind === undefined || kind === query.kind,
    ),
  };
}
