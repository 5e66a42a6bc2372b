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

import Slider from '@material-ui/core/Slider';
import { makeStyles } from '@material-ui/core/styles';
import { Saving } from 'chokepoint-flow';
import { useState } from 'react';
import { ReportedGateway } from 'backstage-plugin-chokepoint-common';
import { useGateway } from '../api/gatewayReadings';
import { BODY, SMALL } from '../palette/text';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { useParameters } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import {
  LEAST_PERCENT,
  parseTarget,
  percentOf,
  STEP_PERCENT,
  targetOf,
} from './whatIf';
import { TimedQuery } from '../api/readings';

const useStyles = makeStyles(theme => ({
  hint: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
  slider: { padding: theme.spacing(0, 2) },
  label: { ...SMALL, display: 'block' },
  tried: { ...BODY, fontWeight: 600 },
  saved: { ...BODY, margin: 0 },
  // The slider's own colour is too pale for a small mark on paper.
  thumb: { color: theme.palette.text.primary },
}));

interface SavedProps {
  saving: Saving;
}

/** What the target would give, in words. */
function Saved({ saving }: SavedProps) {
  const classes = useStyles();
  const t = useWords();
  const {
    savedMs,
    n,
    decisionToProductionP50: before,
    newDecisionToProductionP50: after,
  } = saving;
  return (
    <>
      <p className={classes.saved}>
        {savedMs > 0
          ? t('gateways.saved', {
              saved: <strong>{formatDuration(savedMs)}</strong>,
            })
          : t('gateways.savedNone')}
      </p>
      <p className={classes.saved}>
        {before === undefined || after === undefined
          ? t('gateways.newMedianNone')
          : t('gateways.newMedian', {
              before: formatDuration(before),
              after: <strong>{formatDuration(after)}</strong>,
              n: String(n),
            })}
      </p>
      <p className={classes.hint}>{t('gateways.upperBound')}</p>
    </>
  );
}

interface TargetSliderProps {
  /** Present median wait, milliseconds. */
  median: number;
  /** The wait that is tried, milliseconds. */
  target: number;
  onPick(percent: number): void;
}

function TargetSlider({ median, target, onPick }: TargetSliderProps) {
  const classes = useStyles();
  const t = useWords();
  const [dragged, setDragged] = useState<number>();
  const shown = dragged ?? percentOf(median, target);
  // A target of the address may lie between the steps of the slider.
  const waitAt = (value: number) =>
    dragged === undefined && value === shown ? target : targetOf(median, value);
  const text = (value: number) =>
    t('gateways.targetValue', {
      wait: formatDuration(waitAt(value)),
      now: formatDuration(median),
    });
  const one = (value: number | number[]) =>
    Array.isArray(value) ? value[0] : value;
  return (
    <div>
      <span className={classes.label}>{t('gateways.target')}</span>
      <span className={classes.tried}>{text(shown)}</span>
      <div className={classes.slider}>
        <Slider
          classes={{ root: classes.thumb }}
          min={LEAST_PERCENT}
          max={100}
          step={STEP_PERCENT}
          value={shown}
          aria-label={t('gateways.target')}
          getAriaValueText={text}
          onChange={(_event, value) => setDragged(one(value))}
          onChangeCommitted={(_event, value) => {
            setDragged(undefined);
            onPick(one(value));
          }}
        />
      </div>
    </div>
  );
}

interface WhatIfProps {
  party: string;
  row: ReportedGateway;
  query: TimedQuery;
}

interface TriedProps extends WhatIfProps {
  /** Present median wait, milliseconds. */
  median: number;
}

function Tried({ party, query, median }: TriedProps) {
  const t = useWords();
  const { params, go } = useParameters();
  const target =
    parseTarget(params.get('target')) ??
    targetOf(median, percentOf(median, undefined));
  const reading = useGateway(party, query, target);
  return (
    <>
      <TargetSlider
        median={median}
        target={target}
        onPick={picked =>
          go({ target: String(targetOf(median, picked)) }, true)
        }
      />
      <div role="status" aria-busy={reading.loading}>
        <Answer reading={reading} failed={t('gateways.failedOne')} height={90}>
          {({ saving }) => <Saved saving={saving} />}
        </Answer>
      </div>
    </>
  );
}

/** A slider for the median wait, and what it would give. */
export function WhatIf(props: WhatIfProps) {
  const classes = useStyles();
  const t = useWords();
  const { waitP50 } = props.row;
  return (
    <Section title={t('gateways.whatIfTitle')}>
      <p className={classes.hint}>
        {t('gateways.whatIfHint', {
          party: <PartyName party={props.party} inSentence />,
        })}
      </p>
      {waitP50 === undefined || waitP50 <= 0 ? (
        <div>{t('gateways.noVisits')}</div>
      ) : (
        <Tried {...props} median={waitP50} />
      )}
    </Section>
  );
}
