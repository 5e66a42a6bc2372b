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
 * The stages of a change, in the order in which a smooth change meets them.
 *
 * @public
 */
export const STAGES = [
  'prioritisation',
  'build',
  'review',
  'rework',
  'verification',
  'merge',
  'release',
  'deployment',
] as const;

/**
 * A stage of a change.
 *
 * @public
 */
export type Stage = (typeof STAGES)[number];

/**
 * What a change does in a segment. `paused` (closed and later reopened) is on
 * the timeline and in no duration.
 *
 * @public
 */
export type Mode = 'working' | 'waiting' | 'paused';

/**
 * Milliseconds since the epoch. The API shows it as an RFC 3339 instant.
 *
 * @public
 */
export type Instant = number;

/**
 * A length of time in milliseconds.
 *
 * @public
 */
export type Duration = number;

/**
 * What a change can wait on: `group:default/web`, `user:default/alice`,
 * `gate:<kind>/<repo>`, `unassigned`, or `external` (an actor outside the
 * catalog).
 *
 * @public
 */
export type Party = string;

/**
 * Nobody was asked.
 *
 * @public
 */
export const UNASSIGNED: Party = 'unassigned';

/**
 * How somebody who is not in the catalog is shown.
 *
 * @public
 */
export const EXTERNAL: Party = 'external';

/**
 * The party of an actor who is not in the catalog: inside, everybody stays
 * themselves, so that two outsiders are two holders and two approvers.
 *
 * @public
 */
export function externalParty(actorId: string): Party {
  return `${EXTERNAL}:${actorId.toLowerCase()}`;
}

/**
 * Whether a party is somebody outside the catalog.
 *
 * @public
 */
export function isExternal(party: Party): boolean {
  return party === EXTERNAL || party.startsWith(`${EXTERNAL}:`);
}

/**
 * The kinds of gate a change passes.
 *
 * @public
 */
export type GateKind = 'checks' | 'merge-queue' | 'release' | 'deployment';

/**
 * The party of a gate that guards a repository: `gate:checks/github.com/acme/shop`.
 *
 * @public
 */
export function gateParty(kind: GateKind, repo: string): Party {
  return `gate:${kind}/${repo}`;
}

/**
 * A party that has the ball, and its part of it. The shares of a segment sum
 * to 1.
 *
 * @public
 */
export interface Holder {
  party: Party;
  share: number;
  /** The team in whose place a person was asked; the person acts for it. */
  team?: Party;
}

/**
 * One stretch of a change's life, half-open: [`start`, `end`).
 *
 * @public
 */
export interface Segment {
  stage: Stage;
  mode: Mode;
  start: Instant;
  end: Instant;
  holders: Holder[];
  /** Why, where the stage alone does not say it. */
  reason?: SegmentReason;
}

/**
 * Why a segment is what it is.
 *
 * `draft`: the change was in draft · `changesRequested`, `commented`: the
 * verdict that sent it back · `unrequested`: no reviewer was asked · `status`:
 * a waiting status of the work item · `checks`: automated checks ran ·
 * `mergeQueue`: it stood in the merge queue · `gate`: an approval before an
 * environment was asked for · `deploymentFailed`: a roll-out failed and it
 * waits for the next · `closed`: closed, and reopened later · `checksFailed`:
 * required checks failed · `blocked`: it cannot move, whoever's turn it is ·
 * `hold`: the merge is forbidden for now · `undecided`: the decision was
 * withdrawn · `carried`: it waits for whom its carrier waits for · `unplaced`:
 * releases go by without it.
 *
 * @public
 */
export type SegmentReason =
  | 'draft'
  | 'changesRequested'
  | 'commented'
  | 'unrequested'
  | 'status'
  | 'checks'
  | 'mergeQueue'
  | 'gate'
  | 'deploymentFailed'
  | 'closed'
  | 'checksFailed'
  | 'blocked'
  | 'hold'
  | 'undecided'
  | 'carried'
  | 'unplaced';
