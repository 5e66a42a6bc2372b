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
import { FindingPage } from 'backstage-plugin-chokepoint-common';
import { useAllFindings } from '../api/findingReadings';
import { FirstOf } from '../listing/FirstOf';
import { ListTable } from '../listing/ListTable';
import { PageFrame } from '../page/PageFrame';
import { usePageQuery } from '../page/pageQuery';
import { useWorkTypes } from '../page/useWorkTypes';
import { LARGE } from '../palette/text';
import { Answer } from '../states/Answer';
import { Choice } from '../layout/Choice';
import { Section } from '../layout/Section';
import { useEntityHref, useParameters } from '../url/navigation';
import { formatFigure } from '../wording/figureText';
import { useWords } from '../wording/useWords';
import { bySeverity, ruleName, rulesOf } from './order';
import { SeverityMark } from './SeverityMark';

const useStyles = makeStyles(theme => ({
  lead: { ...LARGE, margin: 0 },
  move: { color: theme.palette.text.secondary },
}));

interface RowProps {
  item: FindingPage['items'][number];
}

function Row({ item: { entityRef, title, finding } }: RowProps) {
  const classes = useStyles();
  const t = useWords();
  const hrefOf = useEntityHref();
  return (
    <tr>
      <th scope="row">
        <Link to={hrefOf(entityRef)}>{title}</Link>
      </th>
      <td data-label={t('findings.columnSeverity')}>
        <SeverityMark severity={finding.severity} />
      </td>
      <td data-label={t('findings.columnFinding')}>
        {finding.sentence}
        <div className="muted">
          {finding.figures
            .map(({ label, value, unit }) =>
              t('findings.figure', { label, value: formatFigure(value, unit) }),
            )
            .join(' · ')}
        </div>
        <div className={classes.move}>
          {t('findings.move', { move: finding.move })}
        </div>
      </td>
    </tr>
  );
}

/** Findings that are shown before one asks for all. */
const FIRST_ROWS = 20;

interface AllProps {
  page: FindingPage;
  busy: boolean;
}

function All({ page: { items }, busy }: AllProps) {
  const classes = useStyles();
  const t = useWords();
  const { params, go } = useParameters();
  const rule = params.get('rule') ?? '';
  const shown = bySeverity(items).filter(
    ({ finding }) => !rule || finding.rule === rule,
  );
  const critical = items.filter(i => i.finding.severity === 'critical').length;
  return (
    <>
      <p className={classes.lead}>
        {t('findings.acrossLead', {
          n: String(items.length),
          critical: String(critical),
        })}
      </p>
      <Section
        title={t('findings.acrossTitle')}
        hint={t('findings.acrossHint')}
        busy={busy}
        actions={
          <Choice
            label={t('findings.rule')}
            value={rule}
            onChange={value => go({ rule: value })}
          >
            <option value="">{t('findings.anyRule')}</option>
            {rulesOf(items).map(id => (
              <option key={id} value={id}>
                {ruleName(id)}
              </option>
            ))}
          </Choice>
        }
      >
        {shown.length === 0 ? (
          <div>{t('findings.none')}</div>
        ) : (
          <FirstOf items={shown} first={FIRST_ROWS}>
            {first => (
              <ListTable label={t('findings.acrossTitle')}>
                <thead>
                  <tr>
                    <th scope="col">{t('findings.columnEntity')}</th>
                    <th scope="col">{t('findings.columnSeverity')}</th>
                    <th scope="col">{t('findings.columnFinding')}</th>
                  </tr>
                </thead>
                <tbody>
                  {first.map(item => (
                    <Row
                      key={`${item.entityRef} ${item.finding.rule}`}
                      item={item}
                    />
                  ))}
                </tbody>
              </ListTable>
            )}
          </FirstOf>
        )}
      </Section>
    </>
  );
}

/** What the numbers say of every team and system, the worst first. */
export function FindingsPage() {
  const t = useWords();
  const { query } = usePageQuery();
  const reading = useAllFindings(query);
  return (
    <PageFrame
      title={t('page.findings')}
      workTypes={useWorkTypes(query)}
      scoped
    >
      <Answer reading={reading} failed={t('findings.failed')} height={480}>
        {page => <All page={page} busy={reading.loading} />}
      </Answer>
    </PageFrame>
  );
}
