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

import { Entity } from '@backstage/catalog-model';
import {
  Company,
  DomainSite,
  Person,
  Service,
  SystemSite,
  Team,
} from '../company/Company';
import { CompanyOptions, foundCompany } from '../company/foundCompany';

/** The owner that a service names which nobody owns: a team that is gone. */
const GONE = 'group:default/store-tools';

/**
 * The company as entities of a catalog: domains, systems, components, groups
 * and users, with the annotations that real catalogs carry.
 *
 * @public
 */
export function companyCatalog(options: CompanyOptions): Entity[] {
  const company = foundCompany(options);
  return [
    ...company.groups.map(group => groupEntity(group, company)),
    ...company.people.map(person => userEntity(person)),
    ...company.domains.map(domain => domainEntity(domain, company)),
    ...company.systems.map(system => systemEntity(system, company)),
    ...company.services.map(service => componentEntity(service)),
  ];
}

function groupEntity(group: Team, company: Company): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: group.name,
      title: group.displayName,
      annotations: {
        ...locatedAt(`https://github.com/orgs/${company.slug}`),
        'github.com/team-slug': `${company.slug}/${group.name}`,
      },
    },
    spec: {
      type: group.type,
      profile: { displayName: group.displayName },
      ...(group.parent && { parent: group.parent }),
      children: [],
    },
  };
}

function userEntity(person: Person): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: person.name,
      title: person.displayName,
      annotations: {
        ...locatedAt(`https://github.com/${person.login}`),
        'github.com/user-login': person.login,
      },
    },
    spec: {
      profile: {
        displayName: person.displayName,
        email: `${person.name}@brindlewick.example`,
      },
      memberOf: person.teams,
    },
  };
}

function domainEntity(domain: DomainSite, company: Company): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: {
      name: domain.name,
      title: domain.displayName,
      annotations: locatedAt(`https://github.com/${company.slug}`),
    },
    spec: { owner: domain.owner },
  };
}

function systemEntity(system: SystemSite, company: Company): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: system.name,
      title: system.displayName,
      annotations: locatedAt(`https://github.com/${company.slug}`),
    },
    spec: { owner: system.owner, domain: system.domain },
  };
}

function componentEntity(service: Service): Entity {
  const { repository, path } = service;
  const location = path
    ? `https://${repository}/tree/main/${path}`
    : `https://${repository}/`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: service.name,
      title: service.displayName,
      annotations: {
        ...locatedAt(
          `https://${repository}/blob/main/${path}catalog-info.yaml`,
        ),
        'backstage.io/source-location': `url:${location}`,
        'github.com/project-slug': repository.slice('github.com/'.length),
      },
      links: [{ url: location, title: 'Source' }],
    },
    spec: {
      type: service.type,
      lifecycle: 'production',
      owner: service.owner ?? GONE,
      system: service.system,
    },
  };
}

function locatedAt(url: string): Record<string, string> {
  return {
    'backstage.io/managed-by-location': `url:${url}`,
    'backstage.io/managed-by-origin-location': `url:${url}`,
  };
}
