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
import { Automations, isLandingBot } from './automations';
import { newBall } from './ball';
import { Blocks } from './blocks';
import { Chronicle } from './Chronicle';
import { endStaleChecks, nextStaleCheck } from './checks';
import { Ledger } from './Ledger';
import { isUnderWay, Life } from './Life';
import {
  backToDraft,
  close,
  endByPlacement,
  land,
  merge,
  open,
  reachProduction,
  reopen,
} from './lifecycle';
import { passBall } from './passBall';
import { Placed } from './placed';
import { requirementsOf } from './requirements';
import { respond } from './responses';
import { askFor, ready } from './reviewRules';
import { newRollOuts, rollOut } from './rollout';
import { RuleSets } from './ruleSets';
import { Instant } from './Segment';
import { labelWhole, speakerOf } from './signals';
import { Start } from './start';
import { TimelineContext } from './Timeline';
import { Turn, turnBeforeMerge } from './turn';
import { turnAfterMerge } from './turnAfterMerge';
import { moveWorkItem, newWorkItems, overrideStatus } from './workItems';

/** The life of a change before its first event. */
export function newLife(
  start: Start,
  context: TimelineContext,
  sets: RuleSets,
  asOf: Instant,
): Life {
  const automations = new Automations(sets);
  const ball = newBall(
    {
      id: start.author,
      kind: start.authorKind,
      // As the author, who is known from the opening back.
      onBehalfOf: start.onBehalfOf,
    },
    context.approvalsNeeded ?? 1,
    automations,
    (actorId, teamId) => context.isMemberOf?.(actorId, teamId) ?? false,
  );
  const blocks = new Blocks();
  const placed =
    context.placement &&
    new Placed(context.placement, asOf, key => context.timelineOf?.(key));
  return {
    start,
    context,
    sets,
    automations,
    ball,
    blocks,
    labels: new Set(),
    placed,
    ledger: new Ledger(),
    chronicle: new Chronicle(start),
    everLinked: new Set(start.workItems),
    assisted: false,
    landed: false,
    state: {
      phase: 'unborn',
      ball,
      blocks,
      workItems: newWorkItems(start.workItems),
      decidedOn: start.decision?.workItem,
      rollOuts: newRollOuts(),
      placed,
      repo: start.opened.data.repo,
      closedIn: 'build',
    },
  };
}

/** Takes in the next event, and passes the ball if it does. */
export function take(life: Life, reported: FlowEvent): void {
  const at = Date.parse(reported.at);
  const event = byKnownKind(life, reported);
  beginUpTo(life, at);
  if (event.type.startsWith('change.')) {
    if (event.subject === life.context.change) {
      takeChange(life, event, at);
    }
  } else if (event.type.startsWith('workItem.')) {
    takeWorkItem(life, event, at);
  } else if (event.type.startsWith('deployment.') && !life.placed) {
    if (rollOut(life.state.rollOuts, event)) {
      reachProduction(life, at);
    }
  }
  if (isUnderWay(life)) {
    overrideStatus(life.state.workItems);
  }
  pass(life, at);
}

/** The event with what the rules say of its actor, who is known from then on. */
function byKnownKind({ automations }: Life, event: FlowEvent): FlowEvent {
  const { actor } = event;
  if (!actor) {
    return event;
  }
  const kind = automations.kindOf(actor);
  automations.acted({ ...actor, kind });
  return kind === actor.kind ? event : { ...event, actor: { ...actor, kind } };
}

/** What happens up to an instant without an event, in order. */
export function letTimePass(life: Life, from: Instant, to: Instant): void {
  const moments = life.placed?.moments ?? [];
  const { staleCheck } = life.sets.rules;
  for (let now = from; ; ) {
    const stale = nextStaleCheck(life.ball.checks, staleCheck);
    const next = Math.min(
      moments.find(moment => moment > now) ?? Infinity,
      stale === undefined ? Infinity : Math.max(stale, now),
    );
    if (next > to) {
      return;
    }
    beginUpTo(life, next);
    endStaleChecks(life.ball.checks, staleCheck, next);
    endByPlacement(life, next);
    pass(life, next);
    now = next;
  }
}

function pass(life: Life, at: Instant): void {
  endByPlacement(life, at);
  if (life.end === undefined && life.state.phase !== 'unborn') {
    life.ledger.pass(turnAt(life, at), at);
  }
}

/** Whose turn it is, by the table of stages. */
function turnAt({ context, state }: Life, at: Instant): Turn {
  return state.phase === 'merged' || state.phase === 'inProduction'
    ? turnAfterMerge(state, context, at)
    : turnBeforeMerge(state, context);
}

/** Begins the timeline, and the build in it, when their instants have come. */
function beginUpTo(life: Life, at: Instant): void {
  const { ledger, start, state } = life;
  if (state.phase === 'unborn' && at >= start.startAt) {
    state.phase = 'decided';
    if (start.startAt < start.buildAt) {
      ledger.pass(turnAt(life, start.startAt), start.startAt);
    }
  }
  if (state.phase === 'decided' && at >= start.buildAt) {
    state.phase = 'started';
    ledger.pass(turnAt(life, start.buildAt), start.buildAt);
  }
}

function takeChange(life: Life, event: FlowEvent, at: Instant): void {
  const { ball, chronicle, start } = life;
  switch (event.type) {
    case 'change.opened':
    case 'change.updated':
      describe(life, event, at);
      if (
        event.type === 'change.opened' &&
        event.id === start.opened.id &&
        event.source === start.opened.source
      ) {
        open(life, event.data.draft ?? false, at);
      }
      break;
    case 'change.drafted':
      backToDraft(life);
      break;
    case 'change.ready':
      if (ball.draft) {
        ready(ball);
        chronicle.ready(at);
      }
      break;
    case 'change.merged':
      merge(life, at);
      break;
    case 'change.closed':
      if (event.data?.landedAs || isLandingBot(event.actor, life.sets)) {
        land(life, at);
      } else {
        close(life, at);
      }
      break;
    case 'change.reopened':
      reopen(life);
      break;
    case 'change.reviewed':
    case 'change.commented':
      respond(life, event, at);
      break;
    default:
      passBall(life, event, at);
      break;
  }
  if (isUnderWay(life) && ball.side === 'pastReview') {
    chronicle.approved(at);
  }
}

/** What is said of a change holds from then on; its links, after its opening. */
function describe(
  life: Life,
  event: FlowEvent & { type: 'change.opened' | 'change.updated' },
  at: Instant,
): void {
  const { ball, start, state } = life;
  const { assistedBy, headBranch, labels, onBehalfOf, workItems } =
    event.data ?? {};
  const requirements = requirementsOf(event.data ?? {});
  if (requirements) {
    askFor(ball, requirements);
  }
  life.assisted ||= (assistedBy?.length ?? 0) > 0;
  life.headBranch = headBranch ?? life.headBranch;
  ball.authorSide.onBehalfOf = onBehalfOf ?? ball.authorSide.onBehalfOf;
  if (labels) {
    labelWhole(life, event, labels, at);
  }
  if (event.type === 'change.updated' && at > start.openedAt && workItems) {
    state.workItems.linked = new Set(workItems);
    workItems.forEach(key => life.everLinked.add(key));
  }
}

function takeWorkItem(life: Life, event: FlowEvent, at: Instant): void {
  const { chronicle, state } = life;
  const isLinked = state.workItems.linked.has(event.subject);
  const sentBack = moveWorkItem(
    state.workItems,
    event,
    at,
    speakerOf(life, event),
  );
  if (event.type === 'workItem.questionAsked' && isLinked) {
    chronicle.clarificationLoops += 1;
  } else if (
    sentBack &&
    isLinked &&
    state.phase !== 'unborn' &&
    (event.actor?.kind ?? 'human') === 'human'
  ) {
    chronicle.returns += 1;
  }
}
