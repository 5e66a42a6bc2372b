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

import { Observations } from './population';

/**
 * The same view of observations, worked out once for each of them and kept as
 * long as they are. Observations do not change, and figures that are pooled
 * from the same ones share most of what they look at.
 */
export function once<T>(
  view: (observations: Observations) => T,
): (observations: Observations) => T {
  const known = new WeakMap<Observations, { seen: T }>();
  return observations => {
    const before = known.get(observations);
    if (before) {
      return before.seen;
    }
    const seen = view(observations);
    known.set(observations, { seen });
    return seen;
  };
}
