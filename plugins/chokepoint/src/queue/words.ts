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

/** The texts of the live queue, in English. */
export const queueWords = {
  lead: '{{n}} changes wait now; {{mine}} of those shown wait on you or your teams.',
  leadOne: 'One change waits now.',
  leadNone: 'Nothing waits now.',
  title: 'Waiting now',
  hint: 'What waits on you or your teams first, then the oldest.',
  mine: 'on you',
  columnChange: 'Change',
  columnHolder: 'Waits on',
  columnOwner: 'Owner',
  columnStage: 'Stage',
  columnSince: 'Since',
  columnAge: 'For',
  cyclesTitle: 'Circles',
  cyclesHint: 'Teams that wait on each other, directly or through others.',
  cyclesNone: 'No teams wait on each other in a circle.',
  cycle: '{{teams}} wait on each other ({{n}} changes).',
  chainsTitle: 'Chains',
  chainsHint: 'Whom each team waits on, directly and through others.',
  chainsNone: 'No team waits on another.',
  columnTeam: 'Team',
  columnDirect: 'Waits on',
  columnIndirect: 'and through them on',
  failed: 'The queue could not be loaded',
} as const;
