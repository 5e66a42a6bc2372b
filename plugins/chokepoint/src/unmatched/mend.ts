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

import { UnmatchedItem } from 'backstage-plugin-chokepoint-common';
import { Words } from '../wording/useWords';

/** What would mend something. */
export type Mend = NonNullable<UnmatchedItem['mend']>;

/** Overrides whatever else says where an entity lives. */
export const REPOSITORY_ANNOTATION = 'chokepoint.io/repository';

/** What to put where nobody knows it. */
const UNKNOWN = '…';

/**
 * The lines of the configuration, or of the entity file, that mend it; nothing
 * where a source has to report something else.
 */
export function mendLines(mend: Mend): string | undefined {
  switch (mend.kind) {
    case 'environment':
      return configuration('environments', [
        `  - name: ${scalar(mend.name)}`,
        `    production: ${mend.production}`,
      ]);
    case 'alias':
      return configuration('aliases', [
        `  ${mend.of}:`,
        `    ${scalar(mend.from)}: ${mend.to ? scalar(mend.to) : UNKNOWN}`,
      ]);
    case 'bot':
      return configuration('bots', [`  - ${scalar(mend.actor)}`]);
    case 'releasedBranch':
      return configuration('releasedBranches', [
        `  ${scalar(mend.repo)}: [${scalar(mend.branch)}]`,
      ]);
    case 'repositoryAnnotation':
      return annotation(REPOSITORY_ANNOTATION, mend.repo);
    case 'loginAnnotation':
      return annotation(`${mend.host}/user-login`, mend.login);
    case 'teamAnnotation':
      return annotation(`${mend.host}/team-slug`, mend.slug);
    case 'serviceName':
    case 'history':
    case 'release':
    case 'incidentService':
    case 'sender':
      return undefined;
    default: {
      const unknown: never = mend;
      return unknown;
    }
  }
}

/** What is to be done, in a sentence. */
export function mendText(mend: Mend, t: Words): string {
  switch (mend.kind) {
    case 'environment':
      return mend.production
        ? t('unmatched.mend.environment')
        : t('unmatched.mend.environmentNot');
    case 'alias':
      return mend.to
        ? t('unmatched.mend.alias')
        : t('unmatched.mend.aliasUnknown');
    case 'repositoryAnnotation':
      return mend.entityRef
        ? t('unmatched.mend.repositoryAnnotation')
        : t('unmatched.mend.repositoryAnnotationOf');
    case 'serviceName':
      return mend.candidates.length > 0
        ? t('unmatched.mend.serviceName', {
            candidates: mend.candidates.join(', '),
          })
        : t('unmatched.mend.serviceNameNone');
    case 'sender':
      return t('unmatched.mend.sender', { source: mend.source });
    case 'bot':
    case 'releasedBranch':
    case 'loginAnnotation':
    case 'teamAnnotation':
    case 'history':
    case 'release':
    case 'incidentService':
      return t(`unmatched.mend.${mend.kind}`);
    default: {
      const unknown: never = mend;
      return unknown;
    }
  }
}

function configuration(key: string, lines: readonly string[]): string {
  return ['chokepoint:', `  ${key}:`, ...lines.map(line => `  ${line}`)].join(
    '\n',
  );
}

function annotation(name: string, value: string | undefined): string {
  return `${name}: ${value === undefined ? UNKNOWN : scalar(value)}`;
}

/** A scalar of YAML: plain where that is safe, else in quotes. */
function scalar(text: string): string {
  const plain = /^[A-Za-z][\w./@-]*$/.test(text);
  const word = /^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain && !word ? text : JSON.stringify(text);
}
