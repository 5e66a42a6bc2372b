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

import { Words } from './useWords';

const KNOWN = [
  'operationalFix',
  'experiment',
  'contentAndConfiguration',
  'uxIteration',
  'corePlatform',
  'other',
] as const;

/** `dataMigration` → `Data migration`. */
function spelledOut(id: string): string {
  const words = id.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A work type by name; those of a portal's own rules are spelled out. */
export function workTypeName(workType: string, t: Words): string {
  const known = KNOWN.find(id => id === workType);
  return known ? t(`workType.${known}`) : spelledOut(workType);
}
