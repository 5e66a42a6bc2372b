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

import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { ChangeDetail } from 'backstage-plugin-chokepoint-common';
import { SMALL } from '../palette/text';
import { changeName } from '../listing/changeName';
import { PartyName } from '../wording/PartyName';
import { useWords, Words } from '../wording/useWords';
import { sizeName } from '../wording/size';
import { workTypeName } from '../wording/workType';
import { LinkOut, linksOut } from './linksOut';
import { WayToProduction } from './WayToProduction';

const useStyles = makeStyles(theme => ({
  line: {
    ...SMALL,
    color: theme.palette.text.secondary,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  links: {
    ...SMALL,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
  },
}));

function linkText({ kind, name }: LinkOut, t: Words): string {
  switch (kind) {
    case 'change':
      return t('drawer.openIn', { host: name });
    case 'workItem':
      return t('drawer.workItem', { key: name });
    case 'deployment':
      return t('drawer.deployment', { key: name });
    default: {
      const unknown: never = kind;
      return String(unknown);
    }
  }
}

interface ChangeHeaderProps {
  change: ChangeDetail;
}

/** What the change is, whose it is, and where to read on. */
export function ChangeHeader({ change }: ChangeHeaderProps) {
  const classes = useStyles();
  const t = useWords();
  const { state, workType, size, author, owner, entities } = change;
  return (
    <div>
      <p className={classes.line}>
        {[
          changeName(change),
          t(`state.${state}`),
          workTypeName(workType, t),
          ...(size && size !== 'unknown' ? [sizeName(size, t)] : []),
        ].join(' · ')}
        {author && (
          <>
            {' · '}
            {t('drawer.by', { author: <PartyName party={author} linked /> })}
          </>
        )}
        {' · '}
        {t('drawer.owner', { owner: <PartyName party={owner} linked /> })}
        {entities.map(entityRef => (
          <span key={entityRef}>
            {' · '}
            <EntityRefLink entityRef={entityRef} />
          </span>
        ))}
      </p>
      <ul className={classes.links}>
        {linksOut(change).map(link => (
          <li key={link.url}>
            <Link to={link.url}>{linkText(link, t)}</Link>
          </li>
        ))}
      </ul>
      <WayToProduction change={change} />
    </div>
  );
}
