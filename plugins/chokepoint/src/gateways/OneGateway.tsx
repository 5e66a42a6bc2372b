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
import { makeStyles } from '@material-ui/core/styles';
import { GatewayDetail } from 'backstage-plugin-chokepoint-common';
import { useGateway } from '../api/gatewayReadings';
import { LARGE, TITLE } from '../palette/text';
import { Answer } from '../states/Answer';
import { useParameters } from '../url/navigation';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { ForWhom } from './ForWhom';
import { GatewayNumbers } from './GatewayNumbers';
import { LongestVisits } from './LongestVisits';
import { WaitingNow } from './WaitingNow';
import { Weeks } from './Weeks';
import { WhatIf } from './WhatIf';
import { WhyTheyWait } from './WhyTheyWait';
import { TimedQuery } from '../api/readings';

const useStyles = makeStyles(theme => ({
  title: { ...TITLE, margin: theme.spacing(0.5, 0) },
  lead: { ...LARGE, margin: 0 },
  sections: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  beside: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
  },
}));

interface SectionsProps {
  party: string;
  detail: GatewayDetail;
  query: TimedQuery;
}

function Sections({ party, detail, query }: SectionsProps) {
  const classes = useStyles();
  const { row, weeks, owners, services, waitingNow, longest } = detail;
  return (
    <div className={classes.sections}>
      <GatewayNumbers row={row} />
      <div className={classes.beside}>
        <WhatIf party={party} row={row} query={query} />
        <WhyTheyWait row={row} />
      </div>
      <Weeks weeks={weeks} />
      <WaitingNow party={party} items={waitingNow} />
      <LongestVisits visits={longest} />
      <ForWhom owners={owners} services={services} queueMs={row.queueMs} />
    </div>
  );
}

interface OneGatewayProps {
  party: string;
  query: TimedQuery;
}

/** All about one gateway: what waits, why, and what it would give to change. */
export function OneGateway({ party, query }: OneGatewayProps) {
  const classes = useStyles();
  const t = useWords();
  const { hrefOf } = useParameters();
  const reading = useGateway(party, query);
  return (
    <>
      <div>
        <Link to={hrefOf({ party: undefined, target: undefined })}>
          {t('gateways.all')}
        </Link>
        <h2 className={classes.title}>
          <PartyName party={party} linked />
        </h2>
        {reading.value && (
          <p className={classes.lead}>
            {reading.value.row.withheld
              ? t('gateways.withheld')
              : reading.value.row.sentence}
          </p>
        )}
      </div>
      <Answer reading={reading} failed={t('gateways.failedOne')} height={640}>
        {detail =>
          !detail.row.withheld && (
            <Sections party={party} detail={detail} query={query} />
          )
        }
      </Answer>
    </>
  );
}
