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

import type { Instant } from 'chokepoint-flow';
import { Dice } from '../chance/Dice';
import { Company } from '../company/Company';
import { Customs } from '../company/Customs';
import { SECOND } from '../calendar/time';
import { Act, Agenda } from './Agenda';
import { Change } from './Change';
import { Journal, Report } from './Journal';

/** Where the world begins, and what is customary in it. */
export interface Course {
  seed: number;
  from: Instant;
  customs: Customs;
  /** From here on, other customs hold. */
  midway: Instant;
  laterCustoms: Customs;
}

/** What everybody in the simulated world shares: time, chance, and the journal. */
export class World {
  readonly dice: Dice;
  /** Of what happens now and then, so that it disturbs nothing else. */
  readonly rareDice: Dice;
  /** Changes that are neither in production nor given up. */
  private readonly changes = new Map<string, Change>();
  private readonly agenda: Agenda;
  private readonly moved = new Set<string>();
  private finished: Change[] = [];

  constructor(
    readonly company: Company,
    private readonly journal: Journal,
    private readonly course: Course,
  ) {
    this.agenda = new Agenda(course.from);
    // Not the dice that founded the company.
    this.dice = new Dice(course.seed ^ 0x5bd1e995);
    this.rareDice = new Dice(course.seed ^ 0x2c1b3c6d);
  }

  /** What is customary now. */
  get customs(): Customs {
    const { customs, midway, laterCustoms } = this.course;
    return this.now < midway ? customs : laterCustoms;
  }

  get now(): Instant {
    return this.agenda.now;
  }

  /** Returns the id of the event. */
  report(report: Report): string {
    return this.journal.write(this.now, report);
  }

  at(at: Instant, act: Act): void {
    this.agenda.at(at, act);
  }

  soon(act: () => void): void {
    this.agenda.at(this.now + SECOND, act);
  }

  /** Something that is given up when the ball of the change moves before. */
  whileItLies(change: Change, at: Instant, act: Act): void {
    const { turn } = change;
    this.agenda.at(at, () => {
      if (change.turn === turn) {
        act();
      }
    });
  }

  /** The change of a key was touched: whoever has the ball now looks at it. */
  touched(key: string): void {
    this.moved.add(key);
  }

  /** A change is there from now on. */
  add(change: Change): void {
    this.changes.set(change.key, change);
  }

  get inFlight(): Change[] {
    return [...this.changes.values()];
  }

  /** The change is in production or closed; its book is full. */
  conclude(change: Change): void {
    this.changes.delete(change.key);
    this.finished.push(change);
  }

  /** Does the next thing before an instant. False when there is none. */
  doNext(before: Instant): boolean {
    return this.agenda.doNext(before);
  }

  takeMoved(): Change[] {
    const moved = [...this.moved].flatMap(key => this.changes.get(key) ?? []);
    this.moved.clear();
    return moved;
  }

  takeFinished(): Change[] {
    const { finished } = this;
    this.finished = [];
    return finished;
  }
}
