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

import { RankedBy, useGateways } from '../api/gatewayReadings';
import { PageFrame } from '../page/PageFrame';
import { usePageQuery } from '../page/pageQuery';
import { workTypesOf } from '../page/useWorkTypes';
import { Answer } from '../states/Answer';
import { useParameters } from '../url/navigation';
import { useWords } from '../wording/useWords';
import { FlowMapSection } from './FlowMapSection';
import { GatewayRanking } from './GatewayRanking';
import { OneGateway } from './OneGateway';
import { withoutPeople } from './withoutPeople';

/** Who production changes queue behind: the ranking, and one gateway. */
export function GatewaysPage() {
  const t = useWords();
  const { timed } = usePageQuery();
  const { params } = useParameters();
  const by: RankedBy = params.get('by') === 'party' ? 'party' : 'team';
  const party = params.get('party') ?? undefined;
  const ranking = useGateways(timed, by);
  return (
    <PageFrame
      title={t('page.gateways')}
      workTypes={workTypesOf(ranking.value)}
      scoped
      timed
    >
      {party ? (
        <OneGateway key={party} party={party} query={timed} />
      ) : (
        <>
          <Answer reading={ranking} failed={t('gateways.failed')} height={480}>
            {value => (
              <GatewayRanking
                ranking={withoutPeople(value)}
                by={by}
                busy={ranking.loading}
              />
            )}
          </Answer>
          <FlowMapSection query={timed} />
        </>
      )}
    </PageFrame>
  );
}
