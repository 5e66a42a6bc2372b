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

import { QueuePage } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { Section } from '../layout/Section';
import { PartyName } from '../wording/PartyName';
import { PartyNames } from '../wording/PartyNames';
import { useWords } from '../wording/useWords';

interface ChainsProps {
  chains: QueuePage['chains'];
}

/** Whom each team waits on: directly, and through them on others. */
export function Chains({ chains }: ChainsProps) {
  const t = useWords();
  const waiting = chains.filter(({ waitsOn }) => waitsOn.length > 0);
  return (
    <Section title={t('queue.chainsTitle')} hint={t('queue.chainsHint')}>
      {waiting.length === 0 ? (
        <div>{t('queue.chainsNone')}</div>
      ) : (
        <ListTable label={t('queue.chainsTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('queue.columnTeam')}</th>
              <th scope="col">{t('queue.columnDirect')}</th>
              <th scope="col">{t('queue.columnIndirect')}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map(({ team, waitsOn }) => {
              const at = (near: boolean) =>
                waitsOn
                  .filter(({ distance }) => (distance === 1) === near)
                  .map(found => found.team);
              return (
                <tr key={team}>
                  <th scope="row">
                    <PartyName party={team} linked />
                  </th>
                  <td data-label={t('queue.columnDirect')}>
                    <PartyNames parties={at(true)} linked />
                  </td>
                  <td data-label={t('queue.columnIndirect')}>
                    <PartyNames parties={at(false)} linked />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </ListTable>
      )}
    </Section>
  );
}
