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
import {
  auditTimeline,
  buildTimeline,
  FlowEvent,
  isPrefixOf,
  Timeline,
} from 'chokepoint-flow';
import { connectGithub } from '../../dev/testing/connectGithub';
import { GithubServer } from '../../dev/testing/GithubServer';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import {
  RECORDED_REPOSITORY,
  overRecording,
  recordedPulls,
} from '../../dev/testing/recordedPulls';
import { recordedRepository } from '../../dev/testing/recordedWorld';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { byChange, contextOf, timelinesOf } from '../../dev/testing/timelines';

const pulls = recordedPulls();
const AS_OF = Date.parse('2026-11-01T00:00:00Z');
const WEEK = 7 * 86_400_000;

overRecording('the timelines of the recorded pull requests', () => {
  let changes: Map<string, FlowEvent[]>;
  let timelines: Map<string, Timeline>;

  beforeAll(async () => {
    const github = await GithubServer.start(
      new GithubWorld([recordedRepository(pulls)]),
    );
    const recorder = new SyncRecorder([repositoryRef(RECORDED_REPOSITORY)]);
    const { source } = connectGithub(github, {
      config: { botLogins: ['DrahtBot'] },
    });
    await source.sync(recorder.context());
    await github.stop();
    changes = byChange(recorder.events.values());
    timelines = timelinesOf(recorder.events.values(), AS_OF);
  }, 120_000);

  it('are 537, and none of them is empty', () => {
    expect(timelines.size).toBe(537);
    expect([...timelines.values()].every(t => t.segments.length > 0)).toBe(
      true,
    );
  });

  it('partition the time from the first event, and charge every wait once', () => {
    const faults = [...timelines].flatMap(([change, timeline]) =>
      auditTimeline(timeline).map(fault => `${change}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('do not depend on the order or the repetition of events', () => {
    for (const [change, events] of changes) {
      const again = [...events.toReversed(), ...events];
      const timeline = buildTimeline(again, contextOf(change), AS_OF);
      expect(timeline).toEqual(timelines.get(change));
    }
  });

  it('are prefixes of what is shown later', () => {
    for (const [change, events] of changes) {
      const instants = events.map(event => Date.parse(event.at)).sort();
      for (const at of instants.filter((_, i) => i % 3 === 0)) {
        const then = buildTimeline(events, contextOf(change), at + 1);
        const now = timelines.get(change);
        expect(!then || (now && isPrefixOf(then, now))).toBe(true);
      }
    }
  });

  it('sum in every week to the work in progress of that week', () => {
    const all = [...timelines.values()];
    for (let from = Date.parse('2021-03-01'); from < AS_OF; from += 13 * WEEK) {
      const to = from + WEEK;
      expect(wipIntegral(all, from, to)).toBe(timeInWindow(all, from, to));
    }
  });
});

/** Σ over segments of their overlap with a window. */
function timeInWindow(all: Timeline[], from: number, to: number): number {
  return all
    .flatMap(timeline => timeline.segments)
    .reduce((sum, { start, end }) => sum + overlap(start, end, from, to), 0);
}

/** ∫ WIP dt: how many changes were on their way at once, times how long. */
function wipIntegral(all: Timeline[], from: number, to: number): number {
  const steps = all.flatMap(({ segments }) => {
    const start = segments[0].start;
    const end = segments[segments.length - 1].end;
    return overlap(start, end, from, to) > 0
      ? [
          { at: Math.max(start, from), by: 1 },
          { at: Math.min(end, to), by: -1 },
        ]
      : [];
  });
  steps.sort((a, b) => a.at - b.at);
  let [area, wip, last] = [0, 0, from];
  for (const { at, by } of steps) {
    area += wip * (at - last);
    wip += by;
    last = at;
  }
  return area;
}

function overlap(start: number, end: number, from: number, to: number): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from));
}
