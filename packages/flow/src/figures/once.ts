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

/**
 * The same view of something, worked out once for each and kept as long as it
 * is. Observations and queues do not change, and what is pooled from the same
 * ones shares most of what it looks at.
 */
export function once<Subject extends object, View>(
  view: (subject: Subject) => View,
): (subject: Subject) => View {
  const known = new WeakMap<Subject, { seen: View }>();
  return subject => {
    const before = known.get(subject);
    if (before) {
      return before.seen;
    }
    const seen = view(subject);
    known.set(subject, { seen });
    return seen;
  };
}
