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

import { GraphQLError } from 'graphql';
import { WorldObject } from '../../dev/testing/connections';
import { ofType } from '../../dev/testing/draw';
import { drawShopPull, Shop, startShop } from '../../dev/testing/shop';
import { toWorld } from '../../dev/testing/worlds';

/** What GitHub answers where the token may not see a rule. */
function forbidden(): never {
  throw new GraphQLError('Resource not accessible by integration', {
    extensions: { type: 'FORBIDDEN' },
  });
}

describe('how many approvals a branch asks for', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
  });

  afterEach(() => shop.stop());

  async function toldOf(...branches: WorldObject[]) {
    shop.repository.pullRequests = branches.map((baseRef, index) => ({
      ...toWorld(drawShopPull(index + 1, 0)),
      baseRef,
    }));
    await shop.sync(100);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(
      branches.length,
    );
    return ofType(shop.events(), 'change.updated')
      .flatMap(({ subject, data }) =>
        data?.approvalsNeeded === undefined
          ? []
          : `${subject.split('/').pop()}: ${data.approvalsNeeded}`,
      )
      .sort();
  }

  it('is read with the pull request', async () => {
    const rule = { requiredApprovingReviewCount: 2 };
    expect(
      await toldOf({ branchProtectionRule: rule }, { refUpdateRule: rule }),
    ).toEqual(['1: 2', '2: 2']);
  });

  it('is not told where the token may not see it, and the rest of the page is', async () => {
    const refUpdateRule = { requiredApprovingReviewCount: 3 };
    expect(
      await toldOf(
        { branchProtectionRule: forbidden, refUpdateRule: forbidden },
        { branchProtectionRule: forbidden, refUpdateRule },
        {},
      ),
    ).toEqual(['2: 3']);
    const { requests } = shop.github;
    expect(requests.flatMap(({ errors }) => errors)).toHaveLength(3);
  });
});
