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
import { FlowEvent, FlowEventType, quantile } from 'chokepoint-flow';
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

const pulls = recordedPulls();
const HOUR = 3_600_000;

overRecording('the first reading of the recorded repository', () => {
  let github: GithubServer;
  const recorder = new SyncRecorder([repositoryRef(RECORDED_REPOSITORY)]);

  beforeAll(async () => {
    github = await GithubServer.start(
      new GithubWorld([recordedRepository(pulls)]),
    );
    const { source } = connectGithub(github, {
      config: { botLogins: ['DrahtBot'] },
    });
    await source.sync(recorder.context());
  }, 120_000);

  afterAll(() => github.stop());

  function of<T extends FlowEventType>(type: T) {
    return [...recorder.events.values()].filter(
      (event): event is Extract<FlowEvent, { type: T }> => event.type === type,
    );
  }

  it('asks once for twenty pull requests, or less often', () => {
    expect(github.count).toBeLessThanOrEqual(537 / 20);
    expect(github.requests.flatMap(request => request.errors)).toEqual([]);
  });

  it('spends no more than eleven points on a request', () => {
    const points = github.requests.map(request => request.points);
    expect(Math.max(...points)).toBeLessThanOrEqual(11);
  });

  it('emits nothing that the model refuses', () => {
    expect(recorder.warnings).toEqual([]);
  });

  it('finds 537 pull requests, 332 of them merged', () => {
    expect(of('change.opened')).toHaveLength(537);
    expect(of('change.merged')).toHaveLength(332);
  });

  it('finds a median of 368.45 hours from opening to merge', () => {
    const opened = openings();
    const hours = of('change.merged').map(event =>
      hoursBetween(opened.get(event.subject), event),
    );
    expect(median(hours)).toBeCloseTo(368.45, 2);
  });

  it('finds a first response on 510 pull requests, 8.85 hours at the median', () => {
    const opened = openings();
    const first = new Map<string, number>();
    for (const event of [...of('change.commented'), ...of('change.reviewed')]) {
      const opening = opened.get(event.subject);
      const isOwn = event.actor?.id === opening?.actor?.id;
      if (event.actor?.kind === 'human' && !isOwn) {
        const hours = hoursBetween(opening, event);
        first.set(
          event.subject,
          Math.min(first.get(event.subject) ?? hours, hours),
        );
      }
    }
    expect(first.size).toBe(510);
    expect(median([...first.values()])).toBeCloseTo(8.85, 2);
  });

  it('finds changes requested on 62 pull requests, and on one that were dismissed', () => {
    const dismissed = new Set(
      of('change.reviewDismissed').map(event => event.subject),
    );
    const requested = new Set(
      of('change.reviewed')
        .filter(event => event.data.verdict === 'changesRequested')
        .map(event => event.subject),
    );
    expect([...requested].filter(key => !dismissed.has(key))).toHaveLength(62);
    expect([...requested].filter(key => dismissed.has(key))).toHaveLength(1);
  });

  it('finds 234 review requests', () => {
    expect(of('change.reviewRequested')).toHaveLength(234);
  });

  it('says how far it is, and what is left of the points', () => {
    expect(recorder.progress.at(-1)).toEqual({
      done: 537,
      total: 537,
      detail: 'bitcoin-core/gui (1 of 1 repositories)',
      rateLimit: {
        remaining: expect.any(Number),
        resetAt: expect.stringMatching(/Z$/),
      },
    });
  });

  function openings() {
    return new Map(of('change.opened').map(event => [event.subject, event]));
  }
});

function hoursBetween(from: FlowEvent | undefined, to: FlowEvent): number {
  return (Date.parse(to.at) - Date.parse(from?.at ?? '')) / HOUR;
}

function median(values: number[]): number | undefined {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
