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
import { SMALL } from '../palette/text';
import { useWords } from '../wording/useWords';
import { MarkGlyph } from './MarkGlyph';
import { MarkKind } from './marks';

const useStyles = makeStyles(theme => ({
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    ...SMALL,
    color: theme.palette.text.secondary,
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
}));

interface MarkKeyProps {
  kinds: readonly MarkKind[];
}

/** What the shapes of the marks mean. */
export function MarkKey({ kinds }: MarkKeyProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <ul className={classes.key}>
      {kinds.map(kind => (
        <li key={kind} className={classes.item}>
          <svg width={14} height={14} aria-hidden>
            <MarkGlyph kind={kind} left={7} top={7} />
          </svg>
          {t(`drawer.mark.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
