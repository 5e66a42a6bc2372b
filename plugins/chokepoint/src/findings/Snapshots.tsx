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

import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { Snapshot } from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from '../api/chokepointApi';
import { useSnapshots } from '../api/findingReadings';
import { LARGE, SMALL } from '../palette/text';
import { Answer } from '../states/Answer';
import { Choice } from '../layout/Choice';
import { useParameters } from '../url/navigation';
import { formatMoment } from '../wording/date';
import { useWords } from '../wording/useWords';
import { SnapshotComparison } from './SnapshotComparison';

const useStyles = makeStyles(theme => ({
  title: { ...LARGE, margin: theme.spacing(1, 0, 0) },
  hint: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    // The label of a field stands above its frame.
    paddingTop: theme.spacing(1),
  },
}));

/** What a snapshot is called: its moment, and its note. */
export function snapshotName({ takenAt, note }: Snapshot): string {
  return [formatMoment(takenAt), note].filter(Boolean).join(' – ');
}

interface SaveProps {
  entityRef: string;
  onSaved(): void;
}

function Save({ entityRef, onSaved }: SaveProps) {
  const classes = useStyles();
  const t = useWords();
  const api = useApi(chokepointApiRef);
  const [note, setNote] = useState('');
  const [{ loading, error, value }, save] = useAsyncFn(async () => {
    const saved = await api.takeSnapshot(entityRef, note.trim() || undefined);
    setNote('');
    onSaved();
    return saved;
  }, [api, entityRef, note, onSaved]);
  return (
    <div className={classes.line}>
      <TextField
        size="small"
        variant="outlined"
        label={t('findings.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'aria-label': t('findings.note'), maxLength: 200 }}
      />
      <Button
        size="small"
        variant="outlined"
        disabled={loading}
        onClick={() => save()}
      >
        {t('findings.save')}
      </Button>
      <span role="status">
        {error && t('findings.saveFailed', { message: error.message })}
        {!error && !loading && value && t('findings.saved')}
      </span>
    </div>
  );
}

interface PickProps {
  snapshots: readonly Snapshot[];
  picked?: string;
  other: string;
}

function Pick({ snapshots, picked, other }: PickProps) {
  const classes = useStyles();
  const t = useWords();
  const { go } = useParameters();
  return (
    <div className={classes.line}>
      <Choice
        label={t('findings.compare')}
        value={picked ?? ''}
        onChange={snapshot => go({ snapshot })}
      >
        <option value="">{t('findings.pick')}</option>
        {snapshots.map(snapshot => (
          <option key={snapshot.id} value={snapshot.id}>
            {snapshotName(snapshot)}
          </option>
        ))}
      </Choice>
      {picked && (
        <Choice
          label={t('findings.with')}
          value={other}
          onChange={value => go({ with: value === 'now' ? undefined : value })}
        >
          <option value="now">{t('findings.now')}</option>
          {snapshots
            .filter(({ id }) => id !== picked)
            .map(snapshot => (
              <option key={snapshot.id} value={snapshot.id}>
                {snapshotName(snapshot)}
              </option>
            ))}
        </Choice>
      )}
    </div>
  );
}

interface SnapshotsProps {
  entityRef: string;
}

/** Keeps the diagnosis under its date, and compares it with later. */
export function Snapshots({ entityRef }: SnapshotsProps) {
  const classes = useStyles();
  const t = useWords();
  const { params } = useParameters();
  const picked = params.get('snapshot') ?? undefined;
  const other = params.get('with') ?? 'now';
  const reading = useSnapshots(entityRef);
  return (
    <div>
      <h3 className={classes.title}>{t('findings.snapshotsTitle')}</h3>
      <p className={classes.hint}>{t('findings.snapshotsHint')}</p>
      <Save entityRef={entityRef} onSaved={reading.retry} />
      <Answer
        reading={reading}
        failed={t('findings.snapshotsFailed')}
        height={40}
      >
        {snapshots =>
          snapshots.length === 0 ? (
            <p className={classes.hint}>{t('findings.snapshotsNone')}</p>
          ) : (
            <Pick snapshots={snapshots} picked={picked} other={other} />
          )
        }
      </Answer>
      {picked && (
        <SnapshotComparison
          entityRef={entityRef}
          snapshot={picked}
          other={other}
        />
      )}
    </div>
  );
}
