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
import Tooltip from '@material-ui/core/Tooltip';
import { ReportedStage } from 'backstage-plugin-chokepoint-common';
import { SMALL } from '../palette/text';
import { barBackground } from '../palette/stageColour';
import { useShade } from '../palette/useShade';
import { formatDuration } from '../wording/duration';
import { formatRatio } from '../wording/figureText';
import { useWords } from '../wording/useWords';
import { StageShare, stageShares } from './stageShares';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    gap: 2,
    height: 18,
    width: '100%',
  },
  part: {
    minWidth: 3,
    borderRadius: 2,
    height: '100%',
  },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    gap: theme.spacing(0.5, 2),
    ...SMALL,
  },
  item: { display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' },
  swatch: {
    width: 14,
    height: 14,
    borderRadius: 2,
    marginRight: theme.spacing(0.75),
    flex: 'none',
  },
  length: { marginLeft: theme.spacing(0.5), fontWeight: 600 },
}));

/** The mode a stage is mostly in: its swatch shows that one. */
function mainMode({ parts }: StageShare) {
  return parts.reduce((a, b) => (b.share > a.share ? b : a)).mode;
}

interface KeyItemProps {
  share: StageShare;
}

function KeyItem({ share }: KeyItemProps) {
  const classes = useStyles();
  const shade = useShade();
  const t = useWords();
  const { stage, figure } = share;
  return (
    <li className={classes.item}>
      <span
        className={classes.swatch}
        style={{ background: barBackground(stage, mainMode(share), shade) }}
      />
      {t(`stage.${stage}`)}
      <span className={classes.length}>
        {figure.p50 === undefined
          ? formatRatio(share.share)
          : formatDuration(figure.p50)}
      </span>
    </li>
  );
}

interface StageShareBarProps {
  stages: readonly ReportedStage[];
}

/**
 * One bar of all the time, stage by stage, with the median of each stage under
 * it. Solid is working, hatched is waiting.
 */
export function StageShareBar({ stages }: StageShareBarProps) {
  const classes = useStyles();
  const shade = useShade();
  const t = useWords();
  const shares = stageShares(stages);
  const parts = shares.flatMap(({ stage, parts: of }) =>
    of.map(part => ({ stage, ...part })),
  );
  const texts = parts.map(({ stage, share, mode }) =>
    t('card.barItem', {
      stage: t(`stage.${stage}`),
      share: formatRatio(share),
      mode: t(`mode.${mode}`),
    }),
  );
  return (
    <div>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${t('card.barLabel')}. ${texts.join('; ')}`}
      >
        {parts.map(({ stage, mode, share }, index) => (
          <Tooltip key={`${stage}.${mode}`} title={texts[index]}>
            <div
              className={classes.part}
              style={{
                flexGrow: share,
                flexBasis: 0,
                background: barBackground(stage, mode, shade),
              }}
            />
          </Tooltip>
        ))}
      </div>
      <ul className={classes.key}>
        {shares.map(share => (
          <KeyItem key={share.stage} share={share} />
        ))}
      </ul>
    </div>
  );
}
