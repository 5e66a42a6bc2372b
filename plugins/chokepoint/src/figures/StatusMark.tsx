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

import CheckCircleIcon from '@material-ui/icons/CheckCircleOutlined';
import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import RemoveCircleIcon from '@material-ui/icons/RemoveCircleOutline';
import VisibilityIcon from '@material-ui/icons/VisibilityOutlined';
import { FigureStatus } from 'backstage-plugin-chokepoint-common';
import { Mark } from '../palette/Mark';
import { useWords } from '../wording/useWords';

const ICONS: Record<FigureStatus, typeof CheckCircleIcon> = {
  good: CheckCircleIcon,
  watch: VisibilityIcon,
  bad: ErrorIcon,
  tooFew: RemoveCircleIcon,
};

interface StatusMarkProps {
  status: FigureStatus;
}

/** A status, told by an icon, a word and a colour. */
export function StatusMark({ status }: StatusMarkProps) {
  const t = useWords();
  return (
    <Mark meaning={status} icon={ICONS[status]} text={t(`status.${status}`)} />
  );
}
