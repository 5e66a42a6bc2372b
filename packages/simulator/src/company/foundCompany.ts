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

import { Dice } from '../chance/Dice';
import {
  Company,
  isOutsider,
  Person,
  ReleaseRhythm,
  RepositorySite,
  Service,
  SystemSite,
  Team,
} from './Company';
import { Hiring } from './people';
import {
  DEPARTMENTS,
  DOMAINS,
  SERVICES,
  ServicePlan,
  SYSTEMS,
  TeamPlan,
  TEAMS,
} from './plan';
import { GATEWAY_SERVICE, GATEWAY_TEAM, rulesOf } from './rules';

/**
 * What the company is like.
 *
 * @public
 */
export interface CompanyOptions {
  /** The same seed founds the same company. */
  seed: number;
  /**
   * Number of branches, at least 1. Each has 12 teams, 40 services and about
   * 120 people. Default: 1.
   */
  branches?: number;
  /**
   * Whether most waiting is behind one team, which must approve the changes of
   * others with few reviewers, and one service, which is released once a week.
   * Default: true.
   */
  gateway?: boolean;
  /**
   * How changes of every repository that is deployed get to production. Default:
   * as each repository has it.
   */
  release?: Exclude<ReleaseRhythm, 'none'>;
}

const HOST = 'github.com';
const SLUG = 'brindlewick';

/** How names of one branch of the company are written. */
class Branch {
  constructor(private readonly number: number, readonly hasGateway: boolean) {}

  name(plan: string): string {
    return this.number === 1 ? plan : `${plan}-${this.number}`;
  }

  title(plan: string): string {
    return this.number === 1 ? plan : `${plan} ${this.number}`;
  }

  project(plan: string): string {
    return this.number === 1 ? plan : `${plan}${this.number}`;
  }
}

/**
 * Founds the company of a seed.
 *
 * @public
 */
export function foundCompany(options: CompanyOptions): Company {
  const { seed, branches = 1, gateway = true } = options;
  const dice = new Dice(seed);
  const hiring = new Hiring(dice);
  const groups = DEPARTMENTS.map(department => groupOf(department, hiring));
  const company: Company = {
    name: 'Brindlewick',
    slug: SLUG,
    domains: [...DOMAINS],
    systems: [],
    services: [],
    repositories: [],
    groups,
    teams: [],
    people: groups.flatMap(group => group.members),
    contractors: [],
  };
  if (gateway) {
    company.gateway = { team: GATEWAY_TEAM, service: GATEWAY_SERVICE };
  }
  for (let branch = 1; branch <= branches; branch++) {
    addBranch(company, new Branch(branch, gateway && branch === 1), {
      dice,
      hiring,
    });
  }
  for (const { rules } of company.repositories) {
    if (options.release && rules.release !== 'none') {
      rules.release = options.release;
    }
  }
  return company;
}

function addBranch(
  company: Company,
  branch: Branch,
  { dice, hiring }: { dice: Dice; hiring: Hiring },
) {
  const teams = TEAMS.map((plan, index) => teamOf(plan, index, branch, hiring));
  shareMembers(teams);
  company.groups.push(...teams);
  company.teams.push(...teams);
  company.people.push(
    ...new Set(teams.flatMap(team => team.members).filter(isInCatalog)),
  );
  company.contractors.push(
    ...teams.flatMap(team => team.members).filter(m => !isInCatalog(m)),
  );
  company.systems.push(...SYSTEMS.map(plan => systemOf(plan, branch)));
  const services = SERVICES.map(plan => serviceOf(plan, branch, dice));
  company.services.push(...services);
  company.repositories.push(...repositoriesOf(services, teams, branch, dice));
}

function isInCatalog(person: Person): boolean {
  return !isOutsider(person);
}

function groupOf(
  plan: { name: string; displayName: string; parent?: string },
  hiring: Hiring,
): Team {
  const leads = ['brindlewick', 'shopping', 'fulfilment', 'technology'];
  const members = leads.includes(plan.name)
    ? [
        hiring.hire({
          teams: [plan.name],
          role: 'management',
          region: 'germany',
        }),
      ]
    : [];
  return {
    ...plan,
    type: plan.parent === undefined ? 'organization' : 'department',
    party: `group:default/${plan.name}`,
    forgeId: `${HOST}/orgs/${SLUG}/teams/${plan.name}`,
    project: plan.name.toUpperCase(),
    region: 'germany',
    members,
  };
}

function teamOf(
  plan: TeamPlan,
  index: number,
  branch: Branch,
  hiring: Hiring,
): Team {
  const name = branch.name(plan.name);
  const planted = branch.hasGateway && plan.name === GATEWAY_TEAM;
  const place = { teams: [name], region: plan.region };
  const developers = index % 3 === 0 ? 6 : 7;
  const lead = hiring.hire({
    ...place,
    role: 'lead',
    habit: planted ? 'mornings' : undefined,
  });
  const members = [
    lead,
    hiring.hire({ ...place, role: 'product' }),
    hiring.hire({ ...place, role: 'quality' }),
  ];
  while (members.length < developers + 3) {
    members.push(hiring.hire({ ...place, role: 'developer' }));
  }
  if (plan.name === 'discovery' || plan.name === 'payments') {
    members.push(hiring.contract({ ...place, role: 'developer' }));
  }
  return {
    ...plan,
    name,
    displayName: branch.title(plan.displayName),
    type: 'team',
    party: `group:default/${name}`,
    forgeId: `${HOST}/orgs/${SLUG}/teams/${name}`,
    project: branch.project(plan.project),
    members,
  };
}

/** Two people are in several teams. */
function shareMembers(teams: Team[]) {
  const lend = (from: number, to: number, member: number) => {
    const person = teams[from].members[member];
    person.teams.push(teams[to].name);
    teams[to].members.push(person);
  };
  lend(0, 2, 4);
  lend(3, 9, 5);
}

function systemOf(plan: SystemSite, branch: Branch): SystemSite {
  return {
    ...plan,
    name: branch.name(plan.name),
    displayName: branch.title(plan.displayName),
    owner: branch.name(plan.owner),
  };
}

function serviceOf(plan: ServicePlan, branch: Branch, dice: Dice): Service {
  const owner = plan.owner && branch.name(plan.owner);
  const planted = branch.hasGateway && plan.name === GATEWAY_SERVICE;
  return {
    name: branch.name(plan.name),
    displayName: branch.title(plan.displayName),
    type: plan.type ?? 'service',
    system: branch.name(plan.system),
    repository: `${HOST}/${SLUG}/${branch.name(
      plan.home?.repository ?? plan.name,
    )}`,
    path: plan.home?.path ?? '',
    owner,
    ownerParty: owner ? `group:default/${owner}` : 'unassigned',
    weight: planted ? 5 : dice.between(0.4, 2),
    visitors: planted ? 0.75 : dice.between(0.02, 0.2),
  };
}

function repositoriesOf(
  services: Service[],
  teams: Team[],
  branch: Branch,
  dice: Dice,
): RepositorySite[] {
  const keys = [...new Set(services.map(service => service.repository))];
  return keys.map(key => {
    const housed = services.filter(service => service.repository === key);
    const owner = teams.find(team => team.name === housed[0].owner) ?? teams[0];
    const name = key.slice(key.lastIndexOf('/') + 1);
    const rules = rulesOf(
      {
        plan: name.replace(/-\d+$/, ''),
        gatekeepers: owner.members.slice(0, 2).map(member => member.name),
        gateway: branch.hasGateway ? branch.name(GATEWAY_TEAM) : undefined,
      },
      dice,
    );
    return { key, name, services: housed, rules };
  });
}
