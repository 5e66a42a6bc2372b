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

import { Turns } from './Turns';

/** Work that says when it begins, and ends when it is told to. */
function work(name: string, begun: string[]) {
  let end = () => {};
  let fail = (_: Error) => {};
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const run = async () => {
    begun.push(name);
    await done;
    return name;
  };
  return { run, end: () => end(), fail: (error: Error) => fail(error) };
}

const soon = () => new Promise(resolve => setImmediate(resolve));

describe('turns', () => {
  it('let so many be under way, and the others in the order in which they came', async () => {
    const begun: string[] = [];
    const turns = new Turns(2);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(name => work(name, begun));
    const all = [a, b, c, d].map(each => turns.take(each.run));
    await soon();
    expect(begun).toEqual(['a', 'b']);
    b.end();
    await soon();
    expect(begun).toEqual(['a', 'b', 'c']);
    [a, c, d].forEach(each => each.end());
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after work that failed', async () => {
    const begun: string[] = [];
    const turns = new Turns(1);
    const [a, b] = ['a', 'b'].map(name => work(name, begun));
    const first = turns.take(a.run);
    const second = turns.take(b.run);
    a.fail(new Error('gone'));
    b.end();
    await expect(first).rejects.toThrow('gone');
    expect(await second).toBe('b');
  });

  it('are free again when all is done', async () => {
    const begun: string[] = [];
    const turns = new Turns(1);
    for (const name of ['a', 'b']) {
      const each = work(name, begun);
      each.end();
      await turns.take(each.run);
    }
    expect(begun).toEqual(['a', 'b']);
  });
});
