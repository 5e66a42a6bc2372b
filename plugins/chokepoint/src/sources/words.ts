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

/** The texts of the sources, in English. */
export const sourceWords = {
  lead_one: 'One source fed {{events}} events; {{changes}} changes are known.',
  lead_other:
    '{{count}} sources fed {{events}} events; {{changes}} changes are known.',
  leadNone: 'Nothing feeds Chokepoint yet.',
  title: 'Sources',
  hint: 'What feeds the figures, and how well.',
  columnSource: 'Source',
  columnState: 'State',
  columnEvents: 'Events',
  columnLast: 'Newest event',
  columnSuccess: 'Last success',
  columnRejections: 'Refused',
  state: {
    idle: 'well',
    syncing: 'reading',
    failing: 'failing',
    neverRun: 'not run yet',
  },
  kindPush: 'pushed to the API',
  kindModule: 'reads by itself',
  progress: '{{done}} of {{total}}',
  progressOpen: '{{done}} so far',
  rateLimit: '{{n}} requests left',
  pending: '{{n}} changes are still to be processed.',
  coverageTitle: 'Coverage',
  coverageHint:
    'The share of changes that could be tied to what the figures need.',
  decision: 'a decision',
  owner: 'an owner',
  deployment: 'a deployment',
  entity: 'an entity',
  connectDecision: 'Connect the tracker, and name the work item in the change.',
  connectOwner: 'Give entities an owner in the catalog.',
  connectDeployment:
    'Report deployments: from the forge, from Argo CD, or by POST /events.',
  connectEntity:
    'Give entities a source location or a project slug annotation.',
  columnTied: 'Tied to',
  columnCoverage: 'Share',
  columnConnect: 'What raises it',
  rejectionsTitle: 'Refused events',
  rejectionsHint: 'Newest first, with the reason.',
  rejectionsNone: 'No event was refused.',
  columnReceived: 'Received',
  columnReason: 'Reason',
  columnItem: 'Event',
  next: 'Older',
  first: 'Newest',
  failed: 'The sources could not be loaded',
  rejectionsFailed: 'The refused events could not be loaded',
  columnSync: 'Sync',
  sync: 'Sync now',
  syncOne: 'Sync now: {{source}}',
  syncRequested: 'Asked for; begins within seconds',
  syncForbidden:
    'To ask a source for a sync you need the permission {{permission}}.',
  syncFailed: 'The sync could not be started: {{message}}',
} as const;
