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
import { EntityUnmatched } from 'backstage-plugin-chokepoint-common';
import { BODY, SMALL } from '../palette/text';
import { useSources } from '../api/readings';
import { homeText } from '../unmatched/home';
import { useWords } from '../wording/useWords';
import { emptinessOf } from './emptiness';

const useStyles = makeStyles(theme => ({
  notice: { ...SMALL, padding: theme.spacing(2, 0) },
  title: { ...BODY, fontWeight: 600, margin: 0 },
  text: { margin: theme.spacing(0.5, 0), maxWidth: '60em' },
}));

interface EmptyNoticeProps {
  /** Whether filters leave out changes. */
  filtered: boolean;
  /** Where the changes of the entity are looked for. */
  home?: EntityUnmatched['home'];
}

/** Says why there is nothing to show, and what to connect. */
export function EmptyNotice({ filtered, home }: EmptyNoticeProps) {
  const classes = useStyles();
  const t = useWords();
  const { value: sources, loading } = useSources();
  const why = emptinessOf(filtered, sources);
  return (
    <div className={classes.notice} role="status">
      <p className={classes.title}>{t('empty.title')}</p>
      <p className={classes.text}>
        {filtered ? t('empty.filtered') : t('empty.window')}
      </p>
      {!filtered && !loading && (
        <p className={classes.text}>{t(`empty.${why}`)}</p>
      )}
      {!filtered && home && <p className={classes.text}>{homeText(home, t)}</p>}
    </div>
  );
}
