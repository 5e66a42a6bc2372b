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

import { Renaming } from '../company/renamings';
import { World } from '../world/World';

/** What the forge says of repositories, people and teams themselves. */
export class Announcing {
  constructor(private readonly world: World) {}

  begin(renamings: readonly Renaming[]): void {
    const { world } = this;
    for (const { key } of world.company.repositories) {
      world.report({
        type: 'repository.described',
        subject: key,
        data: { defaultBranch: 'main', releasedBranches: ['main'] },
      });
    }
    for (const { type, from, to, at } of renamings) {
      world.at(at, () => world.report({ type, subject: from, data: { to } }));
    }
  }
}
