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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Ref, useEffect, useRef, useState } from 'react';
import { KpiTarget } from 'backstage-plugin-chokepoint-common';
import { messageOf } from '../states/failure';
import { formatFigure } from '../wording/figureText';
import { useWords, Words } from '../wording/useWords';
import { HeldTarget, TargetOrigin } from './held';
import { TargetForm } from './TargetForm';

const useStyles = makeStyles(theme => ({
  opener: {
    '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
  },
  // As wide as the row, also where cells stand below each other.
  form: { '&&': { padding: theme.spacing(1) } },
}));

function targetText({ kpi, held }: HeldTarget, t: Words): string {
  if (!held) {
    return t('targets.none');
  }
  const { target, limit } = held.target;
  return t(kpi.direction === 'higher' ? 'targets.higher' : 'targets.lower', {
    target: formatFigure(target, kpi.unit),
    limit: formatFigure(limit, kpi.unit),
  });
}

interface OriginProps {
  origin: TargetOrigin;
}

function Origin({ origin }: OriginProps) {
  const t = useWords();
  if (origin.kind !== 'above') {
    return <>{t(`targets.from.${origin.kind}`)}</>;
  }
  return origin.entityRef ? (
    <EntityRefLink entityRef={origin.entityRef} hideIcon />
  ) : (
    <>{t('targets.from.hidden')}</>
  );
}

interface TargetRowProps {
  row: HeldTarget;
  /** Sets the own target, or clears it; absent for who may only look. */
  onSet?(target: KpiTarget | undefined): Promise<void>;
}

/** Whether a target is being written, on its way, or could not be saved. */
function useRowWriter(onSet: TargetRowProps['onSet']) {
  const t = useWords();
  const [written, setWritten] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const write = (begun: boolean) => {
    setFailure(undefined);
    setWritten(begun);
  };
  const set = async (target: KpiTarget | undefined) => {
    setFailure(undefined);
    setSaving(true);
    try {
      await onSet?.(target);
      setWritten(false);
    } catch (error) {
      const message = error instanceof Error ? messageOf(error) : String(error);
      setFailure(t('targets.saveFailed', { message }));
    }
    setSaving(false);
  };
  return { written, saving, failure, write, set };
}

interface OwnTargetProps {
  row: HeldTarget;
  openerRef: Ref<HTMLButtonElement>;
  onWrite(): void;
  onClear(): void;
}

/** The buttons to set or change a target, and to clear it. */
function OwnTarget({ row, openerRef, onWrite, onClear }: OwnTargetProps) {
  const classes = useStyles();
  const t = useWords();
  const { kpi, own } = row;
  const named = { figure: kpi.title };
  return (
    <>
      <Button
        ref={openerRef}
        size="small"
        className={classes.opener}
        // It is focused as it appears, before it has a ripple.
        focusRipple={false}
        aria-label={t(own ? 'targets.changeOne' : 'targets.setOne', named)}
        onClick={onWrite}
      >
        {t(own ? 'targets.change' : 'targets.set')}
      </Button>
      {own && (
        <Button
          size="small"
          aria-label={t('targets.clearOne', named)}
          onClick={onClear}
        >
          {t('targets.clear')}
        </Button>
      )}
    </>
  );
}

/** What a figure is judged by, and the means to change it. */
export function TargetRow({ row, onSet }: TargetRowProps) {
  const classes = useStyles();
  const t = useWords();
  const { kpi, held } = row;
  const { written, saving, failure, write, set } = useRowWriter(onSet);
  const opener = useRef<HTMLButtonElement>(null);
  const wasWritten = useRef(false);
  // Whoever wrote goes on where the writing began.
  useEffect(() => {
    if (wasWritten.current && !written) {
      opener.current?.focus();
    }
    wasWritten.current = written;
  }, [written]);
  const clear = () => {
    // The button that was pressed goes away with what it clears.
    opener.current?.focus();
    set(undefined);
  };
  return (
    <tr>
      <th scope="row">
        {kpi.title}
        <div className="muted">{kpi.description}</div>
        <div role="alert">{failure}</div>
      </th>
      {written ? (
        <td className={classes.form} colSpan={3}>
          <TargetForm
            kpi={kpi}
            held={held?.target}
            saving={saving}
            onSave={set}
            onCancel={() => write(false)}
          />
        </td>
      ) : (
        <>
          <td data-label={t('targets.columnTarget')}>{targetText(row, t)}</td>
          <td data-label={t('targets.columnFrom')}>
            {held && <Origin origin={held.origin} />}
          </td>
          {onSet && (
            <td className="nowrap" data-label={t('targets.columnOwn')}>
              <OwnTarget
                row={row}
                openerRef={opener}
                onWrite={() => write(true)}
                onClear={clear}
              />
            </td>
          )}
        </>
      )}
    </tr>
  );
}
