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

import type { FlowEvent, Instant } from 'chokepoint-flow';
import { Names } from './Names';

/** What somebody reports; the journal adds when, and an id. */
export type Report = FlowEvent extends infer Event
  ? Event extends FlowEvent
    ? Omit<Event, 'id' | 'source' | 'at'>
    : never
  : never;

/** Writes down what happens in the world as events of one source. */
export class Journal {
  private written = 0;
  private page: FlowEvent[] = [];
  private stamp = '';
  private stampedAt = Number.NaN;

  constructor(private readonly source: string, private readonly names: Names) {}

  /** Returns the id by which it was written. */
  write(at: Instant, report: Report): string {
    this.written += 1;
    const id = String(this.written).padStart(9, '0');
    const { source } = this;
    const named = this.names.asOf(at, report);
    this.page.push({ id, source, at: this.text(at), ...named });
    return id;
  }

  /** Takes what was written since the last time. */
  takePage(): FlowEvent[] {
    const page = this.page;
    this.page = [];
    return page;
  }

  private text(at: Instant): string {
    if (at !== this.stampedAt) {
      this.stampedAt = at;
      this.stamp = new Date(at).toISOString();
    }
    return this.stamp;
  }
}
