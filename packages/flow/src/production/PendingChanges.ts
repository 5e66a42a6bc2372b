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

import { Contents } from './Contents';
import { WalkedChange } from './WalkedChange';

/** The changes of a repository that went in and are in no release yet. */
export class PendingChanges {
  readonly all = new Set<WalkedChange>();
  /** Those of them that are not unplaced. */
  readonly placeable = new Set<WalkedChange>();

  add(change: WalkedChange): void {
    this.all.add(change);
    this.placeable.add(change);
  }

  /** A change waits for no release any more. */
  settle(change: WalkedChange): void {
    this.all.delete(change);
    this.placeable.delete(change);
  }

  /** Those that are in a roll-out. */
  in(contents: Contents): Set<WalkedChange> {
    const found = new Set<WalkedChange>();
    if (!contents.isEmpty) {
      for (const change of this.all) {
        if (contents.find(change)) {
          found.add(change);
        }
      }
    }
    return found;
  }
}
