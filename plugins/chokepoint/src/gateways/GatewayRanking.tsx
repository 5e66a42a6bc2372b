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

import { makeStyles } from '@material-ui/core/styles';
import { GatewayPage as Ranking } from 'backstage-plugin-chokepoint-common';
import { RankedBy } from '../api/gatewayReadings';
import { LARGE, SMALL } from '../palette/text';
import { Choice } from '../layout/Choice';
import { Section } from '../layout/Section';
import { useParameters } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { GatewayTable } from './GatewayTable';

const useStyles = makeStyles(theme => ({
  lead: { ...LARGE, margin: 0 },
  set: {
    ...SMALL,
    color: theme.palette.text.secondary,
    margin: theme.spacing(0.5, 0, 0),
  },
}));

interface LeadProps {
  ranking: Ranking;
}

/** The sentence that comes first: the longest queue, and why. */
function Lead({ ranking: { items, total } }: LeadProps) {
  const classes = useStyles();
  const t = useWords();
  const first = items.find(row => row.queueMs > 0 && !row.withheld);
  if (!first) {
    return <p className={classes.lead}>{t('gateways.leadNone')}</p>;
  }
  return (
    <div>
      <p className={classes.lead}>
        {t('gateways.lead', {
          party: (
            <strong>
              <PartyName party={first.party} inSentence />
            </strong>
          ),
          sentence: first.sentence,
        })}
      </p>
      <p className={classes.set}>
        {t('gateways.set', {
          n: String(items.filter(row => row.gateway).length),
          of: String(items.length),
          total: formatDuration(total.queueMs),
          changes: String(total.changes),
        })}
      </p>
    </div>
  );
}

interface GatewayRankingProps {
  ranking: Ranking;
  by: RankedBy;
  busy: boolean;
}

/** Who changes queue behind, the longest queue first. */
export function GatewayRanking({ ranking, by, busy }: GatewayRankingProps) {
  const t = useWords();
  const { go } = useParameters();
  return (
    <>
      <Lead ranking={ranking} />
      {ranking.items.length > 0 && (
        <Section
          title={t('gateways.title')}
          hint={by === 'party' ? t('gateways.hintParty') : t('gateways.hint')}
          busy={busy}
          actions={
            <Choice
              label={t('gateways.by')}
              value={by}
              onChange={value =>
                go({ by: value === 'party' ? 'party' : undefined })
              }
            >
              <option value="team">{t('gateways.byTeam')}</option>
              <option value="party">{t('gateways.byParty')}</option>
            </Choice>
          }
        >
          <GatewayTable rows={ranking.items} />
        </Section>
      )}
    </>
  );
}
