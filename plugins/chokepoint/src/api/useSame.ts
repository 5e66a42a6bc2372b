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

import { useRef } from 'react';

/**
 * The object of the render before, as long as this one says the same in all of
 * its fields: what depends on it is not done again for a copy.
 */
export function useSame<T extends object>(value: T): T {
  const before = useRef(value);
  if (!saysTheSame(before.current, value)) {
    before.current = value;
  }
  return before.current;
}

function saysTheSame(a: object, b: object): boolean {
  const fields = new Map<string, unknown>(Object.entries(a));
  const others = Object.entries(b);
  return (
    fields.size === others.length &&
    others.every(([name, value]) => Object.is(fields.get(name), value))
  );
}
