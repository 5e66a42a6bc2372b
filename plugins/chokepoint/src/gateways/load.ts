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

import { Words } from '../wording/useWords';

/** Two decimals: what tells a growing queue from a shrinking one is small. */
export function formatLoad(load: number): string {
  return load.toFixed(2);
}

/** What a load means for the queue; as it is written, not as it is rounded. */
export function loadText(load: number, t: Words): string {
  const written = Number(formatLoad(load));
  if (written > 1) {
    return t('gateways.loadGrows');
  }
  return written < 1 ? t('gateways.loadShrinks') : t('gateways.loadHolds');
}
