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
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { ReportedStage } from 'backstage-plugin-chokepoint-common';
import { Stage } from 'chokepoint-flow';
import { SMALL } from '../palette/text';
import { ModeKey } from '../palette/ModeKey';
import { Section } from '../layout/Section';
import { Quantile, QUANTILES } from '../url/view';
import { useWords } from '../wording/useWords';
import { StageBarRow } from './StageBarRow';
import { stageBars } from './stageBars';

const useStyles = makeStyles(theme => ({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    ...SMALL,
    color: theme.palette.text.secondary,
    '& > *': {
      padding: theme.spacing(0.5, 1),
      fontWeight: 'normal',
      textAlign: 'left',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  number: { textAlign: 'right !important' as 'right' },
  secondary: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  toggle: {
    padding: theme.spacing(0.25, 1.25),
    color: theme.palette.text.secondary,
    '&.Mui-selected': {
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
  },
}));

interface QuantileSwitchProps {
  quantile: Quantile;
  onChange(quantile: Quantile): void;
}

function QuantileSwitch({ quantile, onChange }: QuantileSwitchProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={quantile}
      aria-label={t('stages.quantile')}
      onChange={(_event, value: Quantile | null) => value && onChange(value)}
    >
      {QUANTILES.map(value => (
        <ToggleButton key={value} value={value} className={classes.toggle}>
          {value}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface WhereTheTimeGoesProps {
  stages: readonly ReportedStage[];
  quantile: Quantile;
  /** The stage that narrows what is below. */
  stage?: Stage;
  busy: boolean;
  onQuantile(quantile: Quantile): void;
  onStage(stage: Stage | undefined): void;
}

/** How long changes spend in each stage; a bar narrows the rest of the tab. */
export function WhereTheTimeGoes(props: WhereTheTimeGoesProps) {
  const { stages, quantile, stage: picked, busy, onQuantile, onStage } = props;
  const classes = useStyles();
  const t = useWords();
  const bars = stageBars(stages, quantile);
  return (
    <Section
      title={t('stages.title')}
      hint={bars.length > 0 ? t('stages.hint') : t('stages.nothing')}
      busy={busy}
      actions={<QuantileSwitch quantile={quantile} onChange={onQuantile} />}
    >
      {bars.length > 0 && (
        <>
          <table className={classes.table}>
            <thead>
              <tr className={classes.head}>
                <th scope="col">{t('stages.columnStage')}</th>
                <th scope="col">
                  {t('stages.columnTime')}, {quantile}
                </th>
                <th
                  scope="col"
                  className={`${classes.number} ${classes.secondary}`}
                >
                  {t('stages.columnShare')}
                </th>
                <th
                  scope="col"
                  className={`${classes.number} ${classes.secondary}`}
                >
                  {t('stages.columnChanges')}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(bar => (
                <StageBarRow
                  key={bar.stage}
                  bar={bar}
                  quantile={quantile}
                  picked={bar.stage === picked}
                  onPick={() =>
                    onStage(bar.stage === picked ? undefined : bar.stage)
                  }
                />
              ))}
            </tbody>
          </table>
          <ModeKey modes={['working', 'waiting']} />
        </>
      )}
    </Section>
  );
}
