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
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { SettingsSection } from 'backstage-plugin-chokepoint-node';
import { Aliases, aliasesOf, ModelRules } from 'chokepoint-flow';
import { groupRef, readCalendars, WorkCalendars } from './calendars';
import { FindingSettings, readFindings } from './findings';
import { readModelRules } from './modelRules';
import { readTargets, Targets } from './targets';

/** What the operator of a portal may set, with every default filled in. */
export interface Settings {
  targets: Targets;
  privacy: {
    /** Fewer observations than this, and a figure is withheld. */
    minimumChanges: number;
    /** Fewer people than this behind it, and a figure is withheld. */
    minimumGroupSize: number;
  };
  rules: ModelRules;
  aliases: Aliases;
  ingest: {
    /**
     * Patterns of the sources that a credential may write under, by its
     * subject; `*` stands for any characters. Others write under `api:*`.
     */
    sources: Readonly<Record<string, readonly string[]>>;
  };
  calendars: WorkCalendars;
  findings: FindingSettings;
  schedule: {
    sync: HumanDuration;
    syncTimeout: HumanDuration;
    ownership: HumanDuration;
  };
}

/**
 * Keys under `chokepoint` that parts of this project read themselves. They are
 * known whether or not that part is installed, so that it can be taken out
 * without touching the configuration.
 */
const KEYS_OF_PARTS = ['demo', 'github'];

/**
 * Reads the settings under `chokepoint`.
 *
 * @param keysOfModules - keys that modules read, and check, themselves
 * @throws InputError - naming the key that is unknown or cannot be used
 */
export function readSettings(
  root: Config,
  keysOfModules: readonly string[] = [],
): Settings {
  const section = new SettingsSection(
    'chokepoint',
    root.getOptional('chokepoint'),
  );
  [...KEYS_OF_PARTS, ...keysOfModules].forEach(key => section.leave(key));
  const privacy = readPrivacy(section.section('privacy'));
  const settings: Settings = {
    targets: readTargets(section.section('targets', 'figure')),
    privacy,
    rules: readModelRules(section),
    aliases: readAliases(section.section('aliases')),
    ingest: readIngest(section.section('ingest')),
    calendars: readCalendars(section.sections('calendars') ?? []),
    findings: readFindings(section.section('findings'), privacy.minimumChanges),
    schedule: readSchedule(section.section('schedule')),
  };
  section.refuseUnknown();
  return settings;
}

function readPrivacy(section: SettingsSection): Settings['privacy'] {
  return {
    minimumChanges: section.number('minimumChanges', { minimum: 0 }) ?? 5,
    minimumGroupSize: section.number('minimumGroupSize', { minimum: 0 }) ?? 3,
  };
}

function readSchedule(section: SettingsSection): Settings['schedule'] {
  return {
    sync: section.duration('sync') ?? { minutes: 10 },
    syncTimeout: section.duration('syncTimeout') ?? { minutes: 10 },
    ownership: section.duration('ownership') ?? { minutes: 5 },
  };
}

/** Names that are no longer used, each with the one that is used now. */
function readAliases(section: SettingsSection): Aliases {
  const read = (key: keyof Aliases, spelled = (name: string) => name) => {
    const names = section.section(key);
    return names.keys().map(from => ({
      from: spelled(from),
      to: spelled(names.string(from) ?? names.missing(from)),
    }));
  };
  const aliases = {
    repositories: read('repositories'),
    actors: read('actors'),
    groups: read('groups', groupRef),
  };
  try {
    return aliasesOf(aliases);
  } catch (error) {
    throw new InputError(
      `chokepoint.${error instanceof Error ? error.message : error}`,
    );
  }
}

function readIngest(section: SettingsSection): Settings['ingest'] {
  const sources = section.section('sources');
  return {
    sources: Object.fromEntries(
      sources.keys().map(subject => [subject, sources.strings(subject) ?? []]),
    ),
  };
}
