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

import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Skeleton from '@material-ui/lab/Skeleton';
import { ChangePage, kpiOf } from 'backstage-plugin-chokepoint-common';
import {
  Reading,
  Scope,
  useChangePage,
  useChangesQuery,
} from '../api/readings';
import { FailureNotice } from '../states/FailureNotice';
import { Section } from '../layout/Section';
import { ListedState, LISTED_STATES, View } from '../url/view';
import { useWords, Words } from '../wording/useWords';
import { ChangesTable } from './ChangesTable';
import { ExportButton } from './ExportButton';
import { Pager } from './Pager';
import { PAGE_SIZE } from '../api/paging';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    // The label of a field stands above its frame.
    paddingTop: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
  skeleton: { display: 'grid', gap: theme.spacing(1) },
}));

function stateText(state: ListedState, t: Words): string {
  switch (state) {
    case 'all':
      return t('filter.stateAll');
    case 'inFlight':
      return t('filter.stateInFlight');
    case 'inProduction':
      return t('filter.stateInProduction');
    case 'closed':
      return t('filter.stateClosed');
    default: {
      const unknown: never = state;
      return String(unknown);
    }
  }
}

interface NarrowingProps {
  view: View;
  onChange(patch: Partial<View>): void;
}

/** What narrows the list alone; a figure stands for its own state. */
function Narrowing({ view, onChange }: NarrowingProps) {
  const classes = useStyles();
  const t = useWords();
  const { state, stage, figure } = view;
  const pick = (value: string) =>
    onChange({ state: LISTED_STATES.find(candidate => candidate === value) });
  return (
    <div className={classes.line}>
      {!figure && (
        <TextField
          select
          size="small"
          variant="outlined"
          label={t('filter.state')}
          value={state}
          onChange={event => pick(event.target.value)}
          InputLabelProps={{ shrink: true }}
          SelectProps={{ native: true }}
          inputProps={{ 'aria-label': t('filter.state') }}
        >
          {LISTED_STATES.map(candidate => (
            <option key={candidate} value={candidate}>
              {stateText(candidate, t)}
            </option>
          ))}
        </TextField>
      )}
      {figure && (
        <Chip
          size="small"
          label={t('filter.figureChip', { figure: kpiOf(figure).title })}
          onDelete={() => onChange({ figure: undefined })}
        />
      )}
      {stage && (
        <Chip
          size="small"
          label={t('filter.stageChip', { stage: t(`stage.${stage}`) })}
          onDelete={() => onChange({ stage: undefined })}
        />
      )}
    </div>
  );
}

function ListSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.skeleton} aria-hidden>
      {Array.from({ length: PAGE_SIZE }, (_, row) => (
        <Skeleton key={row} variant="rect" height={48} />
      ))}
    </div>
  );
}

interface PageProps extends NarrowingProps {
  reading: Reading<ChangePage>;
}

function Page({ reading, view, onChange }: PageProps) {
  const t = useWords();
  const { value, error, retry } = reading;
  if (error) {
    return (
      <FailureNotice
        title={t('error.titleChanges')}
        error={error}
        retry={retry}
      />
    );
  }
  if (!value) {
    return <ListSkeleton />;
  }
  if (value.items.length === 0) {
    return <div>{t('changes.nothing')}</div>;
  }
  return (
    <>
      <ChangesTable
        changes={value.items}
        order={view.order}
        onOrder={order => onChange({ order })}
      />
      <Pager page={value} view={view} onPage={onChange} />
    </>
  );
}

interface ChangesProps extends NarrowingProps {
  entityRef: string;
  scope: Scope;
}

/** The changes behind the figures. */
export function Changes({ entityRef, scope, view, onChange }: ChangesProps) {
  const t = useWords();
  const query = useChangesQuery(scope, view);
  const reading = useChangePage(entityRef, query);
  return (
    <Section
      byWallClock
      title={t('changes.title')}
      busy={reading.loading}
      actions={
        <>
          <Narrowing view={view} onChange={onChange} />
          <ExportButton entityRef={entityRef} query={query} />
        </>
      }
    >
      <Page reading={reading} view={view} onChange={onChange} />
    </Section>
  );
}
