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

export class PageSize {
  private size: number;

  constructor(private readonly longest: number) {
    this.size = longest;
  }

  /** The length to ask for, after so many failures of the same page. */
  after(failures: number): number {
    if (failures > 0) {
      this.size = Math.max(1, Math.floor(this.size / 2));
    }
    return this.size;
  }

  /** The page came: the next may be longer again. */
  worked(): void {
    this.size = Math.min(this.longest, Math.ceil(this.size * 1.25));
  }
}
