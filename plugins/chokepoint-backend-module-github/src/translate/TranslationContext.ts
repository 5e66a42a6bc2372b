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
/** Logins that are automations though GitHub does not say so. */
export interface ActorNames {
  /** Automations that follow rules. */
  bots: ReadonlySet<string>;
  /** Automations that write changes of their own. */
  agents: ReadonlySet<string>;
}

/** What the translation of one repository's facts depends on. */
export interface TranslationContext {
  /** The source of the events: `github:github.com`. */
  source: string;
  /** `github.com`. */
  host: string;
  /** Key of the repository: `github.com/acme/shop`. */
  repo: string;
  /** Logins that are automations though GitHub does not say so. */
  actors: ActorNames;
  /** What decides that an issue will be done. */
  decision: DecisionRule;
  /**
   * The instant of reading, in milliseconds since the epoch: dates of commits
   * that lie after it are wrong clocks.
   */
  now: number;
  /** Commands in comments that are reported, in lower case: `/lgtm`. */
  commands: readonly string[];
  /** Whether the repository was read in the first edition of the model. */
  readBefore: boolean;
}

/** What decides that an issue will be done. */
export interface DecisionRule {
  /** Any of these labels, compared without case. */
  labels: string[];
  /** Being put on a milestone. */
  milestone: boolean;
}
