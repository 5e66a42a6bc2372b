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
import { QueuePage } from 'backstage-plugin-chokepoint-common';
import { Section } from '../layout/Section';
import { PartyNames } from '../wording/PartyNames';
import { useWords } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(3) },
}));

interface CirclesProps {
  cycles: QueuePage['cycles'];
}

/** Teams that wait on each other, directly or through others. */
export function Circles({ cycles }: CirclesProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <Section title={t('queue.cyclesTitle')} hint={t('queue.cyclesHint')}>
      {cycles.length === 0 ? (
        <div>{t('queue.cyclesNone')}</div>
      ) : (
        <ul className={classes.list}>
          {cycles.map(({ teams, changes }) => (
            <li key={teams.join(' ')}>
              {t('queue.cycle', {
                teams: <PartyNames parties={teams} linked />,
                n: String(changes),
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
