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

import { changeView, parseView, View } from './view';

/**
 * The view that lists the changes behind a figure: the same window and
 * filters, narrowed to what the figure's evidence names.
 *
 * @param evidence - path and query below the API's base, as the API gives it
 */
export function viewOfEvidence(view: View, evidence: string): View {
  const question = evidence.indexOf('?');
  const params = new URLSearchParams(
    question < 0 ? '' : evidence.slice(question + 1),
  );
  const { figure, state, stage } = parseView(params);
  return changeView(view, { figure, state, stage, change: undefined });
}
