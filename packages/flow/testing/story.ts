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
  Actor,
  FlowEvent,
  FlowEventData,
  FlowEventType,
} from '../src/events/FlowEvent';
import { buildTimeline } from '../src/timeline/buildTimeline';
import { Segment } from '../src/timeline/Segment';
import { Timeline, TimelineContext } from '../src/timeline/Timeline';

/** The instant that the stories of the tests count their hours from. */
export const EPOCH = Date.UTC(2026, 0, 5, 9);
export const HOUR = 3_600_000;

/** Hours after the begin of the story, as an instant. */
export function hour(hours: number): number {
  return EPOCH + Math.round(hours * HOUR);
}

export const CHANGE = 'github.com/acme/shop/pull/42';
export const REPO = 'github.com/acme/shop';
export const WORK_ITEM = 'acme.atlassian.net/browse/SHOP-7';

const MOMENTS = {
  opened: 'change.opened',
  updated: 'change.updated',
  pushed: 'change.pushed',
  drafted: 'change.drafted',
  ready: 'change.ready',
  asked: 'change.reviewRequested',
  unasked: 'change.reviewRequestRemoved',
  reviewed: 'change.reviewed',
  dismissed: 'change.reviewDismissed',
  commented: 'change.commented',
  checksStarted: 'change.checksStarted',
  checksFinished: 'change.checksFinished',
  queued: 'change.queued',
  dequeued: 'change.dequeued',
  merged: 'change.merged',
  closed: 'change.closed',
  reopened: 'change.reopened',
} as const satisfies Record<string, FlowEventType>;

type Moment = keyof typeof MOMENTS;

/** The data a moment has when the story does not say it. */
const DEFAULTS: { [M in Moment]?: FlowEventData[(typeof MOMENTS)[M]] } = {
  opened: {
    title: 'Add a cart',
    url: 'https://github.com/acme/shop/pull/42',
    repo: REPO,
    baseBranch: 'main',
  },
  pushed: { sha: 'a1' },
  merged: { sha: 'm1' },
};

/**
 * A change told as a small timeline: `at(3, 'bob').reviewed({ verdict:
 * 'approved' })`. Hours count from the begin; the author is alice.
 */
export class Story {
  readonly events: FlowEvent[] = [];
  private context: TimelineContext = {
    change: CHANGE,
    owner: 'group:default/shop',
    partyOf: id =>
      id.includes('/')
        ? `group:default/${id.split('/').pop()}`
        : `user:default/${id}`,
  };

  /** What is known beside the events. */
  knowing(context: Partial<TimelineContext>): this {
    this.context = { ...this.context, ...context };
    return this;
  }

  /** What happened at an hour, done by somebody. */
  at(hours: number, actor?: string, kind: Actor['kind'] = 'human') {
    const tell = <M extends Moment>(
      moment: M,
      data?: Partial<FlowEventData[(typeof MOMENTS)[M]]>,
    ): this =>
      this.add(
        hours,
        MOMENTS[moment],
        CHANGE,
        { ...DEFAULTS[moment], ...data },
        actor,
        kind,
      );
    return {
      happened: tell,
      workItem: <T extends Extract<FlowEventType, `workItem.${string}`>>(
        type: T,
        data?: FlowEventData[T],
      ): this => this.add(hours, type, WORK_ITEM, { ...data }, actor, kind),
      deployment: <T extends Extract<FlowEventType, `deployment.${string}`>>(
        type: T,
        data?: FlowEventData[T],
        key = 'd1',
      ): this =>
        this.add(
          hours,
          type,
          `${REPO}/deployments/${key}`,
          { ...data },
          actor,
          kind,
        ),
    };
  }

  timeline(asOf: number): Timeline | undefined {
    return buildTimeline(this.events, this.context, hour(asOf));
  }

  /** The segments as lines: `0–2 review waiting bob (reason)`. */
  ledger(asOf: number): string[] {
    return (this.timeline(asOf)?.segments ?? []).map(lineOf);
  }

  private add(
    hours: number,
    type: FlowEventType,
    subject: string,
    data: object,
    actor: string | undefined,
    kind: Actor['kind'],
  ): this {
    const event = {
      id: `e${this.events.length}`,
      source: 'test:story',
      type,
      subject,
      at: new Date(hour(hours)).toISOString(),
      ...(actor && { actor: { id: actor, kind } }),
      data,
    };
    this.events.push(event as FlowEvent);
    return this;
  }
}

/** A story that begins when alice opens the change, at hour 0. */
export function opened(
  data: Partial<FlowEventData['change.opened']> = {},
): Story {
  return new Story().at(0, 'alice').happened('opened', data);
}

function lineOf(segment: Segment): string {
  const hours = (at: number) => +((at - EPOCH) / HOUR).toFixed(6);
  const holders = segment.holders
    .map(({ party, share }) => {
      const name = party.replace(/^(user|group):default\//, '');
      return share === 1 ? name : `${name} ${+share.toFixed(3)}`;
    })
    .join(', ');
  const reason = segment.reason ? ` (${segment.reason})` : '';
  return `${hours(segment.start)}–${hours(segment.end)} ${segment.stage} ${
    segment.mode
  } ${holders}${reason}`;
}
