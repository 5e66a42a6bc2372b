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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useEffect, useRef, useState } from 'react';
import { Kpi, KpiTarget } from 'backstage-plugin-chokepoint-common';
import { statusColour } from '../palette/statusColour';
import { Choice } from '../layout/Choice';
import { useWords, Words } from '../wording/useWords';
import { Draft, DraftFault, draftOf, readDraft, unitsOf } from './draft';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    // The label of a field stands above its frame.
    paddingTop: theme.spacing(1),
  },
  number: { width: 150 },
  // The red of the field's frame is too pale for words.
  fault: { '&&': { color: statusColour('bad', theme) } },
}));

function faultText({ fault }: DraftFault, kpi: Kpi, t: Words): string {
  return fault === 'limitIsBetter'
    ? t(
        kpi.direction === 'higher'
          ? 'targets.fault.limitIsBetterHigher'
          : 'targets.fault.limitIsBetterLower',
      )
    : t(`targets.fault.${fault}`);
}

interface NumberFieldProps {
  id: string;
  label: string;
  value: string;
  /** What is wrong with it. */
  fault?: string;
  /** Whether one begins to write here. */
  first?: boolean;
  onChange(value: string): void;
}

function NumberField({
  id,
  label,
  value,
  fault,
  first = false,
  onChange,
}: NumberFieldProps) {
  const classes = useStyles();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) {
      input.current?.focus();
      input.current?.select();
    }
  }, [first]);
  // Where something is wrong, one goes on writing.
  useEffect(() => {
    if (fault) {
      input.current?.focus();
    }
  }, [fault]);
  return (
    <TextField
      className={classes.number}
      id={id}
      size="small"
      variant="outlined"
      label={label}
      value={value}
      inputRef={input}
      error={fault !== undefined}
      helperText={fault}
      FormHelperTextProps={{ className: classes.fault }}
      onChange={event => onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ inputMode: 'decimal', autoComplete: 'off' }}
    />
  );
}

interface TargetFormProps {
  kpi: Kpi;
  /** What holds now, to begin from. */
  held?: KpiTarget;
  saving: boolean;
  onSave(target: KpiTarget): void;
  onCancel(): void;
}

/** Where a figure is good and where it is bad, to be written. */
export function TargetForm(props: TargetFormProps) {
  const { kpi, held, saving, onSave, onCancel } = props;
  const classes = useStyles();
  const t = useWords();
  const [draft, setDraft] = useState(() => draftOf(kpi, held));
  const [wrong, setWrong] = useState<DraftFault>();
  const write = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch });
    setWrong(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(kpi, draft);
    if ('fault' in read) {
      setWrong(read);
    } else if (!saving) {
      onSave(read);
    }
  };
  const faultOf = (field: DraftFault['field']) =>
    wrong?.field === field ? faultText(wrong, kpi, t) : undefined;
  const higher = kpi.direction === 'higher';
  return (
    <form
      className={classes.line}
      aria-label={t('targets.form', { figure: kpi.title })}
      onSubmit={submit}
      noValidate
    >
      <NumberField
        id={`chokepoint-target-${kpi.id}`}
        first
        label={t(higher ? 'targets.goodFrom' : 'targets.goodUpTo')}
        value={draft.target}
        fault={faultOf('target')}
        onChange={target => write({ target })}
      />
      <NumberField
        id={`chokepoint-limit-${kpi.id}`}
        label={t(higher ? 'targets.badBelow' : 'targets.badBeyond')}
        value={draft.limit}
        fault={faultOf('limit')}
        onChange={limit => write({ limit })}
      />
      <UnitChoice kpi={kpi} draft={draft} onChange={write} />
      <Button type="submit" variant="outlined" disabled={saving}>
        {t('targets.save')}
      </Button>
      <Button onClick={onCancel}>{t('targets.cancel')}</Button>
    </form>
  );
}

interface UnitChoiceProps {
  kpi: Kpi;
  draft: Draft;
  onChange(patch: Partial<Draft>): void;
}

function UnitChoice({ kpi, draft, onChange }: UnitChoiceProps) {
  const t = useWords();
  const units = unitsOf(kpi.unit);
  return (
    <Choice
      label={t('targets.unit')}
      value={draft.unit}
      onChange={value => {
        const unit = units.find(candidate => candidate === value);
        if (unit) {
          onChange({ unit });
        }
      }}
    >
      {units.map(unit => (
        <option key={unit} value={unit}>
          {t(`targets.units.${unit}`)}
        </option>
      ))}
    </Choice>
  );
}
