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
import { ActorKind, STAGES, Stage } from 'chokepoint-flow';
import { ReportedGateway } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { ShareBar } from '../palette/ShareBar';
import { barBackground } from '../palette/stageColour';
import { BODY } from '../palette/text';
import { useShade } from '../palette/useShade';
import { Section } from '../layout/Section';
import { AUTHOR_KINDS } from '../url/view';
import { formatCount, formatDuration } from '../wording/duration';
import { formatRatio } from '../wording/figureText';
import { useWords, Words } from '../wording/useWords';
import { workTypeName } from '../wording/workType';

const useStyles = makeStyles(theme => ({
  title: { ...BODY, fontWeight: 600, margin: theme.spacing(1, 0, 0) },
  sentence: { margin: theme.spacing(0.25, 0) },
}));

interface PartsProps {
  title: string;
  parts: readonly { key: string; queueMs: number; share: number }[];
  nameOf(key: string): string;
  backgroundOf?(key: string): string | undefined;
}

function Parts({ title, parts, nameOf, backgroundOf }: PartsProps) {
  const t = useWords();
  return (
    <ListTable label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('behindWhom.columnShare')}</th>
          <th scope="col" className="number">
            {t('gateways.columnWaiting')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, share, queueMs }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            <td data-label={t('behindWhom.columnShare')}>
              <ShareBar share={share} background={backgroundOf?.(key)} />
            </td>
            <td className="number" data-label={t('gateways.columnWaiting')}>
              {formatDuration(queueMs)}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

function concentrationSentences(
  concentration: ReportedGateway['concentration'],
  t: Words,
): string[] {
  if (concentration?.topShare === undefined) {
    return [t('gateways.concentrationNone')];
  }
  const { topShare, effectiveApprovers, people, indispensable } = concentration;
  return [
    t('gateways.topShare', { share: formatRatio(topShare) }),
    t('gateways.approvers', {
      n: formatCount(effectiveApprovers),
      people: String(people),
    }),
    indispensable === 1
      ? t('gateways.indispensableOne')
      : t('gateways.indispensable', { n: String(indispensable) }),
  ];
}

interface WhyTheyWaitProps {
  row: ReportedGateway;
}

/** What the waiting is for, and how few people answer; nobody is named. */
export function WhyTheyWait({ row }: WhyTheyWaitProps) {
  const classes = useStyles();
  const shade = useShade();
  const t = useWords();
  const stageOf = (key: string): Stage | undefined =>
    STAGES.find(stage => stage === key);
  const authorOf = (key: string): ActorKind | undefined =>
    AUTHOR_KINDS.find(kind => kind === key);
  return (
    <Section title={t('gateways.whyTitle')}>
      <Parts
        title={t('gateways.stages')}
        parts={row.stages}
        nameOf={key => {
          const stage = stageOf(key);
          return stage ? t(`stage.${stage}`) : key;
        }}
        backgroundOf={key => {
          const stage = stageOf(key);
          return stage && barBackground(stage, 'waiting', shade);
        }}
      />
      <Parts
        title={t('gateways.workTypes')}
        parts={row.workTypes}
        nameOf={key => workTypeName(key, t)}
      />
      <Parts
        title={t('gateways.authorKinds')}
        parts={row.authorKinds}
        nameOf={key => {
          const kind = authorOf(key);
          return kind ? t(`authorKind.${kind}`) : key;
        }}
      />
      <h3 className={classes.title}>{t('gateways.concentration')}</h3>
      {concentrationSentences(row.concentration, t).map(sentence => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
    </Section>
  );
}
