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
import HelpIcon from '@material-ui/icons/HelpOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { Mark } from '../palette/Mark';
import { useWords } from '../wording/useWords';
import { Ageing } from './ageing';

const ICONS: Record<Ageing, typeof CheckIcon> = {
  overdue: ErrorIcon,
  slow: ScheduleIcon,
  usual: CheckIcon,
  unknown: HelpIcon,
};

const MEANING = {
  overdue: 'bad',
  slow: 'watch',
  usual: 'good',
  unknown: 'tooFew',
} as const;

interface AgeingMarkProps {
  ageing: Ageing;
}

/** Whether it is late, told by an icon, a word and a colour. */
export function AgeingMark({ ageing }: AgeingMarkProps) {
  const t = useWords();
  return (
    <Mark
      meaning={MEANING[ageing]}
      icon={ICONS[ageing]}
      text={t(`inFlight.${ageing}`)}
    />
  );
}
