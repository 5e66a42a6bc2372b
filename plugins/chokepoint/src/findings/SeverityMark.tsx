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

import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { Finding } from 'chokepoint-flow';
import { Mark } from '../palette/Mark';
import { useWords } from '../wording/useWords';

/** How grave a finding is. */
export type Severity = Finding['severity'];

const ICONS: Record<Severity, typeof ErrorIcon> = {
  critical: ErrorIcon,
  warning: WarningIcon,
  info: InfoIcon,
};

const MEANING = { critical: 'bad', warning: 'watch', info: 'tooFew' } as const;

interface SeverityMarkProps {
  severity: Severity;
}

/** How grave a finding is, told by an icon, a word and a colour. */
export function SeverityMark({ severity }: SeverityMarkProps) {
  const t = useWords();
  return (
    <Mark
      meaning={MEANING[severity]}
      icon={ICONS[severity]}
      text={t(`findings.severity.${severity}`)}
    />
  );
}
