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

import { TimeBasis } from 'backstage-plugin-chokepoint-common';
import {
  Calendar,
  ChangeFacts,
  Clock,
  Elapsed,
  elapsedBy,
  HeldSegment,
  Holder,
  Instant,
  Mode,
  Party,
  remeasured,
  Stage,
  TeamHolder,
  workingClock,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, inChunks, oneOf } from '../../database';
import { Parent } from '../../ownership/Directory';
import { parentsOf } from '../../ownership/directoryTables';
import { breath } from '../breath';
import { teamsFor } from '../teams';
import { WorkCalendars } from '../../settings/calendars';

/** Changes whose timelines are read at once. */
const BATCH = 1_000;

/** Counts durations by another clock than wall-clock time. */
export interface Timekeeper {
  clock: Clock;
  /** The facts of some changes, counted by this clock. */
  measure(changes: readonly ChangeFacts[]): Promise<Measured>;
}

/** Facts by a clock, and how any other stretch of the changes' lives counts. */
export interface Measured {
  clock: Clock;
  changes: ChangeFacts[];
  elapsed: Elapsed;
  /** The timeline of a change, with the teams of those who held it. */
  segmentsOf(change: string): readonly HeldSegment[];
}

/**
 * Who keeps the time of a request: somebody with the calendars of the teams
 * where working time is asked for; nobody where wall-clock time will do.
 *
 * @param asOf - now; the last segment of an open change ends here
 */
export async function timekeeperFor(
  knex: Knex,
  time: TimeBasis,
  calendars: WorkCalendars,
  asOf: Instant,
): Promise<Timekeeper | undefined> {
  return time === 'wallClock'
    ? undefined
    : workingTimekeeper(knex, calendars, asOf);
}

/** Some changes by the clock of a request; nothing where wall-clock time will do. */
export async function measuredBy(
  knex: Knex,
  { time }: { time: TimeBasis },
  { calendars }: { calendars: WorkCalendars },
  changes: readonly ChangeFacts[],
  asOf: Instant,
): Promise<Measured | undefined> {
  const timekeeper = await timekeeperFor(knex, time, calendars, asOf);
  return timekeeper?.measure(changes);
}

/** Somebody who counts the working hours of the teams. */
export async function workingTimekeeper(
  knex: Knex,
  calendars: WorkCalendars,
  asOf: Instant,
): Promise<Timekeeper> {
  const clock = workingClock(calendarOfTeams(calendars, await parentsOf(knex)));
  return {
    clock,
    async measure(changes) {
      const segments = new Map<string, HeldSegment[]>();
      const segmentsOf = (change: string) => segments.get(change) ?? [];
      const counted: ChangeFacts[] = [];
      for (const chunk of inChunks(changes, BATCH)) {
        const timelines = await timelinesOf(knex, chunk, asOf);
        timelines.forEach((of, change) => segments.set(change, of));
        for (const facts of chunk) {
          // Where everything is being built again, a timeline may be gone that
          // its facts told of: better nothing of a change than nothing but zeros.
          if (segments.has(facts.change) || facts.end === facts.start) {
            counted.push(remeasured(facts, segmentsOf(facts.change), clock));
          }
        }
        await breath();
      }
      return {
        clock,
        changes: counted,
        elapsed: ({ change }, from, to) =>
          elapsedBy(clock, segmentsOf(change), from, to),
        segmentsOf,
      };
    },
  };
}

/** The calendar of a team is its own, else that of the nearest group above. */
function calendarOfTeams(
  { ofGroups, otherwise }: WorkCalendars,
  parents: readonly Parent[],
): (team: Party) => Calendar {
  const known = new Map<Party, Calendar>();
  const nearest = (team: Party): Calendar => {
    const seen = new Set([team]);
    // Sets go on to whatever is added to them meanwhile.
    for (const ref of seen) {
      const calendar = ofGroups.get(ref);
      if (calendar) {
        return calendar;
      }
      parents
        .filter(({ child }) => child === ref)
        .forEach(({ parent }) => seen.add(parent));
    }
    return otherwise;
  };
  return team => {
    const calendar = known.get(team) ?? nearest(team);
    known.set(team, calendar);
    return calendar;
  };
}

interface SegmentRow {
  change: string;
  stage: Stage;
  mode: Mode;
  started_at: BigIntColumn;
  ended_at: BigIntColumn | null;
  holders: string;
}

async function timelinesOf(
  knex: Knex,
  changes: readonly ChangeFacts[],
  asOf: Instant,
): Promise<Map<string, HeldSegment[]>> {
  const owners = new Map(changes.map(facts => [facts.change, facts.owner]));
  const rows: SegmentRow[] = await knex('segments')
    .select('change', 'stage', 'mode', 'started_at', 'ended_at', 'holders')
    .where(oneOf(knex, 'change', owners.keys()))
    .where('started_at', '<', asOf)
    .orderBy([{ column: 'change' }, { column: 'position' }]);
  const holdersIn = await readHolders(knex, rows);
  const timelines = new Map<string, HeldSegment[]>();
  for (const row of rows) {
    const segment: HeldSegment = {
      stage: row.stage,
      mode: row.mode,
      start: Number(row.started_at),
      end: row.ended_at === null ? asOf : Number(row.ended_at),
      holders: holdersIn(row, owners.get(row.change) ?? ''),
    };
    const timeline = timelines.get(row.change);
    if (timeline) {
      timeline.push(segment);
    } else {
      timelines.set(row.change, [segment]);
    }
  }
  return timelines;
}

type HoldersOf = (row: SegmentRow, owner: Party) => readonly TeamHolder[];

/**
 * Reads who held some segments. Most are held by the same few, so what is read
 * once is not read again.
 */
async function readHolders(
  knex: Knex,
  rows: readonly SegmentRow[],
): Promise<HoldersOf> {
  const written = new Map<string, Holder[]>();
  for (const { holders } of rows) {
    if (!written.has(holders)) {
      written.set(holders, JSON.parse(holders));
    }
  }
  const parties = [...written.values()].flat().map(({ party }) => party);
  const teamOf = await teamsFor(knex, parties);
  const known = new Map<string, readonly TeamHolder[]>();
  return ({ holders }, owner) => {
    const id = `${owner} ${holders}`;
    const before = known.get(id);
    if (before) {
      return before;
    }
    const read = (written.get(holders) ?? []).map(holder => ({
      ...holder,
      team: teamOf(holder.party, owner),
    }));
    known.set(id, read);
    return read;
  };
}
