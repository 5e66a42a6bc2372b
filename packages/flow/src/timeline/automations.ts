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

import { Actor, ActorKind } from '../events/FlowEvent';
import { RuleSets } from './ruleSets';

/**
 * Who is known to be no person: the bots of the rules whatever their source
 * says, and, from then on, whoever acted as a bot or an agent.
 */
export class Automations {
  private readonly seen = new Set<string>();

  constructor(private readonly sets: RuleSets) {}

  /** The kind of an actor, by the rules before what its source says. */
  kindOf(actor: Actor): ActorKind {
    return this.isConfigured(actor.id) ? 'bot' : actor.kind;
  }

  /** An actor did something. */
  acted(actor: Actor): void {
    if (actor.kind !== 'human') {
      this.seen.add(actor.id);
    }
  }

  isAutomation(actorId: string): boolean {
    return this.seen.has(actorId) || this.isConfigured(actorId);
  }

  private isConfigured(actorId: string): boolean {
    const { bots } = this.sets;
    return bots.size > 0 && bots.has(actorId.toLowerCase());
  }
}

/**
 * Whether a close by an actor is a landing: the actor is one of the known
 * landing bots, which close what they have put in themselves. A rule without a
 * host is of every forge.
 */
export function isLandingBot(
  actor: Actor | undefined,
  { landingBots }: RuleSets,
): boolean {
  if (!actor) {
    return false;
  }
  const id = actor.id.toLowerCase();
  return (
    landingBots.has(id) || landingBots.has(id.slice(id.lastIndexOf('/') + 1))
  );
}
