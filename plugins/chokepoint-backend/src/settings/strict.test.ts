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
import { readSettings } from './readSettings';

function settings(chokepoint: JsonObject, keysOfModules?: string[]) {
  return readSettings(new ConfigReader({ chokepoint }), keysOfModules);
}

describe('the configuration is refused at the start, by the key at fault,', () => {
  it.each<[string, JsonObject, string]>([
    [
      'for a figure that does not exist',
      { targets: { reviewLatancy: { target: '8h', limit: '1d' } } },
      'chokepoint.targets.reviewLatancy: there is no figure reviewLatancy; did you mean reviewLatency?',
    ],
    [
      'for an unknown key at the top',
      { privcy: { minimumChanges: 3 } },
      'chokepoint.privcy: there is no setting privcy; did you mean privacy?',
    ],
    [
      'for an unknown key that is like none',
      { gitea: {} },
      'chokepoint.gitea: there is no setting gitea',
    ],
    [
      'for an unknown key of a target',
      { targets: { leadTime: { target: '1d', limit: '2d', limt: '3d' } } },
      'chokepoint.targets.leadTime.limt: there is no setting limt; did you mean limit?',
    ],
    [
      'for an unknown key of an entry of a list',
      { exclude: [{ name: 'mirrors', branchs: ['x'], branches: ['y'] }] },
      'chokepoint.exclude[0].branchs: there is no setting branchs; did you mean branches?',
    ],
    [
      'for an unknown threshold',
      { findings: { thresholds: { batchsize: 3 } } },
      'chokepoint.findings.thresholds.batchsize: there is no threshold batchsize; did you mean batchSize?',
    ],
    [
      'for an unknown rule of the diagnosis',
      { findings: { disabled: ['blindspot'] } },
      'chokepoint.findings.disabled: there is no rule blindspot; did you mean blindSpot?',
    ],
    [
      'for a number that is none',
      { privacy: { minimumChanges: 'five' } },
      'chokepoint.privacy.minimumChanges: must be a number',
    ],
    [
      'for a number that is too small',
      { privacy: { minimumGroupSize: -1 } },
      'chokepoint.privacy.minimumGroupSize: -1 is not 0 or more',
    ],
    [
      'for a length of time that is none',
      { staleRelease: 90 },
      'chokepoint.staleRelease: must be a length of time',
    ],
    [
      'for text where a list belongs',
      { bots: 'github.com/x' },
      'chokepoint.bots: must be a list of strings',
    ],
    [
      'for a number in a list of texts',
      { releasedBranches: { 'github.com/acme/shop': ['main', 1.5] } },
      'chokepoint.releasedBranches.github.com/acme/shop[1]: must be a string',
    ],
    [
      'for a list where an object belongs',
      { targets: [] },
      'chokepoint.targets: must be an object',
    ],
    [
      'for text where an object belongs in a list',
      { workTypes: ['fix'] },
      'chokepoint.workTypes[0]: must be an object',
    ],
    [
      'for an environment that says neither',
      { environments: [{ name: 'blue' }] },
      'chokepoint.environments[0].production: is missing',
    ],
    [
      'for a flag that is none',
      { environments: [{ name: 'blue', production: 'maybe' }] },
      'chokepoint.environments[0].production: must be true or false',
    ],
    [
      'for a rule without a condition',
      { exclude: [{ name: 'mirrors' }] },
      'chokepoint.exclude[0]: has no condition',
    ],
    [
      'for hours of a day off',
      { calendars: [{ hours: { 6: { to: '13:00' } } }] },
      'chokepoint.calendars[0].hours.6: there is no working day 6',
    ],
    [
      'for hours of a weekday that end before they begin',
      { calendars: [{ hours: { 5: { to: '08:00' } } }] },
      'chokepoint.calendars[0]: from must be earlier than to',
    ],
    [
      'for a target of a figure that is not judged',
      { targets: { arrivals: { target: 1, limit: 2 } } },
      'chokepoint.targets.arrivals: a figure that describes and is not judged',
    ],
    [
      'for aliases that lead in a circle',
      { aliases: { groups: { web: 'shop', shop: 'web' } } },
      'chokepoint.aliases.groups: group:default/web leads back to itself',
    ],
    [
      'for a configuration that is no object',
      { aliases: 'none' },
      'chokepoint.aliases: must be an object',
    ],
  ])('%s', (_, chokepoint, message) => {
    expect(() => settings(chokepoint)).toThrow(message);
  });

  it('with every unknown key at once', () => {
    expect(() => settings({ privcy: {}, schedule: { synch: '1m' } })).toThrow(
      [
        'chokepoint.privcy: there is no setting privcy; did you mean privacy?',
        'chokepoint.schedule.synch: there is no setting synch; did you mean sync?',
      ].join('\n'),
    );
  });

  it('unless a module or a part of this project reads the key', () => {
    const foreign = { github: { anything: 1 }, demo: { enabled: true } };
    expect(() => settings(foreign)).not.toThrow();
    expect(() => settings({ jira: { site: 'acme' } })).toThrow(
      'chokepoint.jira',
    );
    expect(() => settings({ jira: { site: 'acme' } }, ['jira'])).not.toThrow();
  });

  it('and not for keys that say nothing', () => {
    expect(() => settings({ privcy: null, targets: null })).not.toThrow();
  });
});

describe('the rules of the model', () => {
  it('are those of the configuration, each with its default', () => {
    const { rules } = settings({
      exclude: [{ name: 'mirrors', branches: ['mirror/*'] }],
      signals: { holdLabels: ['wait'] },
      agents: { labels: ['robot'] },
      environments: [{ name: 'blue*', production: true }],
      failures: { severities: ['sev1'], incidentLag: '2d' },
      releasedBranches: { 'https://GitHub.com/Acme/Shop.git': ['rc'] },
      bots: ['github.com/helper'],
      landingBots: ['github.com/bors'],
      staleCheck: '2h',
      staleRelease: { days: 30 },
    });
    expect(rules).toMatchObject({
      exclude: [{ name: 'mirrors', branches: ['mirror/*'] }],
      signals: {
        holdLabels: ['wait'],
        approvalCommands: ['/lgtm', '/approve'],
      },
      agents: { labels: ['robot'], branchPrefixes: expect.any(Array) },
      environments: [{ name: 'blue*', production: true }],
      failures: {
        severities: ['sev1'],
        incidentLag: 2 * 86_400_000,
        revertWords: ['revert'],
      },
      releasedBranches: { 'github.com/acme/shop': ['rc'] },
      bots: ['github.com/helper'],
      landingBots: ['github.com/bors'],
      staleCheck: 2 * 3_600_000,
      staleRelease: 30 * 86_400_000,
    });
  });

  it('know who is who by hand, however it is spelled', () => {
    const { aliases } = settings({
      aliases: {
        repositories: { 'https://github.com/acme/Old': 'github.com/acme/new' },
        actors: { 'github.com/Alice': 'github.com/alice-acme' },
        groups: { web: 'group:default/storefront' },
      },
    });
    expect(aliases).toEqual({
      repositories: [
        { from: 'github.com/acme/old', to: 'github.com/acme/new' },
      ],
      actors: [{ from: 'github.com/alice', to: 'github.com/alice-acme' }],
      groups: [{ from: 'group:default/web', to: 'group:default/storefront' }],
    });
  });

  it('bind the sources of a credential to its subject', () => {
    const sources = { 'external:ci': ['api:ci-*'] };
    expect(settings({ ingest: { sources } }).ingest.sources).toEqual(sources);
  });

  it('have hours by weekday, which take over what they do not say', () => {
    const { calendars } = settings({
      calendars: [{ from: '08:30', hours: { 5: { to: '13:00' } } }],
    });
    expect(calendars.otherwise).toMatchObject({
      from: '08:30',
      to: '17:00',
      hours: { 5: { from: '08:30', to: '13:00' } },
    });
  });
});
