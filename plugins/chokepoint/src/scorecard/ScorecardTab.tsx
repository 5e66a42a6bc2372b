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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PageFrame } from '../page/PageFrame';
import { usePageQuery } from '../page/pageQuery';
import { useWorkTypes } from '../page/useWorkTypes';
import { useWords } from '../wording/useWords';
import { Scorecard } from './Scorecard';

/** The teams of a group, or the services of a system or domain, side by side. */
export function ScorecardTab() {
  const t = useWords();
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  const { query } = usePageQuery();
  const scoped = { ...query, scope };
  return (
    <PageFrame title={t('page.scorecard')} workTypes={useWorkTypes(scoped)}>
      <Scorecard
        key={scope}
        query={scoped}
        rows={entity.kind === 'Group' ? 'teams' : 'entities'}
      />
    </PageFrame>
  );
}
