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

import { EntityUnmatched } from 'backstage-plugin-chokepoint-common';
import { Words } from '../wording/useWords';
import { REPOSITORY_ANNOTATION } from './mend';

/** Where the changes of an entity are looked for, and why there. */
export function homeText(
  { repos = [], path, annotation }: NonNullable<EntityUnmatched['home']>,
  t: Words,
): string {
  if (repos.length === 0) {
    return annotation === undefined
      ? t('unmatched.home.none', { override: REPOSITORY_ANNOTATION })
      : t('unmatched.home.noneBy', { annotation });
  }
  const where = path
    ? t('unmatched.home.lookedForIn', { repos: repos.join(', '), path })
    : t('unmatched.home.lookedFor', { repos: repos.join(', ') });
  const why =
    annotation !== undefined &&
    t('unmatched.home.why', { annotation, override: REPOSITORY_ANNOTATION });
  return [where, why].filter(Boolean).join(' ');
}
