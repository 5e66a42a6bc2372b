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

/** Who said that a change cannot move. */
export type Speaker =
  | { kind: 'person'; id: string }
  | { kind: 'authorsSide' }
  | { kind: 'automation' }
  | { kind: 'nobody' };

/** Something that keeps a change where it is. */
export interface Block {
  /** Actor or team ids, or parties, that can end it. */
  by: readonly string[];
  saidBy: Speaker;
}

/**
 * What keeps a change: everything that blocks it, and everything that forbids
 * its merge alone. Each ends with its own end.
 */
export class Blocks {
  /** `change.blocked`, by whom it is said to be held. */
  private readonly reported = new Map<string, Block>();
  private readonly blockedLabels = new Map<string, Block>();
  private readonly holdLabels = new Map<string, Block>();
  /** A hold by command, and the labels a bot set for it. */
  private holdCommand: { block: Block; labels: Set<string> } | undefined;

  block(by: string | undefined, saidBy: Speaker): void {
    const key = by ?? '';
    if (!this.reported.has(key)) {
      this.reported.set(key, { by: by === undefined ? [] : [by], saidBy });
    }
  }

  /** Ends the block by whom it names, else the one that names nobody; naming nobody, all. */
  unblock(by: string | undefined): void {
    if (by === undefined) {
      this.reported.clear();
    } else if (!this.reported.delete(by)) {
      this.reported.delete('');
    }
  }

  labelBlocked(label: string, saidBy: Speaker): void {
    this.blockedLabels.set(label, { by: [], saidBy });
  }

  /** A label a bot sets after a command is the same hold. */
  labelHold(label: string, saidBy: Speaker): void {
    if (this.holdCommand && saidBy.kind === 'automation') {
      this.holdCommand.labels.add(label);
    } else {
      this.holdLabels.set(label, { by: [], saidBy });
    }
  }

  unlabel(label: string): void {
    this.blockedLabels.delete(label);
    this.holdLabels.delete(label);
    if (this.holdCommand?.labels.has(label)) {
      this.holdCommand = undefined;
    }
  }

  hold(saidBy: Speaker): void {
    this.holdCommand ??= { block: { by: [], saidBy }, labels: new Set() };
  }

  endHold(): void {
    this.holdCommand = undefined;
  }

  /**
   * What blocks the change. In draft labels do not count.
   */
  blocking(isDraft: boolean): Block[] {
    return [
      ...this.reported.values(),
      ...(isDraft ? [] : this.blockedLabels.values()),
    ];
  }

  /** What forbids the merge. */
  holding(): Block[] {
    return [
      ...(this.holdCommand ? [this.holdCommand.block] : []),
      ...this.holdLabels.values(),
    ];
  }
}
