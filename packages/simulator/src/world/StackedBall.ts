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

import { CheckedBall } from './CheckedBall';

/** A change that is to be merged into the branch of another, or that others are. */
export class StackedBall extends CheckedBall {
  private base?: StackedBall;
  private readonly onTop: StackedBall[] = [];

  /** It is to be merged into the branch of another change. */
  stackOn(base: StackedBall): void {
    this.base = base;
    base.onTop.push(this);
  }

  /** It has a place in a stack. */
  get isStacked(): boolean {
    return this.base !== undefined;
  }

  /** There are changes that go where this one goes. */
  get isCarrier(): boolean {
    return this.carried.length > 0;
  }

  /** What was merged into its branch, and into theirs. */
  get carriedAlong(): StackedBall[] {
    return this.onTop
      .filter(other => other.carrierChange === this)
      .flatMap(other => [...other.carriedAlong, other]);
  }

  /** It was merged into the branch of the other, and goes on with it. */
  protected joinBase(): void {
    if (this.base) {
      this.carrierChange = this.base;
      this.base.carried.push(this);
    }
  }

  /** Its branch is gone: what was to be merged into it has another base. */
  protected leaveStack(): void {
    for (const other of this.onTop) {
      if (other.base === this && other.carrierChange !== this) {
        other.base = undefined;
        this.scene.soon(() =>
          other.say({
            type: 'change.updated',
            subject: other.key,
            data: { baseBranch: 'main' },
          }),
        );
      }
    }
  }
}
