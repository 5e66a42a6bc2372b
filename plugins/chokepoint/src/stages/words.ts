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

/** What the portal says of where the time goes. */
export const stagesWords = {
  title: 'Where the time goes',
  quantile: 'Quantile',
  share: '{{share}} of all time',
  nothing: 'No change of this window went through a stage.',
  hint: 'How long changes that reached production spent in each stage. Pick one to narrow what is below.',
  select: 'Show only {{stage}}',
  columnStage: 'Stage',
  columnTime: 'Time in it',
  columnShare: 'Of all time',
  columnChanges: 'Changes',
  describe:
    '{{stage}}: {{duration}} at {{quantile}}, {{share}} of all time, {{n}} changes',
} as const;
