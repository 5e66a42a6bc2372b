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
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  Entity,
  groupEntityV1alpha1Validator,
  parseEntityRef,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { companyCatalog, foundCompany } from '..';

const VALIDATORS = [
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
];

function refOf(name: unknown, kind: string): string {
  return stringifyEntityRef(
    parseEntityRef(String(name), {
      defaultKind: kind,
      defaultNamespace: 'default',
    }),
  );
}

describe('the catalog of the company', () => {
  const entities = companyCatalog({ seed: 1 });
  const refs = new Set(entities.map(stringifyEntityRef));
  const ofKind = (kind: string) =>
    entities.filter(entity => entity.kind === kind);
  const specs = (kind: string, field: string) =>
    ofKind(kind).flatMap(({ spec }) => spec?.[field] ?? []);

  it('is valid, each entity once', async () => {
    const accepted = await Promise.all(
      entities.map(entity =>
        Promise.all(VALIDATORS.map(validator => validator.check(entity))),
      ),
    );

    expect(accepted.filter(checks => !checks.includes(true))).toEqual([]);
    expect(refs.size).toBe(entities.length);
  });

  it('has 40 services, 12 teams, 3 domains and about 120 people', () => {
    const teams = ofKind('Group').filter(({ spec }) => spec?.type === 'team');

    expect(ofKind('Component')).toHaveLength(40);
    expect(teams).toHaveLength(12);
    expect(ofKind('Domain')).toHaveLength(3);
    expect(ofKind('System').length).toBeGreaterThanOrEqual(10);
    expect(ofKind('User').length).toBeGreaterThan(110);
    expect(ofKind('User').length).toBeLessThan(130);
  });

  it('refers to entities that are there', () => {
    const mentioned = [
      ...specs('Group', 'parent').map(name => refOf(name, 'group')),
      ...specs('User', 'memberOf').map(name => refOf(name, 'group')),
      ...specs('System', 'owner').map(name => refOf(name, 'group')),
      ...specs('System', 'domain').map(name => refOf(name, 'domain')),
      ...specs('Domain', 'owner').map(name => refOf(name, 'group')),
      ...specs('Component', 'system').map(name => refOf(name, 'system')),
    ];

    expect(mentioned.filter(ref => !refs.has(ref))).toEqual([]);
  });

  it('has one service whose owner is gone', () => {
    const unowned = ofKind('Component').filter(
      ({ spec }) => !refs.has(refOf(spec?.owner, 'group')),
    );

    expect(unowned.map(({ metadata }) => metadata.name)).toEqual([
      'label-printer',
    ]);
  });

  it('nests groups: teams in departments, one of them in another', () => {
    const parentOf = new Map(
      ofKind('Group').map(({ metadata, spec }) => [
        metadata.name,
        spec?.parent,
      ]),
    );
    const above = (name: unknown): unknown[] => {
      const parent = parentOf.get(String(name));
      return parent === undefined ? [] : [parent, ...above(parent)];
    };

    expect(above('storefront')).toEqual([
      'shopping-experience',
      'shopping',
      'brindlewick',
    ]);
  });

  it('has two people in several teams', () => {
    const several = ofKind('User').filter(
      ({ spec }) => Array.isArray(spec?.memberOf) && spec.memberOf.length > 1,
    );

    expect(several).toHaveLength(2);
  });

  it('tells the services of one repository apart by their paths', () => {
    const annotation = ({ metadata }: Entity, name: string) =>
      metadata.annotations?.[name];
    const housed = ofKind('Component').filter(
      entity =>
        annotation(entity, 'github.com/project-slug') ===
        'brindlewick/shopfront',
    );
    const places = housed.map(entity =>
      annotation(entity, 'backstage.io/source-location'),
    );

    expect(housed).toHaveLength(5);
    expect(new Set(places).size).toBe(5);
    expect(new Set(housed.map(({ spec }) => spec?.owner)).size).toBe(2);
    expect(places[0]).toBe(
      'url:https://github.com/brindlewick/shopfront/tree/main/apps/shop/',
    );
  });

  it('tells the login of everybody, each once', () => {
    const logins = ofKind('User').map(
      ({ metadata }) => metadata.annotations?.['github.com/user-login'],
    );

    expect(logins.filter(login => !login)).toEqual([]);
    expect(new Set(logins).size).toBe(logins.length);
  });

  it('is the same for the same seed, and other people for another', () => {
    expect(companyCatalog({ seed: 1 })).toEqual(entities);
    expect(companyCatalog({ seed: 2 })).not.toEqual(entities);
  });

  it('grows by branches, with names of their own', () => {
    const larger = companyCatalog({ seed: 1, branches: 3 });

    expect(new Set(larger.map(stringifyEntityRef)).size).toBe(larger.length);
    expect(foundCompany({ seed: 1, branches: 3 }).services).toHaveLength(120);
  });
});
