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

import { FlowEvent } from '../events/FlowEvent';
import { personOf, review } from './answers';
import { isAuthorsSide } from './authorSide';
import { BY_REVIEW } from './ball';
import { Speaker } from './blocks';
import { Life } from './Life';
import { dismissSignal } from './reviewRules';
import { Instant } from './Segment';

/** A command as it was written: what it says, and whether it takes it back. */
interface Command {
  word: string;
  cancel: boolean;
}

/** `/hold cancel`, `/unhold` and `/remove-hold` take `/hold` back. */
function commandOf(text: string): Command {
  const [word = '', ...rest] = text.trim().toLowerCase().split(/\s+/);
  const undone = /^\/(?:un|remove-)(.+)$/.exec(word);
  return undone
    ? { word: `/${undone[1]}`, cancel: true }
    : { word, cancel: rest[0] === 'cancel' };
}

/** Who says something, as far as it matters for who holds what it stops. */
export function speakerOf({ ball }: Life, { actor }: FlowEvent): Speaker {
  if (!actor) {
    return { kind: 'nobody' };
  }
  if (actor.kind !== 'human') {
    return { kind: 'automation' };
  }
  return isAuthorsSide(ball, actor.id)
    ? { kind: 'authorsSide' }
    : { kind: 'person', id: actor.id };
}

/**
 * A command in a comment: an approval by the commenter, a hold, or the end of
 * either, by the rules (section 2 of the model, *Whose turn it is*, Signals).
 */
export function takeCommand(
  life: Life,
  event: FlowEvent,
  text: string,
  at: Instant,
): void {
  const { word, cancel } = commandOf(text);
  if (life.sets.holdCommands.has(word)) {
    if (cancel) {
      life.blocks.endHold();
    } else {
      life.blocks.hold(speakerOf(life, event));
    }
  } else if (life.sets.approvalCommands.has(word)) {
    if (cancel) {
      takeBack(life, word, event.actor?.id);
    } else if (!isAuthorsSide(life.ball, event.actor?.id)) {
      approveBy(life, personOf(event), word, at);
    }
  }
}

function approveBy(
  life: Life,
  person: string,
  signal: string,
  at: Instant,
): void {
  review(life, person, { verdict: 'approved', counts: true, signal }, at);
}

/** Takes back the approvals of a command: one's own, else all of them. */
function takeBack(
  { ball }: Life,
  signal: string,
  actor: string | undefined,
): void {
  const givers = [...ball.approvals]
    .filter(([, approval]) => approval.signals.has(signal))
    .map(([person]) => person);
  const own = givers.filter(person => person === actor);
  for (const person of own.length > 0 ? own : givers) {
    dismissSignal(ball, person, signal);
  }
}

/**
 * A label is set: it approves, holds or blocks by the rules. One that a bot
 * sets after a command adds nothing.
 */
export function label(
  life: Life,
  event: FlowEvent,
  name: string,
  at: Instant,
): void {
  const word = name.toLowerCase();
  if (life.labels.has(word)) {
    return;
  }
  life.labels.add(word);
  if (life.sets.blockedLabels.has(word)) {
    life.blocks.labelBlocked(word, speakerOf(life, event));
  }
  if (life.sets.holdLabels.has(word)) {
    life.blocks.labelHold(word, speakerOf(life, event));
  }
  if (life.sets.approvalLabels.has(word) && isUnmerged(life)) {
    approveByLabel(life, event, signalOfLabel(life, word), at);
  }
}

function approveByLabel(
  life: Life,
  event: FlowEvent,
  signal: string,
  at: Instant,
): void {
  const { ball } = life;
  const speaker = speakerOf(life, event);
  switch (speaker.kind) {
    case 'authorsSide':
      return;
    case 'person':
      approveBy(life, speaker.id, signal, at);
      return;
    case 'automation':
    case 'nobody':
      if (![...ball.approvals.values()].some(a => isBehind(a, signal))) {
        approveBy(life, personOf({ ...event, actor: undefined }), signal, at);
      }
      return;
    default:
      speaker satisfies never;
  }
}

/** Whether an approval may be what a bot sets a label for. */
function isBehind({ signals }: { signals: Set<string> }, signal: string) {
  return signals.has(BY_REVIEW) || signals.has(signal);
}

/** A label is removed: what it said no longer holds. */
export function unlabel(life: Life, name: string): void {
  const word = name.toLowerCase();
  life.labels.delete(word);
  life.blocks.unlabel(word);
  if (life.sets.approvalLabels.has(word) && isUnmerged(life)) {
    takeBack(life, signalOfLabel(life, word), undefined);
  }
}

/**
 * Labels given whole, by an opening or an update, count as those that are set
 * and removed by them.
 */
export function labelWhole(
  life: Life,
  event: FlowEvent,
  names: readonly string[],
  at: Instant,
): void {
  const words = new Set(names.map(name => name.toLowerCase()));
  [...life.labels]
    .filter(word => !words.has(word))
    .forEach(word => unlabel(life, word));
  names.forEach(name => label(life, event, name, at));
}

/** The command a label stands for: `/approve` for `approved`. */
function signalOfLabel({ sets }: Life, word: string): string {
  const command = [...sets.approvalCommands].find(one =>
    word.startsWith(one.slice(1)),
  );
  return command ?? word;
}

function isUnmerged({ chronicle }: Life): boolean {
  return chronicle.milestones.mergedAt === undefined;
}
