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

import {
  EntityAboutCard,
  EntityHasComponentsCard,
  EntityHasSystemsCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityOwnershipCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import Grid from '@material-ui/core/Grid';
import {
  EntityChokepointCard,
  EntityChokepointContent,
  EntityChokepointScorecard,
} from 'backstage-plugin-chokepoint/legacy';
import { ReactNode } from 'react';

/** An overview of cards in two columns; one column on a narrow screen. */
function overview(cards: ReactNode[]) {
  return (
    <Grid container spacing={3} alignItems="stretch">
      {cards.map((card, index) => (
        <Grid item xs={12} md={6} key={index}>
          {card}
        </Grid>
      ))}
    </Grid>
  );
}

/** A page of something that changes touch, or that such things roll up to. */
function page(cards: ReactNode[]) {
  return (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        {overview([...cards, <EntityChokepointCard />])}
      </EntityLayout.Route>
      <EntityLayout.Route path="/execution" title="Execution">
        <EntityChokepointContent />
      </EntityLayout.Route>
      <EntityLayout.Route
        if={isKind(['group', 'system', 'domain'])}
        path="/scorecard"
        title="Scorecard"
      >
        <EntityChokepointScorecard />
      </EntityLayout.Route>
    </EntityLayout>
  );
}

const personPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview([<EntityUserProfileCard />, <EntityOwnershipCard />])}
    </EntityLayout.Route>
  </EntityLayout>
);

export const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isKind('group')}>
      {page([
        <EntityGroupProfileCard />,
        <EntityOwnershipCard />,
        <EntityMembersListCard />,
      ])}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('user')}>{personPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('system')}>
      {page([<EntityAboutCard />, <EntityHasComponentsCard />])}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('domain')}>
      {page([<EntityAboutCard />, <EntityHasSystemsCard />])}
    </EntitySwitch.Case>
    <EntitySwitch.Case>
      {page([<EntityAboutCard />, <EntityLinksCard />])}
    </EntitySwitch.Case>
  </EntitySwitch>
);
