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

import { Agenda } from './Agenda';

describe('an agenda', () => {
  it('does things in order of time, whatever the order they were put down in', () => {
    const agenda = new Agenda(0);
    const done: string[] = [];
    agenda.at(30, () => done.push('third'));
    agenda.at(10, () => done.push('first'));
    agenda.at(20, () => done.push('second'));

    while (agenda.doNext(100)) {
      // Goes on until there is nothing left.
    }

    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('gives each its own millisecond, first come, first served', () => {
    const agenda = new Agenda(0);
    const done: [string, number][] = [];
    agenda.at(10, () => done.push(['a', agenda.now]));
    agenda.at(10, () => done.push(['b', agenda.now]));
    agenda.at(5, () => agenda.at(1, () => done.push(['late', agenda.now])));

    while (agenda.doNext(100)) {
      // Goes on until there is nothing left.
    }

    expect(done).toEqual([
      ['late', 6],
      ['a', 10],
      ['b', 11],
    ]);
  });

  it('leaves what comes at the end or after it', () => {
    const agenda = new Agenda(0);
    let done = 0;
    agenda.at(99, () => {
      done += 1;
    });
    agenda.at(99, () => {
      done += 1;
    });

    expect([agenda.doNext(100), agenda.doNext(100)]).toEqual([true, false]);
    expect(done).toBe(1);
  });
});
