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
import { GithubServer } from '../../dev/testing/GithubServer';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import { pullsAt } from '../../dev/testing/recordedHistory';
import {
  RECORDED_REPOSITORY,
  RecordedPull,
  overRecording,
  recordedPulls,
} from '../../dev/testing/recordedPulls';
import { dateOf, recordedRepository } from '../../dev/testing/recordedWorld';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { descriptionsOf, timelinesOf } from '../../dev/testing/timelines';
import { noticeOf } from './notice';
import { WebhookReader } from './WebhookReader';

const all = recordedPulls();
const AS_OF = Date.parse('2026-11-01T00:00:00Z');
const INSTALLED = '2022-03-01T00:00:00Z';

/** A tenth of those that something happened to since, and one with a dismissal. */
const pulls = all
  .filter(pull => pull.timelineItems.nodes.some(i => dateOf(i) > INSTALLED))
  .filter((pull, index) => index % 10 === 0 || wasDismissed(pull));

function wasDismissed(pull: RecordedPull): boolean {
  return pull.timelineItems.nodes.some(
    item => item.__typename === 'ReviewDismissedEvent',
  );
}

/** What happens to the deliveries of a portal's life. */
interface Fate {
  name: string;
  deliver(moments: Moment[], random: () => number): Moment[];
}

/** A webhook: at this instant something happened to this pull request. */
interface Moment {
  at: string;
  number: number;
}

const FATES: Fate[] = [
  { name: 'all delivered', deliver: moments => moments },
  {
    name: 'half of them lost',
    deliver: (moments, random) => moments.filter(() => random() < 0.5),
  },
  {
    name: 'all delivered twice',
    deliver: moments => moments.flatMap(moment => [moment, moment]),
  },
  {
    name: 'delivered late and out of order',
    deliver: (moments, random) =>
      moments
        .map(moment => ({ ...moment, late: random() * 90 * 86_400_000 }))
        .sort((a, b) => Date.parse(a.at) + a.late - (Date.parse(b.at) + b.late))
        .map(({ late, ...moment }) => ({
          ...moment,
          at: iso(Date.parse(moment.at) + late),
        })),
  },
];

overRecording('with webhooks', () => {
  let withoutWebhooks: Map<string, FlowEvent>;
  let github: GithubServer;

  beforeAll(async () => {
    github = await GithubServer.start(worldAt('2026-11-01T00:00:00Z'));
    const recorder = new SyncRecorder([repositoryRef(RECORDED_REPOSITORY)]);
    await connectGithub(github).source.sync(recorder.context());
    withoutWebhooks = recorder.events;
  }, 60_000);

  afterAll(() => github.stop());

  it.each(FATES)(
    '$name every fact and every timeline is the same after the next sync',
    async fate => {
      const events = await live(github, fate);
      for (const [id, event] of withoutWebhooks) {
        expect(events.get(id)).toEqual(event);
      }
      const more = [...events].filter(([id]) => !withoutWebhooks.has(id));
      for (const [id] of more) {
        // What was true once and is not kept: an extent, a first commit.
        expect(id).toMatch(/:(extent|firstCommit):/);
      }
      for (const asOf of [AS_OF, Date.parse('2023-06-01T00:00:00Z')]) {
        expect(timelinesOf(events.values(), asOf)).toEqual(
          timelinesOf(withoutWebhooks.values(), asOf),
        );
      }
      expect(descriptionsOf(events.values(), AS_OF)).toEqual(
        descriptionsOf(withoutWebhooks.values(), AS_OF),
      );
    },
    120_000,
  );
});

/** Installs the portal in 2022, delivers webhooks, and syncs at the end. */
async function live(github: GithubServer, fate: Fate) {
  let now = Date.parse(INSTALLED);
  const world = { now: () => now };
  const recorder = new SyncRecorder([repositoryRef(RECORDED_REPOSITORY)]);
  const { source, client, options } = connectGithub(github);
  github.world = worldAt(INSTALLED);
  await source.sync(recorder.context({ now }));
  const reader = new WebhookReader({
    source,
    client,
    options,
    sources: {
      emit: events => recorder.emit(events, now),
      requestSync: async () => undefined,
    },
    logger: { debug: () => undefined, warn: () => undefined },
    world: { ...world, sleep: async () => undefined },
    signal: new AbortController().signal,
  });
  for (const { at, number } of fate.deliver(momentsOfPulls(), seeded(7))) {
    now = Date.parse(at);
    github.world = worldAt(at);
    const notice = noticeOf('github.pull_request', payload(number));
    await reader.receive(notice!);
    await reader.idle();
  }
  github.world = worldAt('2026-11-01T00:00:00Z');
  await source.sync(recorder.context({ now: AS_OF }));
  expect(recorder.warnings).toEqual([]);
  return recorder.events;
}

/** A moment of every pull request for every twelfth thing that happened to it. */
function momentsOfPulls(): Moment[] {
  return pulls
    .flatMap(pull =>
      pull.timelineItems.nodes
        .map(item => ({ at: dateOf(item), number: pull.number }))
        .filter(({ at }, i) => at > INSTALLED && i % 12 === 0),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function worldAt(instant: string): GithubWorld {
  const then: RecordedPull[] = pullsAt(pulls, instant);
  return new GithubWorld([recordedRepository(then)]);
}

function payload(number: number) {
  return {
    repository: {
      id: 1,
      full_name: RECORDED_REPOSITORY,
      html_url: `https://github.com/${RECORDED_REPOSITORY}`,
    },
    pull_request: { number },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Numbers from 0 to 1, the same ones each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
