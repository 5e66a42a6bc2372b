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

import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  GatewayDetail,
  ReportedGateway,
} from 'backstage-plugin-chokepoint-common';
import { useGateway, useGateways } from '../api/gatewayReadings';
import { TimedScope } from '../api/readings';
import { ListTable } from '../listing/ListTable';
import { ShareBar } from '../palette/ShareBar';
import { BODY, SMALL } from '../palette/text';
import { Answer } from '../states/Answer';
import { failureOf } from '../states/failure';
import { Section } from '../layout/Section';
import { usePageHref } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';

/** Parties that are shown; the page of the gateways has them all. */
const MOST_PARTIES = 10;

const useStyles = makeStyles(theme => ({
  title: { ...BODY, fontWeight: 600, margin: theme.spacing(1, 0, 0) },
  text: { ...SMALL, margin: theme.spacing(0.25, 0) },
}));

/** A party and what waited on it, or what of it waited. */
interface WaitRow {
  party: string;
  queueMs: number;
  share: number;
  changes: number;
  median?: number;
  now?: number;
}

interface WaitTableProps {
  label: string;
  rows: readonly WaitRow[];
  /** Whether medians and what waits now are known. */
  detailed: boolean;
}

function WaitTable({ label, rows, detailed }: WaitTableProps) {
  const t = useWords();
  const names = {
    waiting: t('behindWhom.columnWaiting'),
    share: t('behindWhom.columnShare'),
    median: t('behindWhom.columnMedian'),
    now: t('behindWhom.columnNow'),
    changes: t('behindWhom.columnChanges'),
  };
  const head = detailed
    ? [names.waiting, names.changes, names.median, names.now]
    : [names.waiting, names.changes];
  return (
    <ListTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('behindWhom.columnParty')}</th>
          <th scope="col">{names.share}</th>
          {head.map(name => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ party, queueMs, share, changes, median, now }) => (
          <tr key={party}>
            <th scope="row">
              <PartyName party={party} linked />
            </th>
            <td data-label={names.share}>
              <ShareBar share={share} />
            </td>
            <td className="number" data-label={names.waiting}>
              {formatDuration(queueMs)}
            </td>
            <td className="number" data-label={names.changes}>
              {changes}
            </td>
            {detailed && (
              <>
                <td className="number" data-label={names.median}>
                  {median === undefined ? '–' : formatDuration(median)}
                </td>
                <td className="number" data-label={names.now}>
                  {now}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

function rowsOf(items: readonly ReportedGateway[]): WaitRow[] {
  return items
    .filter(({ queueMs, queueNow }) => queueMs > 0 || queueNow > 0)
    .slice(0, MOST_PARTIES)
    .map(row => ({
      party: row.party,
      queueMs: row.queueMs,
      share: row.queueShare,
      changes: row.queuedChanges,
      median: row.waitP50,
      now: row.queueNow,
    }));
}

/** The team that others wait on because of an entity: itself, or its owner. */
function teamOf(entity: Entity): string | undefined {
  if (entity.kind === 'Group') {
    return stringifyEntityRef(entity);
  }
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY, {
    kind: 'group',
  });
  return owner && stringifyEntityRef(owner);
}

interface OwnersProps {
  party: string;
  detail: GatewayDetail;
}

function Owners({ party, detail: { row, owners } }: OwnersProps) {
  const classes = useStyles();
  const t = useWords();
  const href = usePageHref()('gateways', { party });
  if (owners.length === 0) {
    return (
      <p className={classes.text}>
        {t('behindWhom.usNone', { party: <PartyName party={party} /> })}
      </p>
    );
  }
  return (
    <>
      <p className={classes.text}>
        {t('behindWhom.usSummary', {
          waiting: formatDuration(row.queueMs),
          external: formatDuration(row.externalQueueMs),
        })}{' '}
        {href && <Link to={href}>{t('behindWhom.more')}</Link>}
      </p>
      <WaitTable
        label={t('gateways.ownersTitle')}
        detailed={false}
        rows={owners.slice(0, MOST_PARTIES).map(owner => ({
          ...owner,
          share: row.queueMs > 0 ? owner.queueMs / row.queueMs : 0,
        }))}
      />
    </>
  );
}

interface WhoWaitsOnUsProps {
  party: string;
  scope: TimedScope;
}

/** The other way round: whose changes wait on the team of this entity. */
function WhoWaitsOnUs({ party, scope }: WhoWaitsOnUsProps) {
  const classes = useStyles();
  const t = useWords();
  const name = <PartyName party={party} />;
  const reading = useGateway(party, scope);
  // A party that nothing waited on is not known to the ranking.
  const unknown = reading.error && failureOf(reading.error).kind === 'missing';
  return (
    <>
      <h3 className={classes.title}>
        {t('behindWhom.usTitle', { party: name })}
      </h3>
      {unknown ? (
        <p className={classes.text}>
          {t('behindWhom.usNone', { party: name })}
        </p>
      ) : (
        <Answer reading={reading} failed={t('behindWhom.failed')} height={120}>
          {detail => <Owners party={party} detail={detail} />}
        </Answer>
      )}
    </>
  );
}

interface BehindWhomProps {
  entityRef: string;
  scope: TimedScope;
}

/** Whom the changes of an entity waited on, and who waits on its team. */
export function BehindWhom({ entityRef, scope }: BehindWhomProps) {
  const t = useWords();
  const { entity } = useEntity();
  const team = teamOf(entity);
  const reading = useGateways({ ...scope, scope: entityRef });
  return (
    <Section
      title={t('behindWhom.title')}
      hint={t('behindWhom.hint')}
      busy={reading.loading}
    >
      <Answer reading={reading} failed={t('behindWhom.failed')} height={240}>
        {({ items }) => {
          const rows = rowsOf(items);
          return rows.length === 0 ? (
            <div>{t('behindWhom.none')}</div>
          ) : (
            <WaitTable
              label={t('behindWhom.columnParty')}
              rows={rows}
              detailed
            />
          );
        }}
      </Answer>
      {team && <WhoWaitsOnUs party={team} scope={scope} />}
    </Section>
  );
}
