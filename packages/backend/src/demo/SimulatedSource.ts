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

import { FlowSource, SyncContext } from 'backstage-plugin-chokepoint-node';
import { FlowEvent } from 'chokepoint-flow';
import { Occurrence, simulate } from 'chokepoint-simulator';
import { DateTime } from 'luxon';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which company is simulated, and how much it does. */
export interface SimulatedCompany {
  seed: number;
  changesPerWeek: number;
}

/** The life of the company: half a year before the first start, and a while on. */
const WEEKS_BEFORE = 26;
const WEEKS_AFTER = 8;

const BATCH = 500;
/** What everybody else in the process gets between two batches, in ms. */
const BREATH = 10;
const DAY = 86_400_000;
/** How long the catalog may take to show the company before its events come. */
const CATALOG_PATIENCE = 60_000;

/** Where the story is: its life, and the instant up to which it was emitted. */
interface Bookmark {
  from: number;
  to: number;
  toldUpTo: number;
}

/**
 * Emits the simulated company's events as they would have arrived: at the first
 * start all up to now, and at later syncs what has happened since.
 */
export class SimulatedSource implements FlowSource {
  readonly id: string;
  readonly #company: SimulatedCompany;
  #story: Iterator<FlowEvent> | undefined;
  /** Taken from the story, but not yet happened. */
  #next: FlowEvent | undefined;

  constructor(company: SimulatedCompany) {
    this.id = `simulation:${company.seed}`;
    this.#company = company;
  }

  async sync(context: SyncContext): Promise<void> {
    let bookmark = await readBookmark(context);
    noteProgress(bookmark, context);
    if (bookmark.toldUpTo === bookmark.from) {
      await untilCatalogIsRead(context);
    }
    try {
      let events = this.#take(bookmark, context.now);
      while (events.length > 0) {
        context.signal.throwIfAborted();
        await context.emit(events);
        bookmark = { ...bookmark, toldUpTo: instantOf(events.at(-1)!) };
        await context.setCursor('story', { ...bookmark });
        noteProgress(bookmark, context);
        await sleep(BREATH);
        events = this.#take(bookmark, context.now);
      }
    } catch (error) {
      // What was taken and not stored is emitted again.
      this.#story = undefined;
      throw error;
    }
  }

  /** The next events that have happened; none when the story has caught up. */
  #take(bookmark: Bookmark, now: number): FlowEvent[] {
    if (!this.#story) {
      this.#story = eventsFrom(bookmark, this.#company);
      this.#next = nextOf(this.#story);
    }
    const events: FlowEvent[] = [];
    while (
      this.#next &&
      instantOf(this.#next) <= now &&
      events.length < BATCH
    ) {
      events.push(this.#next);
      this.#next = nextOf(this.#story);
    }
    return events;
  }
}

async function readBookmark(context: SyncContext): Promise<Bookmark> {
  const saved = await context.getCursor('story');
  if (saved) {
    return {
      from: Number(saved.from),
      to: Number(saved.to),
      toldUpTo: Number(saved.toldUpTo),
    };
  }
  const thisWeek = DateTime.fromMillis(context.now, { zone: 'utc' }).startOf(
    'week',
  );
  const from = thisWeek.minus({ weeks: WEEKS_BEFORE }).toMillis();
  const to = thisWeek.plus({ weeks: WEEKS_AFTER }).toMillis();
  return { from, to, toldUpTo: from };
}

function noteProgress(
  { from, toldUpTo }: Bookmark,
  { now, progress }: SyncContext,
) {
  progress({
    done: Math.round((toldUpTo - from) / DAY),
    total: Math.round((now - from) / DAY),
    detail: 'days of a simulated company',
  });
}

/**
 * The same options give the same events, so what was emitted can be passed over.
 * Events of the last emitted instant come again; stored twice they count once.
 */
function* eventsFrom(
  { from, to, toldUpTo }: Bookmark,
  company: SimulatedCompany,
): Generator<FlowEvent> {
  const occurrences: Iterable<Occurrence> = simulate({ ...company, from, to });
  for (const occurrence of occurrences) {
    if (
      occurrence.kind === 'event' &&
      instantOf(occurrence.event) >= toldUpTo
    ) {
      yield occurrence.event;
    }
  }
}

function nextOf(story: Iterator<FlowEvent>): FlowEvent | undefined {
  const { done, value } = story.next();
  return done ? undefined : value;
}

function instantOf(event: FlowEvent): number {
  return Date.parse(event.at);
}

/** With its owners known, each change is worked out once. */
async function untilCatalogIsRead({ repositories, signal }: SyncContext) {
  const deadline = Date.now() + CATALOG_PATIENCE;
  while (!(await repositories()).length && Date.now() < deadline) {
    signal.throwIfAborted();
    await sleep(500);
  }
}
