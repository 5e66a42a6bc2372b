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

import CheckIcon from '@material-ui/icons/CheckCircleOutlined';
import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import SyncIcon from '@material-ui/icons/Sync';
import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import { Mark } from '../palette/Mark';
import { useWords } from '../wording/useWords';

type State = SourceHealth['items'][number]['state'];

const ICONS: Record<State, typeof CheckIcon> = {
  idle: CheckIcon,
  syncing: SyncIcon,
  failing: ErrorIcon,
  neverRun: HourglassIcon,
};

const MEANING = {
  idle: 'good',
  syncing: 'tooFew',
  failing: 'bad',
  neverRun: 'tooFew',
} as const;

interface SourceStateProps {
  state: State;
}

/** How a source does. */
export function SourceState({ state }: SourceStateProps) {
  const t = useWords();
  return (
    <Mark
      meaning={MEANING[state]}
      icon={ICONS[state]}
      text={t(`sources.state.${state}`)}
    />
  );
}
