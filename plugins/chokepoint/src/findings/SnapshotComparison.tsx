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
import {
  ReportedFinding,
  Snapshot,
  SnapshotComparison as Comparison,
  kpiOf,
} from 'backstage-plugin-chokepoint-common';
import { FIGURE_IDS } from 'chokepoint-flow';
import { useComparison } from '../api/findingReadings';
import { trendWords } from '../figures/TrendMark';
import { ListTable } from '../listing/ListTable';
import { BODY } from '../palette/text';
import { Answer } from '../states/Answer';
import { formatMoment } from '../wording/date';
import { formatFigure } from '../wording/figureText';
import { trendOf } from '../wording/trend';
import { useWords } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  part: { ...BODY, fontWeight: 600, margin: theme.spacing(1, 0, 0) },
  list: { margin: 0, paddingLeft: theme.spacing(3) },
}));

interface FigureRowProps {
  figure: Comparison['figures'][number];
  before: string;
  after: string;
}

function FigureRow({ figure, before, after }: FigureRowProps) {
  const t = useWords();
  const { unit } = figure;
  const id = FIGURE_IDS.find(candidate => candidate === figure.id);
  const kpi = id && kpiOf(id);
  const text = (value: number | undefined) =>
    value === undefined ? '–' : formatFigure(value, unit);
  const trend =
    kpi && trendOf(figure.after, figure.before, unit, kpi.direction);
  return (
    <tr>
      <th scope="row">{kpi?.title ?? figure.id}</th>
      <td className="number" data-label={before}>
        {text(figure.before)}
      </td>
      <td className="number" data-label={after}>
        {text(figure.after)}
      </td>
      <td data-label={t('findings.columnChange_')}>
        {trend && trendWords(trend, t)}
      </td>
    </tr>
  );
}

interface PartProps {
  title: string;
  findings: readonly ReportedFinding[];
}

function Part({ title, findings }: PartProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <>
      <h4 className={classes.part}>{title}</h4>
      {findings.length === 0 ? (
        <div>{t('findings.nothing')}</div>
      ) : (
        <ul className={classes.list}>
          {findings.map(({ rule, sentence }) => (
            <li key={rule}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ComparedProps {
  comparison: Comparison;
}

function Compared({ comparison }: ComparedProps) {
  const t = useWords();
  const { snapshot, other, figures, findings } = comparison;
  const nameOf = ({ takenAt }: Snapshot) => formatMoment(takenAt);
  const before = nameOf(snapshot);
  const after = other ? nameOf(other) : t('findings.now');
  return (
    <>
      <ListTable label={t('findings.compare')}>
        <thead>
          <tr>
            <th scope="col">{t('findings.columnFigure')}</th>
            <th scope="col" className="number">
              {before}
            </th>
            <th scope="col" className="number">
              {after}
            </th>
            <th scope="col">{t('findings.columnChange_')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <FigureRow
              key={figure.id}
              figure={figure}
              before={before}
              after={after}
            />
          ))}
        </tbody>
      </ListTable>
      <Part title={t('findings.gone')} findings={findings.gone} />
      <Part title={t('findings.stayed')} findings={findings.stayed} />
      <Part title={t('findings.fresh')} findings={findings.new} />
    </>
  );
}

interface SnapshotComparisonProps {
  entityRef: string;
  snapshot: string;
  /** Id of the other snapshot, or `now`. */
  other: string;
}

/** Two dates beside each other: figures, and findings gone, stayed and new. */
export function SnapshotComparison(props: SnapshotComparisonProps) {
  const t = useWords();
  const reading = useComparison(props.entityRef, props.snapshot, props.other);
  return (
    <Answer
      reading={reading}
      failed={t('findings.comparisonFailed')}
      height={240}
    >
      {comparison => <Compared comparison={comparison} />}
    </Answer>
  );
}
