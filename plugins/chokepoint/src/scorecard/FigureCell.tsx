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

import { Theme } from '@material-ui/core/styles';
import { FigureStatus } from 'backstage-plugin-chokepoint-common';
import { ScorecardFigure } from '../api/answers';
import { statusColour } from '../palette/statusColour';
import { formatFigure } from '../wording/figureText';
import { Words } from '../wording/useWords';
import { CellStatus } from './CellStatus';

/** A tint so light that the words on it keep their contrast. */
function tintOf(status: FigureStatus | undefined, theme: Theme) {
  return status && status !== 'tooFew'
    ? `${statusColour(status, theme)}12`
    : undefined;
}

interface FigureCellProps {
  label: string;
  figure?: ScorecardFigure;
  /** Colour it by its target. */
  heat: boolean;
  theme: Theme;
  t: Words;
}

/** A figure of a row, with how it stands against its target. */
export function FigureCell(props: FigureCellProps) {
  const { label, figure, heat, theme, t } = props;
  const status = heat && !figure?.withheld ? figure?.status : undefined;
  if (figure?.withheld) {
    return (
      <td className="number muted" data-label={label}>
        {t('scorecard.withheld')}
      </td>
    );
  }
  if (figure?.value === undefined) {
    return (
      <td className="number muted" data-label={label}>
        –
      </td>
    );
  }
  return (
    <td
      className="number"
      style={{ background: tintOf(status, theme) }}
      data-label={label}
      title={t('scorecard.n', { n: String(figure.n) })}
    >
      {formatFigure(figure.value, figure.unit)}
      {status && (
        <div>
          <CellStatus status={status} theme={theme} t={t} />
        </div>
      )}
    </td>
  );
}
