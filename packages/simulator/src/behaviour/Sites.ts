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

import { Company, RepositorySite, Service } from '../company/Company';
import { Change } from '../world/Change';

/** The repositories, and the numbers their changes get. */
export class Sites {
  private readonly sites: Map<string, RepositorySite>;
  private readonly changes = new Map<string, number>();

  constructor(company: Company) {
    this.sites = new Map(company.repositories.map(site => [site.key, site]));
  }

  of(service: Service): RepositorySite {
    return this.named(service.repository);
  }

  ofChange(change: Change): RepositorySite {
    return this.named(change.repo);
  }

  /** The key of the next change of a repository. */
  nextChange(site: RepositorySite): string {
    const number = (this.changes.get(site.key) ?? 0) + 1;
    this.changes.set(site.key, number);
    return `${site.key}/pull/${number}`;
  }

  private named(key: string): RepositorySite {
    const site = this.sites.get(key);
    if (!site) {
      throw new Error(`there is no repository ${key}`);
    }
    return site;
  }
}
