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

import type { ActorKind, Duration, Party } from 'chokepoint-flow';
import { Shift } from '../calendar/WorkingCalendar';
import { RegionName } from '../calendar/Region';

/**
 * How a person looks after what waits for them: at once, twice a day, or in the
 * morning only.
 *
 * @public
 */
export type Habit = 'prompt' | 'twiceDaily' | 'mornings';

/**
 * What a person mainly does.
 *
 * @public
 */
export type Role = 'developer' | 'lead' | 'product' | 'quality' | 'management';

/**
 * Somebody of the company.
 *
 * @public
 */
export interface Person {
  /** Name of the entity: `mara.lindqvist`. */
  name: string;
  displayName: string;
  /** Login at the forge: `mlindqvist`. */
  login: string;
  /** `user:default/mara.lindqvist`; `external:<actor id>` for somebody outside the catalog. */
  party: Party;
  kind: ActorKind;
  /** Actor id at the forge: `github.com/mlindqvist`. */
  forgeId: string;
  /** Actor id in the tracker: `brindlewick.atlassian.net/mara.lindqvist`. */
  trackerId: string;
  /** Names of the teams, the main one first. */
  teams: string[];
  role: Role;
  region: RegionName;
  /** Working hours, in milliseconds of the local day. */
  shift: Shift;
  habit: Habit;
  /** Seed of the own holidays. */
  seed: number;
}

/** Whether somebody works here without being in the catalog. */
export function isOutsider({ party }: Person): boolean {
  return party.startsWith('external:');
}

/** The party of a person in the tracker: nobody knows that two accounts of an outsider are one. */
export function trackerPartyOf(person: Person): Party {
  return isOutsider(person) ? `external:${person.trackerId}` : person.party;
}

/**
 * A team, or a department above teams.
 *
 * @public
 */
export interface Team {
  /** Name of the entity: `storefront`. */
  name: string;
  displayName: string;
  type: 'organization' | 'department' | 'team';
  /** Name of the group above. */
  parent?: string;
  party: Party;
  /** Id at the forge: `github.com/orgs/brindlewick/teams/storefront`. */
  forgeId: string;
  /** Key of the tracker's project: `SHOP`. */
  project: string;
  region: RegionName;
  members: Person[];
}

/**
 * How changes of a repository get to production.
 *
 * `continuous`: as soon as they are merged · `daily`, `weekly`, `fortnightly`: in
 * a window · `none`: never deployed, the merge is the release.
 *
 * @public
 */
export type ReleaseRhythm =
  | 'continuous'
  | 'daily'
  | 'weekly'
  | 'fortnightly'
  | 'none';

/**
 * The rules of a repository.
 *
 * @public
 */
export interface RepositoryRules {
  approvalsNeeded: number;
  /** A push takes back the approvals that were given before. */
  dismissesStaleApprovals: boolean;
  mergeQueue: boolean;
  /** The author lets the forge merge as soon as it may. */
  mergesItself: boolean;
  /** Names of teams that are asked for a review of every change. */
  codeOwners: string[];
  /** Suites of checks that run side by side for every commit. */
  checks?: { suites: number; lasting: Duration; failing: number };
  release: ReleaseRhythm;
  /** Production is deployed to from the start, or begins to be reported midway. */
  deployedFrom: 'start' | 'midway';
  /** Deployments say which changes they contain; else only the newest commit. */
  listsChanges: boolean;
  /** Only the end of a deployment is reported. */
  reportsOnlyTheEnd: boolean;
  /** Names of the team, or of the people, who let deployments into production. */
  gate?: { team?: string; people?: string[] };
  rollout: { lasting: Duration; failing: number; runsAgain: boolean };
  staging: boolean;
  /** When somebody tries what a change does. */
  quality: 'none' | 'beforeMerge' | 'beforeRelease';
  /** Probability that a successful roll-out leads to an incident. */
  breaking: number;
}

/**
 * A repository and its rules.
 *
 * @public
 */
export interface RepositorySite {
  /** `github.com/brindlewick/checkout-service`. */
  key: string;
  name: string;
  services: Service[];
  rules: RepositoryRules;
}

/**
 * A service, as the catalog knows it.
 *
 * @public
 */
export interface Service {
  /** Name of the entity. */
  name: string;
  displayName: string;
  type: 'service' | 'website' | 'library';
  system: string;
  repository: string;
  /** Folder in the repository, with a slash at its end; empty at the root. */
  path: string;
  /** Name of the owning team; absent when nobody owns it. */
  owner?: string;
  /** The owning team's party; `unassigned` when nobody owns it. */
  ownerParty: Party;
  /** Share of the company's changes, relative to the others. */
  weight: number;
  /** Share of the changes that come from other teams. */
  visitors: number;
}

/**
 * A system of services.
 *
 * @public
 */
export interface SystemSite {
  name: string;
  displayName: string;
  domain: string;
  owner: string;
}

/**
 * A domain of systems.
 *
 * @public
 */
export interface DomainSite {
  name: string;
  displayName: string;
  owner: string;
}

/**
 * The organisation that is simulated.
 *
 * @public
 */
export interface Company {
  name: string;
  slug: string;
  domains: DomainSite[];
  systems: SystemSite[];
  services: Service[];
  repositories: RepositorySite[];
  /** Departments and teams. */
  groups: Team[];
  /** Groups that have changes of their own. */
  teams: Team[];
  /** Everybody in the catalog. */
  people: Person[];
  /** People who work for teams without being in the catalog. */
  contractors: Person[];
  /** Team and service that most waiting is behind; absent when none is planted. */
  gateway?: { team: string; service: string };
}
