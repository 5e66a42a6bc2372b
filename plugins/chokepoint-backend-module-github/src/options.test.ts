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
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readGithubOptions } from './options';

function read(github?: JsonObject) {
  return readGithubOptions(
    new ConfigReader(github ? { chokepoint: { github } } : {}),
  );
}

const NOW = Date.parse('2024-05-06T09:00:00Z');

describe('the options', () => {
  it('all have defaults', () => {
    const options = read();
    expect(options).toMatchObject({
      decision: { labels: ['accepted'], milestone: false },
      releases: 'whenNoDeployments',
      reserve: 0.2,
    });
    expect(options.productionEnvironments.size).toBe(0);
    expect(options.oldest(NOW)).toBeUndefined();
  });

  it('are what the configuration says', () => {
    const options = read({
      botLogins: ['DrahtBot'],
      agentLogins: ['our-coder'],
      decisionLabels: ['go'],
      decisionByMilestone: true,
      productionEnvironments: ['github-pages'],
      releases: 'never',
      rateLimitReserve: 0.5,
      history: { days: 2 },
    });
    expect(options).toMatchObject({
      decision: { labels: ['go'], milestone: true },
      releases: 'never',
      reserve: 0.5,
    });
    expect([...options.actors.bots]).toEqual(['drahtbot']);
    expect([...options.actors.agents]).toEqual(['our-coder']);
    expect([...options.productionEnvironments]).toEqual(['github-pages']);
    expect(options.oldest(NOW)).toBe(NOW - 2 * 86_400_000);
  });

  it.each<[string, JsonObject]>([
    ['releases', { releases: 'sometimes' }],
    ['rateLimitReserve', { rateLimitReserve: 1 }],
    ['rateLimitReserve', { rateLimitReserve: -0.1 }],
    ['history', { history: 'long' }],
  ])('name the key at fault: %s', (key, github) => {
    expect(() => read(github).oldest(NOW)).toThrow(key);
  });
});
