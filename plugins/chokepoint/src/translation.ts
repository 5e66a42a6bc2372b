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

import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { behindWhomWords } from './behindWhom/words';
import { drawerWords } from './drawer/words';
import { inFlightWords } from './inFlight/words';
import { stagesWords } from './stages/words';
import { findingWords } from './findings/words';
import { gatewayWords } from './gateways/words';
import { pageWords } from './page/words';
import { queueWords } from './queue/words';
import { reviewWords } from './reviews/words';
import { scatterWords } from './scatter/words';
import { scorecardWords } from './scorecard/words';
import { sourceWords } from './sources/words';
import { targetWords } from './targets/words';
import { unmatchedWords } from './unmatched/words';

/** Every text of the plugin, in English, with its keys known to the compiler. */
export const wordsRef = createTranslationRef({
  id: 'plugin.chokepoint',
  messages: {
    title: 'Execution',
    behindWhom: behindWhomWords,
    findings: findingWords,
    gateways: gatewayWords,
    page: pageWords,
    queue: queueWords,
    reviews: reviewWords,
    scatter: scatterWords,
    scorecard: scorecardWords,
    sources: sourceWords,
    targets: targetWords,
    unmatched: unmatchedWords,
    stage: {
      prioritisation: 'prioritisation',
      build: 'build',
      review: 'review',
      rework: 'rework',
      verification: 'verification',
      merge: 'merge',
      release: 'release',
      deployment: 'deployment',
    },
    mode: { working: 'working', waiting: 'waiting', paused: 'paused' },
    state: {
      open: 'Open',
      merged: 'Merged',
      inProduction: 'In production',
      closed: 'Closed',
    },
    size: {
      xs: 'Up to {{to}} lines',
      between: '{{from}} to {{to}} lines',
      xl: '{{from}} lines and more',
      unknown: 'Unknown',
    },
    authorKind: { human: 'People', bot: 'Bots', agent: 'Agents' },
    workType: {
      operationalFix: 'Operational fix',
      experiment: 'Experiment and instrumentation',
      contentAndConfiguration: 'Content and configuration',
      uxIteration: 'Small UX iteration',
      corePlatform: 'Core and platform',
      other: 'Other',
    },
    reason: {
      draft: 'in draft',
      changesRequested: 'changes were requested',
      commented: 'a reviewer commented',
      unrequested: 'nobody was asked to review',
      status: 'a waiting status of its work item',
      checks: 'automated checks ran',
      mergeQueue: 'in the merge queue',
      gate: 'an approval before the environment was asked for',
      deploymentFailed: 'a roll-out failed',
      closed: 'closed, and reopened later',
      checksFailed: 'required checks failed',
      blocked: 'blocked',
      hold: 'the merge is on hold',
      undecided: 'the decision was withdrawn',
      carried: 'waits with the change that carries it',
      unplaced: 'releases go by without it',
    },
    party: {
      unassigned: 'nobody',
      external: 'somebody outside the catalog',
      checks: 'checks of {{repo}}',
      mergeQueue: 'merge queue of {{repo}}',
      release: 'release of {{repo}}',
      deployment: 'deployment of {{repo}}',
      team: 'team {{name}}',
    },
    figure: {
      decisionToProduction: 'Decision → prod',
      queueTimeRatio: 'Queue time',
      reviewLatency: 'Review latency',
      handoffs: 'Hand-offs',
      reworkRate: 'Rework',
      changeFailureRate: 'Change failures',
      withheld: 'withheld',
      noObservation: 'none yet',
      observations: 'n = {{n}}',
      showEvidence: 'Show the changes behind it',
    },
    status: { good: 'good', watch: 'watch', bad: 'bad', tooFew: 'too few' },
    trend: {
      up: 'up {{amount}} on the window before',
      down: 'down {{amount}} on the window before',
      flat: 'as in the window before',
      unclear: 'no clear change from the window before',
      better: 'better',
      worse: 'worse',
    },
    sentence: {
      none: 'No change reached production in this window.',
      tooFew:
        'Too few changes reached production in this window to say where their time goes (n = {{n}}).',
      waiting: 'Changes spend {{share}} of their time waiting.',
      most: 'Changes spend {{share}} of their time waiting, most of it {{purpose}}.',
      largest:
        'Changes spend {{share}} of their time waiting, {{part}} of it {{purpose}}.',
      purpose: {
        prioritisation: 'to be started by {{party}}',
        review: 'for review by {{party}}',
        unrequested: 'for a review that nobody was asked for',
        verification: 'for verification by {{party}}',
        merge: 'to be merged by {{party}}',
        mergeQueue: 'in the {{party}}',
        release: 'for the {{party}}',
        approval: 'for the approval of a release by {{party}}',
        other: 'for {{party}}',
      },
    },
    window: {
      label: 'Window',
      days: 'Last {{days}} days',
      custom: 'From … to …',
      from: 'From',
      to: 'To',
    },
    card: {
      open: 'Open',
      inFlight: 'In flight {{n}}',
      inFlightNone: 'Nothing in flight',
      oldest: 'oldest {{age}}',
      waitingOn: 'waiting on {{party}}',
      barLabel: 'Share of time by stage',
      barItem: '{{stage}}: {{share}} of the time, {{mode}}',
      median: 'median {{duration}}',
      key: 'Solid: working. Hatched: waiting.',
    },
    filter: {
      label: 'Filters',
      workType: 'Work type',
      size: 'Size',
      author: 'Author',
      time: 'Time',
      compare: 'Compare with',
      compare_previous: 'Window before',
      compare_none: 'Nothing',
      any: 'All',
      state: 'State',
      stateAll: 'On the way in the window',
      stateInFlight: 'In flight now',
      stateInProduction: 'Reached production',
      stateClosed: 'Closed without merging',
      stageChip: 'Stage: {{stage}}',
      figureChip: 'Behind: {{figure}}',
      clear: 'Clear filters',
      remove: 'Remove',
    },
    time: {
      wallClock: 'Wall clock',
      workingHours: 'Working hours',
      inDays: 'Working hours; 1 d is 24 of them',
      hint: 'In working hours: only the hours in which whoever holds a change is at work count. Targets are in wall-clock time and are left out.',
    },
    stages: stagesWords,
    inFlight: inFlightWords,
    changes: {
      title: 'Changes',
      nothing: 'No change matches.',
      columnChange: 'Change',
      columnState: 'State',
      columnWorkType: 'Work type',
      columnOpened: 'Opened',
      columnProduction: 'In production',
      columnAge: 'Total time',
      columnWaiting: 'Waiting',
      columnHandoffs: 'Hand-offs',
      range: '{{first}}–{{last}} of {{total}}',
      next: 'Next page',
      previous: 'Previous page',
      first: 'First page',
      export: 'Export CSV',
      exporting: 'Exporting {{done}} of {{total}}',
      exportCut: 'The file has the first {{n}} of {{total}} changes.',
      exportFailed: 'The export failed: {{message}}',
      tableLabel: 'Changes',
    },
    drawer: drawerWords,
    notice: {
      simulated: 'Simulated data',
      simulatedHint:
        'These changes come from a simulation, not from real work.',
      partial: 'Partial',
      pending_one: 'One change is still to be processed.',
      pending_other: '{{count}} changes are still to be processed.',
      syncing: 'The first reading of {{sources}} is still running.',
      freshness: 'Newest event {{when}}',
      refreshing: 'Updating',
    },
    empty: {
      title: 'Nothing to show yet',
      filtered: 'No change of this window matches the filters.',
      window: 'No change was on its way in this window.',
      noSource:
        'Nothing feeds Chokepoint yet. Install a source module, for example GitHub, or send events to its API.',
      noTie:
        'No change could be tied to this entity. Changes are found by the repository of an entity: its source location, or the project slug annotation of its forge.',
      notSynced:
        'The sources have not been read to the end yet. Changes appear here as they come in.',
    },
    error: {
      title: 'The figures could not be loaded',
      titleChange: 'The change could not be loaded',
      titleChanges: 'The changes could not be loaded',
      forbidden:
        'You may not see these figures. Ask the administrators of the portal for the permission chokepoint.read, and for access to this entity.',
      missing:
        'The Chokepoint backend did not answer at its address. Is backstage-plugin-chokepoint-backend installed and running?',
      network: 'The portal could not be reached. Check your connection.',
      badRequest: 'The request was not understood: {{message}}',
      other: 'The backend answered: {{message}}',
      retry: 'Try again',
    },
  },
});

/**
 * Every text of the plugin, in English; the keys are those of its source.
 *
 * @public
 */
export const chokepointTranslationRef: TranslationRef<
  'plugin.chokepoint',
  { [key in string]: string }
> = wordsRef;
