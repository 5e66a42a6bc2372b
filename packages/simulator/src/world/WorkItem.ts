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

import type { Instant, Party, StatusCategory } from 'chokepoint-flow';
import { Person, trackerPartyOf } from '../company/Company';
import { Change } from './Change';
import { Report } from './Journal';
import { Wait } from './Plan';

/** What is known of a work item when it is written down. */
export interface Intent {
  key: string;
  title: string;
  labels: string[];
  author: Person;
  /** The team that owns what it is about. */
  owner: Party;
}

/** Where reports of a work item go. */
export interface Tracker {
  readonly now: Instant;
  report(report: Report): void;
}

/** A work item, while people pass it on. */
export class WorkItem {
  decidedAt?: Instant;
  /** Its change was closed for good. */
  isGivenUp = false;
  startedAt?: Instant;
  /** The changes that serve it and are not over. */
  readonly changes = new Set<Change>();
  /** Who has had it since when, from the decision on. */
  readonly waits: Wait[] = [];
  /** When the work on it waited for somebody. */
  readonly blocks: { from: Instant; to: Instant; holders: Party[] }[] = [];
  private status = 'To do';
  private blockedSince?: Instant;
  private assignees: Person[] = [];
  private isWithdrawn = false;
  private isOnTrial = false;
  private waitingOn: Person[] = [];

  constructor(private readonly tracker: Tracker, readonly intent: Intent) {}

  get key(): string {
    return this.intent.key;
  }

  create(): void {
    const { key, title, labels, author } = this.intent;
    this.tracker.report({
      type: 'workItem.created',
      subject: key,
      actor: signed(author),
      data: { title, url: `https://${key}`, labels },
    });
  }

  decide(by: Person): void {
    this.decidedAt ??= this.tracker.now;
    this.isWithdrawn = false;
    this.tell('workItem.decided', by);
    this.noteHolders();
  }

  /** The decision is taken back, until there is another. */
  undecide(by: Person): void {
    this.isWithdrawn = true;
    this.tell('workItem.undecided', by);
    this.noteHolders();
  }

  /** It is described anew; that is nobody's turn. */
  retitle(title: string, by: Person): void {
    this.tracker.report({
      type: 'workItem.updated',
      subject: this.key,
      actor: signed(by),
      data: { title },
    });
  }

  start(by: Person): void {
    this.startedAt ??= this.tracker.now;
    this.tell('workItem.started', by);
  }

  assign(to: Person[], by: Person): void {
    this.noteBlock();
    this.assignees = to;
    this.tracker.report({
      type: 'workItem.assigned',
      subject: this.key,
      actor: signed(by),
      data: { to: to.map(person => person.trackerId) },
    });
    this.noteHolders();
    if (this.isOnTrial) {
      this.showTrial();
    }
  }

  askQuestion(by: Person, to: Person): void {
    this.tracker.report({
      type: 'workItem.questionAsked',
      subject: this.key,
      actor: signed(by),
      data: { to: [to.trackerId] },
    });
  }

  answerQuestion(by: Person): void {
    this.tell('workItem.questionAnswered', by);
  }

  /** Before there is a change, the work waits for somebody. */
  block(waitingOn: Person[], by: Person): void {
    this.move('Blocked', 'waiting', by, waitingOn);
    this.waitingOn = waitingOn;
    this.blockedSince = this.tracker.now;
  }

  /** The work goes on. */
  unblock(by: Person): void {
    this.move('In progress', 'doing', by, []);
    this.noteBlock();
    this.blockedSince = undefined;
  }

  moveTo(to: string, category: StatusCategory, by: Person): void {
    this.move(to, category, by, []);
    if (this.isOnTrial) {
      this.isOnTrial = false;
      this.changes.forEach(change => change.tryOut(undefined));
    }
  }

  /** Somebody has to try it: those named, else who has it. */
  tryOut(waitingOn: Person[], by: Person): void {
    this.move('Ready for QA', 'waiting', by, waitingOn);
    this.isOnTrial = true;
    this.waitingOn = waitingOn;
    this.showTrial();
  }

  finish(by: Person): void {
    this.tell('workItem.done', by);
    this.status = 'Done';
  }

  reopen(by: Person): void {
    this.tell('workItem.reopened', by);
    this.status = 'To do';
  }

  private showTrial(): void {
    const holders = this.blockers();
    this.changes.forEach(change => change.tryOut(holders));
  }

  /** Up to now, the work waited for those it waited for. */
  private noteBlock(): void {
    const { now } = this.tracker;
    const from = this.blockedSince;
    if (from !== undefined) {
      this.blocks.push({ from, to: now, holders: this.blockers() });
      this.blockedSince = now;
    }
  }

  private blockers(): Party[] {
    return this.waitingOn.length > 0
      ? this.waitingOn.map(trackerPartyOf)
      : this.holders();
  }

  private holders(): Party[] {
    const people = this.assignees.filter(({ kind }) => kind === 'human');
    return people.length > 0 ? people.map(trackerPartyOf) : [this.intent.owner];
  }

  private noteHolders(): void {
    if (this.decidedAt !== undefined && this.startedAt === undefined) {
      this.waits.push({
        at: this.tracker.now,
        holders: this.holders(),
        isWithdrawn: this.isWithdrawn,
      });
    }
  }

  private move(
    to: string,
    category: StatusCategory,
    by: Person,
    waitingOn: Person[],
  ): void {
    this.tracker.report({
      type: 'workItem.statusChanged',
      subject: this.key,
      actor: signed(by),
      data: {
        from: this.status,
        to,
        category,
        ...(waitingOn.length > 0 && {
          waitingOn: waitingOn.map(person => person.trackerId),
        }),
      },
    });
    this.status = to;
  }

  private tell(
    type:
      | 'workItem.decided'
      | 'workItem.undecided'
      | 'workItem.started'
      | 'workItem.questionAnswered'
      | 'workItem.done'
      | 'workItem.reopened',
    by: Person,
  ): void {
    this.tracker.report({ type, subject: this.key, actor: signed(by) });
  }
}

/** How somebody signs what they do in the tracker. */
function signed(person: Person) {
  return { id: person.trackerId, kind: person.kind };
}
