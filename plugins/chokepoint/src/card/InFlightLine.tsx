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

import { Link } from '@backstage/core-components';
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { formatDuration } from '../wording/duration';
import { PartyNames } from '../wording/PartyNames';
import { useWords } from '../wording/useWords';

interface InFlightLineProps {
  inFlight: EntityFigures['inFlight'];
  /** Where the oldest change is. */
  oldestHref?: string;
}

/** What is on its way: `In flight 7 · oldest 12 d, waiting on Platform`. */
export function InFlightLine({ inFlight, oldestHref }: InFlightLineProps) {
  const t = useWords();
  const { n, oldestAge, oldestWaitingOn = [] } = inFlight;
  if (n === 0) {
    return <>{t('card.inFlightNone')}</>;
  }
  const oldest =
    oldestAge === undefined
      ? undefined
      : t('card.oldest', { age: formatDuration(oldestAge) });
  return (
    <>
      {t('card.inFlight', { n: String(n) })}
      {oldest && (
        <>
          {' · '}
          {oldestHref ? <Link to={oldestHref}>{oldest}</Link> : oldest}
        </>
      )}
      {oldestWaitingOn.length > 0 && (
        <>
          {', '}
          {t('card.waitingOn', {
            party: <PartyNames parties={oldestWaitingOn} />,
          })}
        </>
      )}
    </>
  );
}
