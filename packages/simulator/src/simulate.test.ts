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

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  compareEvents,
  FLOW_EVENT_TYPES,
  validateEvent,
} from 'chokepoint-flow';
import { foundCompany, simulate, SimulationOptions } from '.';
import { REGIONS } from './calendar/Region';
import { DAY, WEEK } from './calendar/time';
import { listen } from './testing/listen';

const FROM = Date.UTC(2026, 3, 1);

function optionsWith(more: Partial<SimulationOptions> = {}): SimulationOptions {
  const to = FROM + 6 * WEEK;
  return { seed: 7, from: FROM, to, changesPerWeek: 120, ...more };
}

/** A digest of everything that comes out, byte for byte. */
function digestOf(options: SimulationOptions): string {
  const digest = createHash('sha256');
  for (const occurrence of simulate(options)) {
    digest.update(JSON.stringify(occurrence)).update('\n');
  }
  return digest.digest('hex');
}

describe('a simulation', () => {
  const recording = listen({ seed: 7, weeks: 26, changesPerWeek: 150 });
  const { events, resolved, truths, summary } = recording;

  it('tells the same, byte for byte, for the same seed', () => {
    expect(digestOf(optionsWith())).toBe(digestOf(optionsWith()));
  });

  it('tells something else for another seed', () => {
    expect(digestOf(optionsWith())).not.toBe(
      digestOf(optionsWith({ seed: 8 })),
    );
  });

  it('tells half a year of about 4,000 changes in some 75,000 events', () => {
    expect(truths.length).toBeGreaterThan(3_500);
    expect(truths.length).toBeLessThan(4_400);
    expect(events.length).toBeGreaterThan(60_000);
    expect(events.length).toBeLessThan(95_000);
    expect(summary).toMatchObject({
      events: events.length,
      changes: truths.length,
    });
  });

  it('says nothing outside the vocabulary', () => {
    const checked = events.map(event =>
      validateEvent(event, { now: recording.to }),
    );
    const wrong = checked.filter((result, i) =>
      result.ok ? !isDeepStrictEqual(result.event, events[i]) : true,
    );

    expect(wrong).toEqual([]);
  });

  it('uses every type of event', () => {
    const used = new Set(events.map(({ type }) => type));

    expect(FLOW_EVENT_TYPES.filter(type => !used.has(type))).toEqual([]);
  });

  it('names its source after its seed, and each event once', () => {
    expect(new Set(events.map(({ source }) => source))).toEqual(
      new Set(['simulation:7']),
    );
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('tells events in the order of time, and of ties, from the beginning to before the end', () => {
    const late = events.filter(
      (event, i) => i > 0 && compareEvents(events[i - 1], event) > 0,
    );

    expect(late).toEqual([]);
    expect(Date.parse(events[0].at)).toBeGreaterThanOrEqual(recording.from);
    expect(Date.parse(events[events.length - 1].at)).toBeLessThan(recording.to);
  });

  it('tells the truth of each change once, of those in flight at the end', () => {
    const opened = resolved.filter(({ type }) => type === 'change.opened');
    const unfinished = truths.filter(
      ({ state }) => state === 'open' || state === 'merged',
    );

    expect(truths.map(({ change }) => change).sort()).toEqual(
      opened.map(({ subject }) => subject).sort(),
    );
    expect(unfinished.length).toBeGreaterThan(20);
    expect(summary.unfinished).toBeGreaterThanOrEqual(unfinished.length);
    expect(
      unfinished.filter(
        ({ segments }) => segments.at(-1)?.end !== recording.to,
      ),
    ).toEqual([]);
  });

  it('lets people review in their working hours, but for what is urgent', () => {
    const people = new Map(
      foundCompany({ seed: 7 }).people.map(person => [person.forgeId, person]),
    );
    const urgent = new Set(
      resolved.flatMap(event =>
        event.type === 'change.opened' &&
        event.data.labels?.some(l => l === 'hotfix' || l === 'revert')
          ? [event.subject]
          : [],
      ),
    );
    const offHours = resolved.filter(({ type, actor, at, subject }) => {
      const person = actor && people.get(actor.id);
      if (type !== 'change.reviewed' || !person || urgent.has(subject)) {
        return false;
      }
      const region = REGIONS[person.region];
      const now = Date.parse(at);
      const day = region.dayOf(now);
      const clock = now + region.offsetOn(day) - day * DAY;
      const { start, end } = person.shift;
      return region.isFree(day) || clock < start || clock > end + 60_000;
    });

    expect(urgent.size).toBeGreaterThan(10);
    expect(offHours).toEqual([]);
  });

  it('lets bots and agents open changes, too', () => {
    const kinds = new Map<string | undefined, number>();
    for (const { type, actor } of events) {
      if (type === 'change.opened') {
        kinds.set(actor?.kind, (kinds.get(actor?.kind) ?? 0) + 1);
      }
    }

    expect([...kinds.keys()].sort()).toEqual(['agent', 'bot', 'human']);
    expect(kinds.get('human')).toBeGreaterThan(2_500);
    expect(kinds.get('bot')).toBeGreaterThan(200);
    expect(kinds.get('agent')).toBeGreaterThan(100);
  });

  it.each([
    { from: FROM, to: FROM },
    { changesPerWeek: 0 },
    { changesPerWeek: Number.NaN },
  ])('refuses %j', wrong => {
    expect(() => [...simulate(optionsWith(wrong))]).toThrow(
      /nothing to simulate/,
    );
  });
});
