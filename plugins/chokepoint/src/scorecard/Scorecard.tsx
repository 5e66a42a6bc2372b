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

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { useScorecard } from '../api/scorecardReadings';
import { Answer } from '../states/Answer';
import { Choice } from '../layout/Choice';
import { Section } from '../layout/Section';
import { TargetsButton } from '../targets/TargetsButton';
import { useParameters } from '../url/navigation';
import { useWords } from '../wording/useWords';
import { RowKind } from '../api/scorecardReadings';
import {
  columnsParameter,
  parseChoices,
  ScorecardChoices,
  sortAfter,
} from './choices';
import { ColumnPicker } from './ColumnPicker';
import { ExportScorecard } from './ExportScorecard';
import { byDomain, hasTooFew, Line, sortRows } from './rows';
import { ScorecardTable } from './ScorecardTable';
import { ScopedQuery } from '../api/readings';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
}));

interface ToggleProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

function Toggle({ label, checked, onChange }: ToggleProps) {
  return (
    <FormControlLabel
      label={label}
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={checked}
          onChange={event => onChange(event.target.checked)}
        />
      }
    />
  );
}

interface ChoosingProps {
  choices: ScorecardChoices;
  rows: RowKind;
  query: ScopedQuery;
}

/** What one can choose of the scorecard. */
function Choosing({ choices, rows, query }: ChoosingProps) {
  const classes = useStyles();
  const t = useWords();
  const { go } = useParameters();
  return (
    <div className={classes.line}>
      <Choice
        label={t('scorecard.rows')}
        value={rows}
        onChange={value => go({ rows: value })}
      >
        <option value="teams">{t('scorecard.rowsTeams')}</option>
        <option value="entities">{t('scorecard.rowsEntities')}</option>
      </Choice>
      <Toggle
        label={t('scorecard.heat')}
        checked={choices.heat}
        onChange={on => go({ heat: on ? undefined : 'off' })}
      />
      <Toggle
        label={t('scorecard.groupByDomain')}
        checked={choices.groupByDomain}
        onChange={on => go({ group: on ? 'domain' : undefined })}
      />
      <Toggle
        label={t('scorecard.hideTooFew')}
        checked={choices.hideTooFew}
        onChange={on => go({ few: on ? 'hide' : undefined })}
      />
      <ColumnPicker
        columns={choices.columns}
        onChange={columns => go({ columns: columnsParameter(columns) })}
      />
      <ExportScorecard query={query} rows={rows} />
    </div>
  );
}

/** The lines of the table as the viewer chose them. */
function useLines(rows: readonly ScorecardRow[], choices: ScorecardChoices) {
  const { sort, direction, groupByDomain, hideTooFew } = choices;
  return useMemo(() => {
    const shown = sortRows(
      hideTooFew ? rows.filter(row => !hasTooFew(row)) : rows,
      sort,
      direction,
    );
    const lines: Line[] = groupByDomain
      ? byDomain(shown)
      : shown.map(row => ({ kind: 'row', row }));
    return { lines, hidden: rows.length - shown.length };
  }, [rows, sort, direction, groupByDomain, hideTooFew]);
}

interface ComparedProps {
  rows: readonly ScorecardRow[];
  choices: ScorecardChoices;
}

function Compared({ rows, choices }: ComparedProps) {
  const t = useWords();
  const { go } = useParameters();
  const { lines, hidden } = useLines(rows, choices);
  if (rows.length === 0) {
    return <div>{t('scorecard.none')}</div>;
  }
  return (
    <>
      {hidden > 0 && <div>{t('scorecard.hidden', { n: String(hidden) })}</div>}
      <ScorecardTable
        lines={lines}
        choices={choices}
        onSort={column => go({ sort: sortAfter(choices, column) })}
      />
    </>
  );
}

interface ScorecardProps {
  query: ScopedQuery;
  /** The rows, until somebody asks for others. */
  rows: RowKind;
}

/** Teams or services side by side; nothing compares people. */
export function Scorecard({ query, rows: first }: ScorecardProps) {
  const t = useWords();
  const { params } = useParameters();
  const choices = useMemo(() => parseChoices(params), [params]);
  const rows = choices.rows ?? first;
  const reading = useScorecard(query, rows);
  return (
    <Section
      title={t('scorecard.title')}
      hint={t('scorecard.hint')}
      actions={
        query.scope && (
          <TargetsButton entityRef={query.scope} onSaved={reading.retry} />
        )
      }
      busy={reading.loading}
    >
      <Choosing choices={choices} rows={rows} query={query} />
      <Answer reading={reading} failed={t('scorecard.failed')} height={420}>
        {value => <Compared rows={value} choices={choices} />}
      </Answer>
    </Section>
  );
}
