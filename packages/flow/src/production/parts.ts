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

import { DeploymentDescription } from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { RolledOutPart } from './Contents';
import { plainPath } from './folders';
import { RepositoryEntity, RepositoryInput } from './RepositoryPlacement';
import { RollOut } from './RollOut';
import { WalkedChange } from './WalkedChange';

/** The parts of a repository that roll-outs and incidents name. */
export class Parts {
  readonly #byName = new Map<string, RepositoryEntity>();
  readonly #several: boolean;

  constructor({ entities }: Pick<RepositoryInput, 'entities'>) {
    for (const entity of entities) {
      this.#byName.set(entity.name.toLowerCase(), entity);
      this.#byName.set(entity.ref.toLowerCase(), entity);
    }
    this.#several = entities.length > 1;
  }

  /** The entity of a ref, or of a name without case. */
  refOf(service: string): string | undefined {
    return this.#byName.get(service.toLowerCase())?.ref;
  }

  /**
   * What a roll-out is of. A service that nobody knows is taken for all of a
   * repository with one entity, and for no entity of one with several.
   */
  of({ service, paths }: Partial<DeploymentDescription>): RolledOutPart {
    const ref = service === undefined ? undefined : this.refOf(service);
    return {
      ...(ref !== undefined && { service: ref }),
      isUnknownService:
        service !== undefined && ref === undefined && this.#several,
      ...(paths && { paths: paths.map(plainPath) }),
    };
  }
}

/**
 * Since when production roll-outs are seen: of the repository, and of its
 * services where roll-outs name them.
 */
export class FirstSeen {
  #whole = Infinity;
  #any = Infinity;
  readonly #services = new Map<string, Instant>();

  constructor(rollOuts: readonly RollOut[], parts: Parts) {
    for (const { steps } of rollOuts) {
      const step = steps.find(({ environment }) => environment.production);
      if (step) {
        this.#see(parts.of(step.known), step.at);
      }
    }
  }

  /** The first that could have brought a change to production; infinite where none was. */
  for({ entities }: WalkedChange): Instant {
    return entities.length === 0
      ? this.#any
      : Math.min(
          this.#whole,
          ...entities.map(ref => this.#services.get(ref) ?? Infinity),
        );
  }

  #see({ service, isUnknownService }: RolledOutPart, at: Instant): void {
    this.#any = Math.min(this.#any, at);
    if (service !== undefined) {
      const known = this.#services.get(service) ?? Infinity;
      this.#services.set(service, Math.min(known, at));
    } else if (!isUnknownService) {
      this.#whole = Math.min(this.#whole, at);
    }
  }
}
