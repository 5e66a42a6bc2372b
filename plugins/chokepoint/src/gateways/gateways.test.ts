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

import { englishWords } from '../../dev/englishWords';
import { flowsOf } from './flows';
import { formatLoad, loadText } from './load';
import { parseTarget, percentOf, targetOf } from './whatIf';

const edge = (from: string, to: string, queueMs: number) => ({
  from,
  to,
  queueMs,
  changes: 1,
});

describe('the flows of a map', () => {
  it('have a team on both sides where it waits and is waited on', () => {
    const { nodes, links } = flowsOf([edge('a', 'b', 2), edge('b', 'b', 3)]);
    expect(nodes.map(({ id }) => id).sort()).toEqual([
      'from a',
      'from b',
      'to b',
    ]);
    expect(links.map(({ value }) => value)).toEqual([3, 2]);
  });

  it('are the largest where there are too many, and never empty ones', () => {
    const { nodes, links } = flowsOf(
      [edge('a', 'b', 1), edge('c', 'd', 9), edge('e', 'f', 0)],
      1,
    );
    expect(links.map(({ edge: { from } }) => from)).toEqual(['c']);
    expect(nodes).toHaveLength(2);
  });
});

describe('the what-if', () => {
  it('goes from per cent of the present median to a wait and back', () => {
    expect(targetOf(200_000, 25)).toBe(50_000);
    expect(percentOf(200_000, 50_000)).toBe(25);
  });

  it('begins in the middle', () => {
    expect(percentOf(200_000, undefined)).toBe(50);
  });

  it('keeps a target of the address within the slider', () => {
    expect(percentOf(200_000, 900_000)).toBe(100);
    expect(percentOf(200_000, 1)).toBe(5);
  });

  it('reads only positive numbers from the address', () => {
    expect(parseTarget('60000')).toBe(60_000);
    expect(parseTarget('-1')).toBeUndefined();
    expect(parseTarget('soon')).toBeUndefined();
    expect(parseTarget(null)).toBeUndefined();
  });
});

describe('the load', () => {
  it('is told as it is written', () => {
    const t = englishWords();
    expect(formatLoad(1.004)).toBe('1.00');
    expect(loadText(1.004, t)).toBe('the queue holds');
    expect(loadText(1.02, t)).toBe('the queue grows');
    expect(loadText(0.98, t)).toBe('the queue shrinks');
  });
});
