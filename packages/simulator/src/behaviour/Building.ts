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

import type { Duration, Instant } from 'chokepoint-flow';
import { HOUR, MINUTE } from '../calendar/time';
import { Person, Service } from '../company/Company';
import { Customs } from '../company/Customs';
import { Desk, Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { Plan } from '../world/Plan';
import { WorkItem } from '../world/WorkItem';
import { World } from '../world/World';
import { Authoring } from './Authoring';
import { Subject } from './Intending';
import { Trying } from './Trying';

/** Something that somebody is about to build. */
export interface Job {
  author: Person;
  services: Service[];
  items: WorkItem[];
  subject: Subject;
  /** The person for whom an agent builds it. */
  onBehalfOf?: Person;
  /** Another change will serve the same work item. */
  hasTwin?: boolean;
}

/** Lines of a change that everybody would call small. */
const SMALL = 50;

/** The time between the beginning of the work and the opening of the change. */
export class Building {
  private readonly served = new Map<Change, Job>();

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly authoring: Authoring,
    private readonly trying: Trying,
  ) {}

  /** Builds it, and opens the change when it is done. */
  build(job: Job, then?: (change: Change) => void): void {
    const { world } = this;
    const { dice, now } = world;
    const desk = this.staff.deskOf(job.author);
    const effort = this.effortOf(job);
    const begin = desk.freeFrom(now);
    const firstCommit = dice.chance(0.85)
      ? desk.calendar.after(begin, desk.hasty(effort) * dice.between(0.05, 0.6))
      : undefined;
    this.mayGetStuck(job, desk, begin, effort);
    world.at(desk.make(now, effort), () => {
      const change = this.open(job, this.commitDate(firstCommit));
      then?.(change);
    });
  }

  /** Sometimes the work waits for an answer before it can go on. */
  private mayGetStuck(
    { items, author, services, hasTwin }: Job,
    desk: Desk,
    begin: Instant,
    effort: Duration,
  ): void {
    const { world } = this;
    const { dice } = world;
    const [item] = items;
    if (!item?.startedAt || items.length > 1 || hasTwin || !dice.chance(0.06)) {
      return;
    }
    const team = this.staff.keepersOf(services[0]);
    const soFar = (share: number) =>
      desk.calendar.after(begin, share * desk.hasty(effort));
    const waitingOn =
      dice.chance(0.7) || author.kind !== 'human'
        ? [this.staff.oneOf(team, 'product')]
        : [];
    world.at(soFar(0.3), () => item.block(waitingOn, author));
    world.at(soFar(0.7), () => item.unblock(author));
  }

  private effortOf({ author, subject }: Job): Duration {
    const { dice } = this.world;
    if (author.kind !== 'human') {
      return dice.lasting(12 * MINUTE, 0.8);
    }
    const size = Math.sqrt((subject.additions + subject.deletions) / 60);
    return dice.lasting(4 * HOUR, 0.8) * Math.min(4, Math.max(0.3, size));
  }

  /** Clocks of laptops are wrong now and then. */
  private commitDate(at: Instant | undefined): Instant | undefined {
    const { dice, now } = this.world;
    return at !== undefined && dice.chance(0.01)
      ? now + dice.whole(1, 30) * MINUTE
      : at;
  }

  private open(job: Job, firstCommit: Instant | undefined): Change {
    const { author, services, items, subject } = job;
    const isAlone = items.length === 1 && !job.hasTwin;
    if (isAlone) {
      items[0].moveTo('In review', 'doing', author);
    }
    const change = this.authoring.open({
      title: subject.title,
      labels: subject.labels,
      paths: subject.paths,
      additions: subject.additions,
      deletions: subject.deletions,
      author,
      ...(job.onBehalfOf && { onBehalfOf: job.onBehalfOf }),
      services,
      isUrgent: comesFirst(subject, this.world.customs.first),
      plan: planOf(items, firstCommit, this.world.now),
    });
    if (items.length > 0) {
      this.served.set(change, job);
      items.forEach(item => item.changes.add(change));
    }
    if (isAlone) {
      this.trying.bind(change, items[0]);
    }
    return change;
  }

  /** The work items of a change in production are done, some not for ever. */
  concluded(change: Change): void {
    this.trying.release(change);
    const job = this.served.get(change);
    this.served.delete(change);
    job?.items.forEach(item => {
      item.changes.delete(change);
      if (change.phase === 'closed') {
        item.isGivenUp = true;
      } else if (item.changes.size === 0) {
        this.finish(item, job);
      }
    });
  }

  private finish(item: WorkItem, job: Job): void {
    const { world } = this;
    const { dice } = world;
    const done = world.now + dice.lasting(20 * MINUTE, 1);
    world.at(done, () => item.finish(job.author));
    if (job.hasTwin && dice.chance(0.25)) {
      world.at(done + dice.lasting(60 * HOUR, 0.8), () => {
        item.reopen(job.author);
        this.build({ ...job, items: [item] });
      });
    }
  }
}

/** What is small or mends something is let past what is large, or the reverse. */
function comesFirst(subject: Subject, first: Customs['first']): boolean {
  const { workType, additions, deletions } = subject;
  const isSmall =
    workType === 'operationalFix' || additions + deletions < SMALL;
  return first !== undefined && (first === 'small') === isSmall;
}

/** Who had it before the change was opened, as far as its work items know. */
function planOf(
  items: readonly WorkItem[],
  firstCommitAt: Instant | undefined,
  openedAt: Instant,
): Plan {
  const starts = items.flatMap(({ startedAt }) => startedAt ?? []);
  const decisions = items.flatMap(({ decidedAt }) => decidedAt ?? []);
  const buildSince = Math.min(openedAt, firstCommitAt ?? openedAt, ...starts);
  const decidedAt = decisions.length > 0 ? Math.min(...decisions) : undefined;
  return {
    workItems: items.map(({ key }) => key),
    decidedAt,
    waits: items
      .filter(item => item.decidedAt === decidedAt)
      .flatMap(({ waits }) => waits)
      .filter(({ at }) => at < buildSince),
    buildSince,
    blocks: items.flatMap(({ blocks }) => blocks),
    firstCommitAt,
  };
}
