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
import { FlowEvent } from 'chokepoint-flow';
import { connectGithub } from '../../dev/testing/connectGithub';
import { Fault, GithubServer } from '../../dev/testing/GithubServer';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import {
  RECORDED_REPOSITORY,
  overRecording,
  recordedPulls,
} from '../../dev/testing/recordedPulls';
import { recordedRepository } from '../../dev/testing/recordedWorld';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';

const pulls = recordedPulls().slice(0, 180);
const gui = repositoryRef(RECORDED_REPOSITORY);

overRecording('a GitHub that fails', () => {
  let github: GithubServer;
  let expected: Map<string, FlowEvent>;

  beforeAll(async () => {
    github = await GithubServer.start(world());
    const recorder = new SyncRecorder([gui]);
    await connectGithub(github).source.sync(recorder.context());
    expected = recorder.events;
  }, 60_000);

  beforeEach(async () => {
    await github.stop();
    github = await GithubServer.start(world());
  });

  afterAll(() => github.stop());

  /** Reads everything while the faults meet the requests of these numbers. */
  async function read(faults: Record<number, Fault>, timeout?: number) {
    github.faultFor = request => faults[request];
    const recorder = new SyncRecorder([gui]);
    const connection = connectGithub(github, { timeout });
    await connection.source.sync(recorder.context());
    expect(recorder.events).toEqual(expected);
    return { ...connection, recorder };
  }

  it.each<[string, Fault]>([
    ['a 502', { kind: 'status', status: 502 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['an answer that is cut off', { kind: 'truncated' }],
    ['a connection that breaks in the middle', { kind: 'aborted' }],
    ['an answer that GitHub gave up on', { kind: 'gaveUp' }],
  ])('that gives %s is asked again, a little later', async (_, fault) => {
    const { sleeps } = await read({ 2: fault, 4: fault });
    expect(sleeps).toEqual([2000, 2000]);
  });

  it('again and again is asked less often each time, and for less', async () => {
    const fault: Fault = { kind: 'status', status: 502 };
    const { sleeps } = await read({ 2: fault, 3: fault, 4: fault });
    expect(sleeps).toEqual([2000, 4000, 8000]);
    const lengths = github.requests
      .filter(request => request.operation === 'PullRequests')
      .map(request => request.variables.first);
    expect(lengths.slice(0, 4)).toEqual([6, 8, 10, 13]);
  });

  it('that answers too slowly is asked again', async () => {
    const { sleeps } = await read({ 2: { kind: 'slow', ms: 3_000 } }, 1_000);
    expect(sleeps).toEqual([2000]);
  });

  it.each([403, 429] as const)(
    'that limits us with %s and Retry-After is left alone for so long',
    async status => {
      const fault: Fault = { kind: 'secondaryLimit', status, retryAfter: 37 };
      const { sleeps } = await read({ 3: fault });
      expect(sleeps).toEqual([38_000]);
    },
  );

  it('that limits us without saying how long is left alone for a minute, then two', async () => {
    const fault: Fault = { kind: 'secondaryLimit' };
    const { sleeps } = await read({ 3: fault, 4: fault });
    expect(sleeps).toEqual([61_000, 121_000]);
  });

  it.each(['status', 'error'] as const)(
    'that has no points left (%s) is left alone until the hour ends',
    async as => {
      const now = Math.floor(Date.now() / 1000) * 1000;
      const hour = Math.ceil(now / 3_600_000) * 3_600_000;
      github.faultFor = request =>
        request === 3 ? { kind: 'noPoints', as } : undefined;
      const recorder = new SyncRecorder([gui]);
      let time = now;
      github.now = () => time;
      const { source, sleeps } = connectGithub(github, {
        world: {
          now: () => time,
          sleep: async ms => {
            sleeps.push(ms);
            time += ms;
            github.remaining = 5000;
          },
        },
      });
      await source.sync(recorder.context());
      expect(sleeps).toEqual([hour - now + 1000]);
      expect(recorder.events).toEqual(expected);
    },
  );

  it('keeps a fifth of the points for the rest of the portal', async () => {
    const sleeps: { ms: number; remaining: number }[] = [];
    github.remaining = 1008;
    let time = Date.now();
    const { source } = connectGithub(github, {
      world: {
        now: () => time,
        sleep: async ms => {
          sleeps.push({ ms, remaining: github.remaining });
          time += ms;
          github.remaining = 5000;
        },
      },
    });
    await source.sync(new SyncRecorder([gui]).context());
    expect(sleeps).toHaveLength(1);
    expect(sleeps[0].remaining).toBeGreaterThan(980);
    expect(sleeps[0].remaining).toBeLessThanOrEqual(1000);
  });

  it('for good fails the run, which says why', async () => {
    github.faultFor = () => ({ kind: 'status', status: 502 });
    const { source } = connectGithub(github);
    await expect(
      source.sync(new SyncRecorder([gui]).context()),
    ).rejects.toThrow(
      'bitcoin-core/gui could not be read; caused by Error: GitHub answered 502',
    );
    expect(github.count).toBe(6);
  });

  it('of a token that may read nothing fails the run, which says why', async () => {
    github.faultFor = () => ({ kind: 'status', status: 401 });
    const { source } = connectGithub(github);
    const repositories = [gui, repositoryRef('acme/secret')];
    await expect(
      source.sync(new SyncRecorder(repositories).context()),
    ).rejects.toThrow(
      'None of 2 repositories can be read: bitcoin-core/gui cannot be read: GitHub answered 401',
    );
  });

  it('does not keep other repositories from being read', async () => {
    const recorder = new SyncRecorder([repositoryRef('acme/secret'), gui]);
    await connectGithub(github).source.sync(recorder.context());
    expect(recorder.events).toEqual(expected);
    expect(recorder.warnings).toEqual([
      expect.stringContaining('acme/secret was not found'),
    ]);
  });
});

overRecording('a reading that is stopped', () => {
  let github: GithubServer;

  beforeAll(async () => {
    github = await GithubServer.start(world());
  });

  afterAll(() => github.stop());

  it('goes on where it was, and ends with the same events', async () => {
    const whole = new SyncRecorder([gui]);
    await connectGithub(github).source.sync(whole.context());
    const pages = pagesAsked();

    const recorder = new SyncRecorder([gui]);
    let stops = 0;
    while (stops < 10 && (await isStopped(recorder))) {
      stops += 1;
    }
    expect(stops).toBe(2);
    expect(recorder.events).toEqual(whole.events);
    // Only the page whose events were not stored is asked for again.
    expect(pagesAsked() - pages).toBe(pages + stops);
  });

  function pagesAsked(): number {
    return github.requests.filter(
      ({ operation }) => operation === 'PullRequests',
    ).length;
  }

  /** Runs until the backend goes down in the second of three emits, or to the end. */
  async function isStopped(recorder: SyncRecorder): Promise<boolean> {
    const controller = new AbortController();
    recorder.beforeEmit = emit => {
      if (emit % 3 === 2) {
        controller.abort(new Error('the backend goes down'));
        throw new Error('killed');
      }
    };
    const { source } = connectGithub(github);
    const { signal } = controller;
    try {
      await source.sync(recorder.context({ signal }));
      return false;
    } catch (error) {
      expect(error).toBe(signal.reason);
      return true;
    }
  }

  it('stops at once while it waits', async () => {
    github.faultFor = () => ({ kind: 'secondaryLimit', retryAfter: 3600 });
    const controller = new AbortController();
    const { source } = connectGithub(github, {
      world: {
        sleep: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            controller.abort(new Error('the backend goes down'));
          }),
      },
    });
    await expect(
      source.sync(new SyncRecorder([gui]).context(controller)),
    ).rejects.toThrow('the backend goes down');
  });
});

function world(): GithubWorld {
  return new GithubWorld([recordedRepository(pulls)]);
}
