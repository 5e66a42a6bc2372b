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

import type { Party } from 'chokepoint-flow';
import { Person, Team } from '../company/Company';
import { actorOf, Ball } from './Ball';

/** What keeps a change where it is, and who carries it in its author's place. */
export class HinderedBall extends Ball {
  /** Whoever has it ends it. */
  block(on: Team, by: Person): void {
    this.obstacles.blocked = [on.party];
    this.say({
      type: 'change.blocked',
      subject: this.key,
      actor: actorOf(by),
      data: { by: on.forgeId, reason: 'waits for a decision on the interface' },
    });
    this.settle();
  }

  unblock(by: Person): void {
    this.obstacles.blocked = undefined;
    this.say({
      type: 'change.unblocked',
      subject: this.key,
      actor: actorOf(by),
    });
    this.settle();
  }

  /**
   * Somebody who does not carry it sets a label that keeps it, or only its
   * merge: it is held by that person's team.
   */
  label(label: 'blocked' | 'hold', by: Person, team: Party): void {
    const obstacle = label === 'hold' ? 'held' : 'labelledBlocked';
    this.obstacles[obstacle] = [team];
    this.say({
      type: 'change.labelled',
      subject: this.key,
      actor: actorOf(by),
      data: { label },
    });
    this.settle();
  }

  unlabel(label: 'blocked' | 'hold', by: Person): void {
    const obstacle = label === 'hold' ? 'held' : 'labelledBlocked';
    this.obstacles[obstacle] = undefined;
    this.say({
      type: 'change.unlabelled',
      subject: this.key,
      actor: actorOf(by),
      data: { label },
    });
    this.settle();
  }

  /** Somebody who reviews nothing takes it over; nobody: its author again. */
  assign(to: Person | undefined, by: Person): void {
    this.assignee = to;
    this.say({
      type: 'change.assigned',
      subject: this.key,
      actor: actorOf(by),
      data: { to: to ? [to.forgeId] : [] },
    });
    this.settle();
  }
}
