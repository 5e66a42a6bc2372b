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

import type { FlowEvent, Instant } from 'chokepoint-flow';
import { Organisation } from './behaviour/Organisation';
import { HOUR } from './calendar/time';
import { CompanyOptions, foundCompany } from './company/foundCompany';
import { Company } from './company/Company';
import { renamingsOf } from './company/renamings';
import { Customs, USUAL_CUSTOMS } from './company/Customs';
import { Staff } from './company/Staff';
import { ChangeTruth, Summary } from './truth/ChangeTruth';
import { QueueLedger } from './truth/QueueLedger';
import { truthOf } from './truth/truthOf';
import { Change } from './world/Change';
import { Journal } from './world/Journal';
import { Names } from './world/Names';
import { Course, World } from './world/World';

/**
 * What is simulated.
 *
 * @public
 */
export interface SimulationOptions extends CompanyOptions {
  /** Beginning, in milliseconds since the epoch. */
  from: Instant;
  /** End, excluded. Changes in flight stay unfinished. */
  to: Instant;
  /** About how many changes are wanted in a week. */
  changesPerWeek: number;
  /** What is customary; as usual where nothing is said. */
  customs?: Partial<Customs>;
  /** What becomes customary in the middle of it. */
  laterCustoms?: Partial<Customs>;
}

/**
 * What comes out of a simulation: events in the order in which they happen; the
 * truth of a change as soon as it is in production or closed for good, and of
 * those in flight at the end; last of all a summary.
 *
 * @public
 */
export type Occurrence =
  | { kind: 'event'; event: FlowEvent }
  | { kind: 'truth'; truth: ChangeTruth }
  | { kind: 'summary'; summary: Summary };

/** How much of a person's week is left for making changes. */
const WORKLOAD = 0.6 * 40 * HOUR;
/** What one change costs at the usual pace. */
const COST = 8 * HOUR;

/**
 * Simulates the company: people decide, build, review, merge and release, each
 * in their own time. The same options give the same output, byte for byte. What
 * is kept in memory does not grow with the length of the simulation.
 *
 * @throws Error when `from` is not before `to`, or nothing is wanted
 * @public
 */
export function* simulate(options: SimulationOptions): Generator<Occurrence> {
  const { from, to, seed, changesPerWeek } = options;
  if (!(from < to) || !(changesPerWeek > 0)) {
    throw new Error('nothing to simulate: from >= to, or no changes per week');
  }
  const company = foundCompany(options);
  const renamings = renamingsOf(company, from, to);
  const journal = new Journal(`simulation:${seed}`, new Names(renamings));
  const world = new World(company, journal, courseOf(options));
  const staff = new Staff(
    company,
    hasteOf(company, changesPerWeek),
    () => world.customs,
  );
  const organisation = new Organisation(world, staff, changesPerWeek);
  const queues = new QueueLedger(company);
  const counts = { events: 0, changes: 0, unfinished: 0 };
  const tellTruth = (change: Change, asOf: Instant): Occurrence => {
    const truth = truthOf(change, asOf);
    counts.changes += 1;
    queues.add(truth);
    return { kind: 'truth', truth };
  };

  organisation.begin(from, to, renamings);
  while (world.doNext(to)) {
    world.takeMoved().forEach(change => organisation.attend(change));
    for (const event of journal.takePage()) {
      counts.events += 1;
      yield { kind: 'event', event };
    }
    for (const change of world.takeFinished()) {
      organisation.concluded(change);
      yield tellTruth(change, world.now);
    }
  }
  for (const change of world.inFlight) {
    counts.unfinished += 1;
    yield tellTruth(change, to);
  }
  const firstDeployments = organisation.firstDeployments();
  const summary = { ...counts, ...queues.totals(), firstDeployments };
  yield { kind: 'summary', summary };
}

function courseOf(options: SimulationOptions): Course {
  const { seed, from, to } = options;
  const customs = { ...USUAL_CUSTOMS, ...options.customs };
  return {
    seed,
    from,
    customs,
    midway: from + (to - from) / 2,
    laterCustoms: { ...customs, ...options.laterCustoms },
  };
}

/** People hurry when more is wanted than they could do. */
function hasteOf(company: Company, changesPerWeek: number): number {
  const developers = company.people.filter(
    ({ role }) => role === 'developer' || role === 'lead',
  ).length;
  return Math.min(1, (developers * WORKLOAD) / (changesPerWeek * COST));
}
