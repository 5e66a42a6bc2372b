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
import { drawContext } from '../../dev/testing/draw';
import { databaseId, deploymentKey, issueKey } from './keys';

describe('the number of a node', () => {
  it.each([
    ['MDEwOkRlcGxveW1lbnQxNDU5ODg3NDY=', '145988746'],
    ['WFR_kwLOJMUtSc8AAAABRQd7-Q', '5453085689'],
    ['CS_kwDOJMUtSc8AAAADRUiq1w', '14047292119'],
    ['DE_kgA', '0'],
  ])('%s is %s', (nodeId, number) => {
    expect(databaseId(nodeId)).toBe(number);
  });

  it.each(['DE_', 'DE_kwDO', 'DE_oWFh', 'something-else', ''])(
    'is not guessed from %j',
    nodeId => {
      expect(databaseId(nodeId)).toBeUndefined();
    },
  );
});

describe('a key', () => {
  it('of a deployment has its number, else its node id', () => {
    const ids = ['MDEwOkRlcGxveW1lbnQ5ODE=', 'DE_new-form'];
    expect(ids.map(id => deploymentKey(drawContext(), id))).toEqual([
      'github.com/acme/shop/deployments/981',
      'github.com/acme/shop/deployments/DE_new-form',
    ]);
  });

  it('of an issue does not depend on how its repository is written', () => {
    expect(issueKey('github.com', 'Acme/Shop', 7)).toBe(
      'github.com/acme/shop/issues/7',
    );
  });
});
