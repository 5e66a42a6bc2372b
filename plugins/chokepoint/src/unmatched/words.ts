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

/** The texts of what did not match, in English. */
export const unmatchedWords = {
  title: 'What did not match',
  hint: 'Named by events or by the catalog, and nothing was found for it. Each with what would mend it.',
  none: 'Everything that was named was found.',
  ofEntity: 'Only what concerns {{entity}}.',
  ofAll: 'Show all',
  failed: 'What did not match could not be loaded',
  summary: '{{values}} · {{n}} times since {{since}}',
  withheld: 'Accounts are shown to those with the permission {{permission}}.',
  more_one: 'and one more',
  more_other: 'and {{count}} more',
  columnWhat: 'What',
  columnWhere: 'Where',
  columnOften: 'How often',
  columnSince: 'Since',
  columnLast: 'Last',
  columnMend: 'What would mend it',
  otherRepos_one: 'and one other repository',
  otherRepos_other: 'and {{count}} other repositories',
  nothingToMend: 'Nothing to do.',
  copy: 'Copy',
  copyOne: 'Copy: {{line}}',
  copied: 'Copied',
  next: 'Next page',
  first: 'First page',
  kind: {
    commits: 'Commits that nothing could place',
    services: 'Services that are no entity',
    environments: 'Environments, and what they were taken for',
    unplacedChanges: 'Merged changes that no release contains',
    unlinkedIncidents: 'Incidents without a release',
    repositories: 'Repositories that no entity lives in',
    entities: 'Entities without a repository',
    slugs: 'Project slugs that name no known repository',
    actors: 'Accounts that are not in the catalog',
    teams: 'Teams that are not in the catalog',
    bots: 'Accounts that answer like machines',
    aliases: 'Names that may be the same',
    contradictions: 'Facts that contradict an earlier one',
  },
  detail: {
    production: 'taken for production',
    notProduction: 'not taken for production',
    bySource: '{{taken}}, as its source says',
    byRule: '{{taken}}, by the configuration',
    byWords: '{{taken}}, by the words of its name',
    lookedFor: 'looked for in {{repo}}',
    annotation: 'because of the annotation {{annotation}}',
    noRepository: 'no annotation names a repository',
    answers:
      '{{fast}} of {{answers}} answers within five minutes, in {{hours}} hours of the day',
  },
  mend: {
    environment:
      'If it is production, say so in the configuration; else nothing is to be done.',
    environmentNot:
      'If it is not production, say so in the configuration; else nothing is to be done.',
    alias: 'If both are the same, say so in the configuration.',
    aliasUnknown: 'Say in the configuration what it is called now.',
    bot: 'If it is a machine, say so in the configuration.',
    releasedBranch:
      'If this branch is released, say so in the configuration; else nothing is to be done.',
    repositoryAnnotation: 'Annotate the entity with its repository.',
    repositoryAnnotationOf: 'Annotate the entity that lives there.',
    loginAnnotation: 'Annotate the user in the catalog.',
    teamAnnotation: 'Annotate the group in the catalog.',
    serviceName:
      'Register an entity of this name in the repository, or report it by one of: {{candidates}}.',
    serviceNameNone: 'Register an entity of this name in the repository.',
    history:
      'Report the history of the repository (repository.commits), or the commits of each release.',
    release:
      'Report the production roll-out that contains it, with its commit.',
    incidentService:
      'Name the deployment or the services of the incident when it is reported.',
    sender:
      'Have {{source}} send a new id for each fact: it sends one id with different contents.',
  },
  card: {
    commits_one: 'One release of it names a commit that is unknown',
    commits_other: '{{count}} releases of it name commits that are unknown',
    services_one: 'One roll-out here names a service that is no entity',
    services_other:
      '{{count}} roll-outs here name services that are no entities',
    environments_one:
      'One environment may be production and was not taken for it',
    environments_other:
      '{{count}} environments may be production and were not taken for it',
    unplacedChanges_one: 'One merged change is in no release',
    unplacedChanges_other: '{{count}} merged changes are in no release',
    unlinkedIncidents_one: 'One incident belongs to no release',
    unlinkedIncidents_other: '{{count}} incidents belong to no release',
    repositories_one: 'One event names a repository that is unknown',
    repositories_other: '{{count}} events name repositories that are unknown',
    entities_one: 'One entity has no repository',
    entities_other: '{{count}} entities have no repository',
    slugs_one: 'One project slug names no known repository',
    slugs_other: '{{count}} project slugs name no known repository',
    teams_one: 'One team is not in the catalog',
    teams_other: '{{count}} teams are not in the catalog',
    others_one: 'one other kind of thing did not match',
    others_other: '{{count}} other kinds of things did not match',
    mend: 'See what would mend it',
  },
  home: {
    lookedFor: 'Its changes are looked for in {{repos}}.',
    lookedForIn: 'Its changes are looked for in {{repos}}, below {{path}}.',
    why: 'That is what its annotation {{annotation}} says; {{override}} overrides it.',
    none: 'It has no repository that its changes could be found by. The annotation {{override}} gives it one.',
    noneBy: 'It has no repository: its annotation {{annotation}} says so.',
  },
} as const;
