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

import { Holder, Party } from 'chokepoint-flow';
import { Fragment } from 'react';
import { formatRatio } from './figureText';
import { PartyName } from './PartyName';

interface PartyNamesProps {
  parties: readonly Party[];
  linked?: boolean;
}

/** Several parties, in their order. */
export function PartyNames({ parties, linked }: PartyNamesProps) {
  return (
    <>
      {parties.map((party, index) => (
        <Fragment key={party}>
          {index > 0 && ', '}
          <PartyName party={party} linked={linked} />
        </Fragment>
      ))}
    </>
  );
}

interface HolderNamesProps {
  holders: readonly Holder[];
  linked?: boolean;
}

/** The holders of a segment; with their shares where there are several. */
export function HolderNames({ holders, linked }: HolderNamesProps) {
  return (
    <>
      {holders.map(({ party, share }, index) => (
        <Fragment key={party}>
          {index > 0 && ', '}
          <PartyName party={party} linked={linked} />
          {holders.length > 1 && ` (${formatRatio(share)})`}
        </Fragment>
      ))}
    </>
  );
}
