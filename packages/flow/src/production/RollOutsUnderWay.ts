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

import { Instant } from '../timeline/Segment';
import { Contents } from './Contents';
import { PendingChanges } from './PendingChanges';
import { WalkedChange } from './WalkedChange';

/** A roll-out that runs, or that waits at a gate. */
interface UnderWay {
  contents: Contents;
  lane: string;
  /** The merged changes that it contains. */
  among: Set<WalkedChange>;
}

/** A roll-out where it is under way: in a service and environment. */
interface InLane {
  key: string;
  contents: Contents;
  lane: string;
}

/**
 * The roll-outs of a repository that run or wait at a gate, and the merged
 * changes that run or wait with them.
 */
export class RollOutsUnderWay {
  readonly #running = new Map<string, UnderWay>();
  readonly #gates = new Map<string, UnderWay & { approvers: string[] }>();

  /**
   * @param note - called when something else is true of a change from then on
   */
  constructor(
    private readonly pending: PendingChanges,
    private readonly note: (change: WalkedChange, at: Instant) => void,
  ) {}

  /** A roll-out asks to be let pass. */
  asked({ key, contents, lane }: InLane, approvers: string[], at: Instant) {
    const gate = {
      contents,
      lane,
      approvers,
      among: this.pending.in(contents),
    };
    this.passed(key, at);
    this.#supersede(key, lane, at);
    this.#gates.set(key, gate);
    for (const change of gate.among) {
      change.gates.set(key, approvers);
      this.note(change, at);
    }
  }

  /** A gate is passed, or need not be passed any more. */
  passed(key: string, at: Instant): void {
    for (const change of this.#gates.get(key)?.among ?? []) {
      if (change.gates.delete(key) && change.isPending) {
        this.note(change, at);
      }
    }
    this.#gates.delete(key);
  }

  /** A later roll-out of a lane: nothing older waits or runs there. */
  enters({ key, lane }: Pick<InLane, 'key' | 'lane'>, at: Instant): void {
    this.passed(key, at);
    this.#supersede(key, lane, at);
  }

  /** A roll-out that entered its lane runs from now on. */
  runs({ key, contents, lane }: InLane, at: Instant): void {
    this.ended(key, at);
    const among = this.pending.in(contents);
    this.#running.set(key, { contents, lane, among });
    for (const change of among) {
      change.running.add(key);
      change.lastFailed = false;
      this.note(change, at);
    }
  }

  isRunning(key: string): boolean {
    return this.#running.has(key);
  }

  /** A roll-out runs no longer. */
  ended(key: string, at: Instant): void {
    for (const change of this.#running.get(key)?.among ?? []) {
      if (change.running.delete(key) && change.isPending) {
        this.note(change, at);
      }
    }
    this.#running.delete(key);
  }

  /** A roll-out failed, or was taken back while it ran. */
  cameToNothing(key: string, contents: Contents, at: Instant): void {
    const failed = this.pending.in(contents);
    this.#running.get(key)?.among.forEach(change => failed.add(change));
    this.#running.delete(key);
    for (const change of failed) {
      change.running.delete(key);
      if (change.isPending) {
        change.lastFailed = true;
        this.note(change, at);
      }
    }
  }

  /** A change went in that may be in what is under way. */
  joinedBy(change: WalkedChange): void {
    for (const [key, { contents, among }] of this.#running) {
      if (contents.find(change) ?? contents.findWork(change)) {
        change.running.add(key);
        among.add(change);
      }
    }
    for (const [key, { contents, approvers, among }] of this.#gates) {
      if (contents.find(change)) {
        change.gates.set(key, approvers);
        among.add(change);
      }
    }
  }

  /** What runs may be of the commit that just went in. */
  tipLanded(sha: string, at: Instant): void {
    for (const [key, { contents, among }] of this.#running) {
      if (contents.sha === sha) {
        for (const change of this.pending.in(contents)) {
          change.running.add(key);
          among.add(change);
          this.note(change, at);
        }
      }
    }
  }

  #supersede(rollOut: string, lane: string, at: Instant): void {
    for (const [key, gate] of this.#gates) {
      if (key !== rollOut && gate.lane === lane) {
        this.passed(key, at);
      }
    }
    for (const [key, running] of this.#running) {
      if (key !== rollOut && running.lane === lane) {
        this.ended(key, at);
      }
    }
  }
}
