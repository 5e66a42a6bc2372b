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
import { FlowEvent, FlowEventType, Timeline } from 'chokepoint-flow';
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
import { timelinesOf } from '../../dev/testing/timelines';

const pulls = recordedPulls();
const AS_OF = Date.parse('2026-11-01T00:00:00Z');

overRecording('what real history looks like', () => {
  let events: FlowEvent[];
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
    events = [...recorder.events.values()];
    timelines = timelinesOf(events, AS_OF);
  }, 60_000);

  function of<T extends FlowEventType>(type: T) {
    return events.filter(
      (event): event is Extract<FlowEvent, { type: T }> => event.type === type,
    );
  }

  /** In how many pull requests an event of a type satisfies a condition. */
  function pullsWith<T extends FlowEventType>(
    type: T,
    holds: (event: Extract<FlowEvent, { type: T }>) => boolean = () => true,
  ): number {
    return new Set(
      of(type)
        .filter(holds)
        .map(event => event.subject),
    ).size;
  }

  function authorOf(change: string): string | undefined {
    return timelines.get(change)?.author;
  }

  function mergedAt(change: string): number {
    return timelines.get(change)?.milestones.mergedAt ?? Infinity;
  }

  it('1788 reviews were submitted, and 1105 more that only reply are comments', () => {
    expect(of('change.reviewed')).toHaveLength(1788);
    expect(of('change.commented')).toHaveLength(3865 + 1105);
  });

  it('1153 pushes were by force; rows of commits make no more pushes than commits', () => {
    const forced = of('change.pushed').filter(({ id }) => id.startsWith('EV_'));
    expect(forced).toHaveLength(1153);
    expect(of('change.pushed').length - forced.length).toBeLessThan(1303);
    for (const { subject, at } of of('change.pushed')) {
      const { openedAt } = timelines.get(subject)!.milestones;
      expect(Date.parse(at)).toBeGreaterThanOrEqual(openedAt);
    }
  });

  it('no push after a force-push is dated before it', () => {
    for (const pull of pulls) {
      const own = of('change.pushed').filter(({ subject }) =>
        subject.endsWith(`/pull/${pull.number}`),
      );
      const lastForced = own
        .map(({ id }) => id.startsWith('EV_'))
        .lastIndexOf(true);
      const later = own.slice(lastForced + 1);
      expect(later.every(({ at }) => at >= (own[lastForced]?.at ?? ''))).toBe(
        true,
      );
    }
  });

  it('73 pull requests switched their draft state, each to what it is now', () => {
    const switched = new Set(
      [...of('change.drafted'), ...of('change.ready')].map(e => e.subject),
    );
    expect(switched.size).toBe(73);
    for (const opened of of('change.opened')) {
      const steps = events
        .filter(({ subject }) => subject === opened.subject)
        .filter(({ type }) => /drafted|ready/.test(type))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      const isDraft = steps.reduce(
        (_, step) => step.type === 'change.drafted',
        opened.data.draft,
      );
      const pull = pulls.find(({ url }) => url === opened.data.url);
      expect(isDraft).toBe(pull?.isDraft);
      // The first step changes what the opening says.
      const first = steps[0]?.type;
      expect(
        first && (first === 'change.ready') !== opened.data.draft,
      ).not.toBe(true);
    }
  });

  it('35 pull requests were reopened, and no merge is a close', () => {
    expect(pullsWith('change.reopened')).toBe(35);
    expect(of('change.reopened')).toHaveLength(46);
    expect(of('change.closed')).toHaveLength(562 - 332);
  });

  it('a review dismissed in 2023 had requested changes in 2021', () => {
    expect(of('change.reviewDismissed')).toHaveLength(1);
    const [{ subject, data, at }] = of('change.reviewDismissed');
    expect(at).toBe('2023-06-04T12:55:37.000Z');
    expect(of('change.reviewed')).toContainEqual(
      expect.objectContaining({
        subject,
        at: '2021-03-24T00:25:32.000Z',
        actor: expect.objectContaining({ id: data.reviewer }),
        data: { verdict: 'changesRequested' },
      }),
    );
  });

  it('63 pull requests have a reviewer who was asked by a third person', () => {
    const byThird = pullsWith(
      'change.reviewRequested',
      event => event.actor?.id !== authorOf(event.subject),
    );
    expect(byThird).toBe(63);
  });

  it('34 pull requests were reviewed after the merge, and 14 were merged without', () => {
    const afterMerge = pullsWith(
      'change.reviewed',
      event => Date.parse(event.at) > mergedAt(event.subject),
    );
    const reviewed = new Set(of('change.reviewed').map(e => e.subject));
    const without = of('change.merged').filter(e => !reviewed.has(e.subject));
    expect(afterMerge).toBe(34);
    expect(without).toHaveLength(14);
  });

  it('22 authors reviewed their own pull request, which passes no ball', () => {
    const own = of('change.reviewed').filter(
      event => event.actor?.id === authorOf(event.subject),
    );
    expect(new Set(own.map(event => event.subject)).size).toBe(22);
    expect(own.every(event => event.data.verdict === 'commented')).toBe(true);
  });

  it('7 pull requests have reviews of deleted accounts, without an actor', () => {
    expect(pullsWith('change.reviewed', event => !event.actor)).toBe(7);
  });

  it('118 pull requests have a verdict that a later force-push overtook', () => {
    const overtaken = pullsWith(
      'change.reviewed',
      review =>
        review.data.verdict !== 'commented' &&
        of('change.pushed').some(
          push =>
            push.id.startsWith('EV_') &&
            push.subject === review.subject &&
            push.at > review.at,
        ),
    );
    expect(overtaken).toBe(118);
  });

  it('DrahtBot, an ordinary user, is a bot by configuration, and Copilot by its type', () => {
    const kinds = new Map(
      events.flatMap(({ actor }) => (actor ? [[actor.id, actor.kind]] : [])),
    );
    const bots = [...kinds].filter(([, kind]) => kind !== 'human');
    expect(bots).toEqual([
      ['github.com/drahtbot', 'bot'],
      ['github.com/copilot', 'bot'],
    ]);
  });

  it('269 pull requests have commits older than they are, and work began with the oldest', () => {
    const older = pulls.filter(pull =>
      pull.timelineItems.nodes.some(
        ({ commit }) => commit && commit.committedDate < pull.createdAt,
      ),
    );
    expect(older).toHaveLength(269);
    for (const { milestones } of timelines.values()) {
      const { firstCommitAt, openedAt, startedAt } = milestones;
      expect(firstCommitAt).toBeLessThanOrEqual(openedAt);
      expect(startedAt).toBe(firstCommitAt);
    }
  });
});
