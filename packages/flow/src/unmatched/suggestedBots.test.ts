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

import { FlowEvent, FlowEventType } from '../events/FlowEvent';
import {
  accountAnswersIn,
  AccountAnswer,
  suggestedBots,
} from './suggestedBots';

const START = Date.UTC(2026, 2, 2);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function answersOf(
  actor: string,
  n: number,
  { after, every }: { after: number; every: number },
): AccountAnswer[] {
  return Array.from({ length: n }, (_, i) => ({
    actor,
    at: START + i * every,
    after,
  }));
}

function event(
  minute: number,
  type: FlowEventType,
  id: string,
  kind: 'human' | 'bot' = 'human',
): FlowEvent {
  return {
    id: `${minute}`,
    source: 'test:story',
    type,
    subject: 'github.com/acme/shop/pull/1',
    at: new Date(START + minute * MINUTE).toISOString(),
    actor: { id: `github.com/${id}`, kind },
  } as FlowEvent;
}

describe('an account is suggested as a bot', () => {
  const all = (answers: AccountAnswer[], known: string[] = []) =>
    suggestedBots(answers, known).map(({ value }) => value);

  it('when it answers within minutes around the clock', () => {
    const fast = answersOf('github.com/checker', 24, {
      after: 3 * MINUTE,
      every: HOUR,
    });
    expect(suggestedBots(fast, [])).toEqual([
      {
        kind: 'bots',
        value: 'github.com/checker',
        n: 24,
        firstAt: START,
        lastAt: START + 23 * HOUR,
        open: true,
        detail: { answers: 24, fastAnswers: 24, hoursOfDay: 24 },
        mend: { kind: 'bot', actor: 'github.com/checker' },
      },
    ]);
  });

  it('not when it answers as fast in the hours of a working day only', () => {
    const keen = answersOf('github.com/keen', 24, {
      after: MINUTE,
      every: 24 * HOUR,
    });
    expect(all(keen)).toEqual([]);
  });

  it('not when it takes its time, as people in many zones do', () => {
    const shared = answersOf('github.com/oncall', 48, {
      after: 2 * HOUR,
      every: HOUR,
    });
    expect(all(shared)).toEqual([]);
  });

  it('not for a few answers, however fast', () => {
    const few = answersOf('github.com/alice', 9, {
      after: MINUTE,
      every: 2 * HOUR,
    });
    expect(all(few)).toEqual([]);
  });

  it.each(['acme-ai-reviewer', 'review_bot', 'mergebot', 'acme-ci'])(
    'by its name, after a single answer: %s',
    name => {
      const one = answersOf(`github.com/${name}`, 1, {
        after: 6 * MINUTE,
        every: HOUR,
      });
      expect(all(one)).toEqual([`github.com/${name}`]);
    },
  );

  it.each(['aida', 'cicero', 'bot', 'abbot', 'agentha'])(
    'by a word of its name, not by letters in it: %s',
    name => {
      const one = answersOf(`github.com/${name}`, 1, {
        after: 6 * MINUTE,
        every: HOUR,
      });
      expect(all(one)).toEqual(
        name === 'bot' || name === 'abbot' ? [`github.com/${name}`] : [],
      );
    },
  );

  it('no more, once the configuration names it, in whatever case', () => {
    const one = answersOf('github.com/acme-bot', 1, { after: 1, every: HOUR });
    expect(all(one, ['github.com/Acme-Bot'])).toEqual([]);
  });
});

describe('an answer', () => {
  it('is counted from what it answers, and the first of several in a row', () => {
    expect(
      accountAnswersIn([
        event(0, 'change.opened', 'alice'),
        event(4, 'change.reviewed', 'bob'),
        event(5, 'change.commented', 'bob'),
        event(20, 'change.pushed', 'alice'),
        event(22, 'change.commented', 'bob'),
      ]),
    ).toEqual([
      { actor: 'github.com/bob', at: START + 4 * MINUTE, after: 4 * MINUTE },
      { actor: 'github.com/bob', at: START + 22 * MINUTE, after: 2 * MINUTE },
    ]);
  });

  it('is none of the author, and none of what is known to be a bot', () => {
    expect(
      accountAnswersIn([
        event(0, 'change.opened', 'alice'),
        event(1, 'change.commented', 'alice'),
        event(2, 'change.reviewed', 'helper', 'bot'),
      ]),
    ).toEqual([]);
  });
});
