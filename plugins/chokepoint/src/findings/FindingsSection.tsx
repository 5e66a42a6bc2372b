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
import { EntityFindings } from 'backstage-plugin-chokepoint-common';
import { CitedFigure } from '../api/answers';
import { useFindings } from '../api/findingReadings';
import { Scope } from '../api/readings';
import { LARGE, SMALL } from '../palette/text';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { viewOfEvidence } from '../url/evidence';
import { ViewInAddress } from '../url/navigation';
import { useWords } from '../wording/useWords';
import { FindingItem } from './FindingItem';
import { SampleTable } from './SampleTable';
import { Snapshots } from './Snapshots';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0 },
  title: { ...LARGE, margin: theme.spacing(1, 0, 0) },
  hint: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
}));

interface DiagnosisProps {
  findings: EntityFindings;
  evidenceHref(figure: CitedFigure): string | undefined;
}

function Diagnosis({ findings, evidenceHref }: DiagnosisProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <>
      {findings.findings.length === 0 ? (
        <div>{t('findings.none')}</div>
      ) : (
        <ul className={classes.list}>
          {findings.findings.map(finding => (
            <FindingItem
              key={finding.rule}
              finding={finding}
              evidenceHref={evidenceHref}
            />
          ))}
        </ul>
      )}
      {findings.disabled.length > 0 && (
        <p className={classes.hint}>
          {t('findings.disabled', { rules: findings.disabled.join(', ') })}
        </p>
      )}
      <div>
        <h3 className={classes.title}>{t('findings.sampleTitle')}</h3>
        <p className={classes.hint}>{t('findings.sampleHint')}</p>
      </div>
      <SampleTable sample={findings.sample} />
    </>
  );
}

interface FindingsSectionProps {
  entityRef: string;
  scope: Scope;
  address: ViewInAddress;
}

/** What the numbers say, a sample of changes, and snapshots to compare with. */
export function FindingsSection(props: FindingsSectionProps) {
  const { entityRef, scope, address } = props;
  const t = useWords();
  const { view, hrefOf } = address;
  const reading = useFindings(entityRef, scope);
  return (
    <Section
      byWallClock
      title={t('findings.title')}
      hint={t('findings.hint')}
      busy={reading.loading}
    >
      <Answer reading={reading} failed={t('findings.failed')} height={320}>
        {findings => (
          <Diagnosis
            findings={findings}
            evidenceHref={({ evidence }) =>
              evidence && hrefOf(viewOfEvidence(view, evidence))
            }
          />
        )}
      </Answer>
      <Snapshots entityRef={entityRef} />
    </Section>
  );
}
