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

import { Instant, Segment } from './Segment';
import { sameTurn, Turn } from './turn';

/**
 * The segments of one change while they are written: the ball passes from turn
 * to turn, and each pass closes a segment where the next one begins.
 */
export class Ledger {
  private readonly closed: Segment[] = [];
  private current: { turn: Turn; start: Instant } | undefined;

  /** The stage of the turn that is open now. */
  get stage() {
    return this.current?.turn.stage;
  }

  /** The ball passes; a turn that was held for no time leaves no segment. */
  pass(turn: Turn, at: Instant): void {
    if (!this.current) {
      this.current = { turn, start: at };
      return;
    }
    if (sameTurn(this.current.turn, turn)) {
      return;
    }
    this.close(at);
    this.current = this.reopen(turn, at);
  }

  /**
   * The segments up to an instant: what a change that stays closed is held by
   * afterwards is not on its timeline.
   */
  upTo(end: Instant): Segment[] {
    this.close(end);
    this.current = undefined;
    return this.closed.filter(({ start }) => start < end);
  }

  private close(at: Instant): void {
    if (this.current && at > this.current.start) {
      const { turn, start } = this.current;
      this.closed.push({
        stage: turn.stage,
        mode: turn.mode,
        start,
        end: at,
        holders: turn.holders,
        ...(turn.reason && { reason: turn.reason }),
      });
    }
  }

  /** A turn that goes on where the last one ended is the same segment. */
  private reopen(turn: Turn, at: Instant) {
    const last = this.closed[this.closed.length - 1];
    if (last && last.end === at && sameTurn(last, turn)) {
      this.closed.pop();
      return { turn, start: last.start };
    }
    return { turn, start: at };
  }
}
