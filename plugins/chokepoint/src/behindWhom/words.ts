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

/** The texts of the section on who waits on whom, in English. */
export const behindWhomWords = {
  title: 'Behind whom',
  hint: 'The parties these changes waited on.',
  none: 'These changes waited on nobody in this window.',
  columnParty: 'Party',
  columnWaiting: 'Waiting',
  columnShare: 'Share',
  columnMedian: 'Median',
  columnNow: 'Now',
  columnChanges: 'Changes',
  usTitle: 'Who waits on {{party}}',
  usNone: 'Nobody waited on {{party}} in this window.',
  usSummary: '{{waiting}} in all, {{external}} of it by changes of others.',
  more: 'All about this gateway',
  failed: 'Who waits on whom could not be loaded',
} as const;
