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

const UNKNOWN = 'unknown:';

/** The id of somebody whom the source does not name, by what the person did. */
export function unknownPerson(key: string): string {
  return `${UNKNOWN}${key}`;
}

/** Whether a person is one that the source did not name. */
export function isUnknownPerson(id: string): boolean {
  return id.startsWith(UNKNOWN);
}
