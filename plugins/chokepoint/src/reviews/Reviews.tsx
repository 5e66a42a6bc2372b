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
  EntityReviews,
  ReportedFigure,
} from 'backstage-plugin-chokepoint-common';
import { useReviews } from '../api/durationReadings';
import { TimedScope } from '../api/readings';
import { StatusMark } from '../figures/StatusMark';
import { NumberTile, NumberTiles } from '../palette/NumberTiles';
import { BODY } from '../palette/text';
import { Answer } from '../states/Answer';
import { Section } from '../layout/Section';
import { zoneOf } from '../wording/date';
import { formatFigure } from '../wording/figureText';
import { useWords, Words } from '../wording/useWords';
import { ReviewHeatMap } from './ReviewHeatMap';

const useStyles = makeStyles(theme => ({
  title: { ...BODY, fontWeight: 600, margin: theme.spacing(1, 0, 0) },
}));

const FIGURES = [
  'timeToFirstReview',
  'timeToApproval',
  'reviewLatency',
  'reviewRounds',
  'reviewSlo',
] as const;

function tileOf(name: string, figure: ReportedFigure, t: Words): NumberTile {
  const { value, p90, n, unit, status, withheld } = figure;
  if (withheld) {
    return { name, value: t('figure.withheld') };
  }
  if (value === undefined) {
    return { name, value: t('figure.noObservation') };
  }
  return {
    name,
    value: formatFigure(value, unit),
    note: (
      <>
        {p90 !== undefined &&
          `${t('reviews.p90', { value: formatFigure(p90, unit) })} · `}
        {t('figure.observations', { n: String(n) })}
        {status && (
          <div>
            <StatusMark status={status} />
          </div>
        )}
      </>
    ),
  };
}

interface ReviewedProps {
  reviews: EntityReviews;
  zone: string;
}

function Reviewed({ reviews, zone }: ReviewedProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <>
      <NumberTiles
        tiles={FIGURES.map(id => tileOf(t(`reviews.${id}`), reviews[id], t))}
      />
      <h3 className={classes.title}>{t('reviews.heatTitle')}</h3>
      <ReviewHeatMap byHour={reviews.byHour} zone={zone} />
    </>
  );
}

interface ReviewsProps {
  entityRef: string;
  scope: TimedScope;
}

/** How reviews go, and when they are best asked for. */
export function Reviews({ entityRef, scope }: ReviewsProps) {
  const t = useWords();
  const zone = zoneOf(scope.to).name;
  const reading = useReviews(entityRef, scope, zone);
  return (
    <Section
      title={t('reviews.title')}
      hint={t('reviews.hint')}
      busy={reading.loading}
    >
      <Answer reading={reading} failed={t('reviews.failed')} height={320}>
        {reviews => <Reviewed reviews={reviews} zone={zone} />}
      </Answer>
    </Section>
  );
}
