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
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useWords } from '../wording/useWords';
import { Mend, mendLines, mendText } from './mend';

const useStyles = makeStyles(theme => ({
  lines: {
    margin: theme.spacing(0.5, 0),
    padding: theme.spacing(0.5, 1),
    overflowX: 'auto',
    fontSize: '0.8125rem',
    background: theme.palette.action.hover,
    '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
  },
  text: { margin: 0, minWidth: '14em' },
  copy: {
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
  },
}));

/** What scrolls is in the tab order, so that a keyboard can scroll it. */
const IN_TAB_ORDER = 0;

interface MendLinesProps {
  lines: string;
}

function MendLines({ lines }: MendLinesProps) {
  const classes = useStyles();
  const t = useWords();
  const [{ value }, copy] = useCopyToClipboard();
  return (
    <>
      <pre
        className={classes.lines}
        role="group"
        aria-label={lines}
        tabIndex={IN_TAB_ORDER}
      >
        <code>{lines}</code>
      </pre>
      <div className={classes.copy}>
        <Button
          size="small"
          variant="outlined"
          aria-label={t('unmatched.copyOne', { line: lines })}
          onClick={() => copy(lines)}
        >
          {t('unmatched.copy')}
        </Button>
        <span role="status">{value === lines && t('unmatched.copied')}</span>
      </div>
    </>
  );
}

interface MendCellProps {
  mend?: Mend;
  /** Whether it is to be mended at all. */
  open: boolean;
}

/** What would mend it: a sentence, and the lines to copy where there are any. */
export function MendCell({ mend, open }: MendCellProps) {
  const classes = useStyles();
  const t = useWords();
  if (!mend) {
    return open ? null : (
      <span className="muted">{t('unmatched.nothingToMend')}</span>
    );
  }
  const lines = mendLines(mend);
  return (
    <>
      <p className={classes.text}>{mendText(mend, t)}</p>
      {lines && <MendLines lines={lines} />}
    </>
  );
}
