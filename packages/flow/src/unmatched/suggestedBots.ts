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
import { actorKey } from '../identity/keys';
import { Duration, Instant } from '../timeline/Segment';
import { Unmatched } from './Unmatched';

/**
 * An answer of an account that its source calls a person's.
 *
 * @public
 */
export interface AccountAnswer {
  actor: string;
  at: Instant;
  /** Since the change was opened, pushed, asked about or spoken of, ms. */
  after: Duration;
}

const MINUTE = 60_000;
/** Within this a machine answers. */
const FAST = 5 * MINUTE;
/** Whoever answers fewer times is no machine for the speed of it. */
const MIN_ANSWERS = 10;
const MIN_FAST_SHARE = 0.8;
/** People sleep: a third of the day they answer nothing. */
const MIN_HOURS_OF_DAY = 16;

/** What an answer may be to. */
const ASKS: ReadonlySet<string> = new Set([
  'change.opened',
  'change.ready',
  'change.pushed',
  'change.reviewRequested',
]);

/** Parts of an account's name that say that it is no person. */
const NAME_PARTS: ReadonlySet<string> = new Set([
  'ai',
  'agent',
  'automation',
  'bot',
  'ci',
  'copilot',
  'gpt',
  'llm',
  'robot',
]);

/**
 * The answers in one change that an account gave to somebody else: of several
 * in a row the first.
 *
 * @param events - of one change, in the order of time
 * @public
 */
export function accountAnswersIn(
  events: readonly FlowEvent[],
): AccountAnswer[] {
  const found: AccountAnswer[] = [];
  let author: string | undefined;
  let since: Instant | undefined;
  let answered = new Set<string>();
  for (const { type, at: text, actor } of events) {
    const at = Date.parse(text);
    const id = actor && actorKey(actor.id);
    const isAnswer = type === 'change.reviewed' || type === 'change.commented';
    if (type === 'change.opened') {
      author = id;
    }
    if (isAnswer && id !== author) {
      if (id !== undefined && since !== undefined && !answered.has(id)) {
        answered.add(id);
        if (actor?.kind === 'human') {
          found.push({ actor: id, at, after: at - since });
        }
      }
    } else if (isAnswer || ASKS.has(type)) {
      since = at;
      answered = new Set();
    }
  }
  return found;
}

/**
 * Accounts that go for people and answer like machines (section 3 of the model,
 * *What did not match*): within minutes, around the clock; or their name says
 * so. They are suggested: who is a bot is for the configuration to say.
 *
 * @param known - the bots of the configuration, without case
 * @public
 */
export function suggestedBots(
  answers: readonly AccountAnswer[],
  known: readonly string[],
): Unmatched[] {
  const bots = new Set(known.map(actorKey));
  const byActor = new Map<string, AccountAnswer[]>();
  for (const answer of answers) {
    if (!bots.has(answer.actor)) {
      const own = byActor.get(answer.actor);
      if (own) {
        own.push(answer);
      } else {
        byActor.set(answer.actor, [answer]);
      }
    }
  }
  return [...byActor]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([actor, own]) => suggestion(actor, own) ?? []);
}

function suggestion(
  actor: string,
  answers: readonly AccountAnswer[],
): Unmatched | undefined {
  const fast = answers.filter(({ after }) => after <= FAST).length;
  const hours = new Set(answers.map(({ at }) => new Date(at).getUTCHours()));
  const isFast =
    answers.length >= MIN_ANSWERS && fast / answers.length >= MIN_FAST_SHARE;
  if (!(isFast && hours.size >= MIN_HOURS_OF_DAY) && !isNamedSo(actor)) {
    return undefined;
  }
  const instants = answers.map(({ at }) => at);
  return {
    kind: 'bots',
    value: actor,
    n: answers.length,
    firstAt: instants.reduce((a, b) => Math.min(a, b)),
    lastAt: instants.reduce((a, b) => Math.max(a, b)),
    open: true,
    detail: {
      answers: answers.length,
      fastAnswers: fast,
      hoursOfDay: hours.size,
    },
    mend: { kind: 'bot', actor },
  };
}

/** `acme-ai-reviewer`, `mergebot`. */
function isNamedSo(actor: string): boolean {
  const login = actor.slice(actor.lastIndexOf('/') + 1);
  const parts = login.split(/[^\p{L}]+/u);
  return parts.some(part => NAME_PARTS.has(part) || /..bot$/.test(part));
}
