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
import { makeStyles } from '@material-ui/core/styles';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  EntityUnmatched,
  UnmatchedCount,
} from 'backstage-plugin-chokepoint-common';
import { SMALL } from '../palette/text';
import { usePageHref } from '../url/navigation';
import { useWords, Words } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  line: {
    ...SMALL,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
  },
  icon: { fontSize: 18, flex: 'none' },
}));

/**
 * How one kind is said on a card; nothing of those that take nothing away from
 * the figures of the entity.
 */
function cardText({ kind, values, n }: UnmatchedCount, t: Words) {
  switch (kind) {
    case 'commits':
    case 'services':
    case 'repositories':
      return t(`unmatched.card.${kind}`, { count: n });
    case 'environments':
    case 'unplacedChanges':
    case 'unlinkedIncidents':
    case 'entities':
    case 'slugs':
    case 'teams':
      return t(`unmatched.card.${kind}`, { count: values });
    case 'actors':
    case 'bots':
    case 'aliases':
    case 'contradictions':
      return undefined;
    default: {
      const unknown: never = kind;
      return unknown;
    }
  }
}

interface UnmatchedLineProps {
  entityRef: string;
  unmatched: EntityUnmatched | undefined;
}

/** In one line what did not match of an entity, and where that is mended. */
export function UnmatchedLine({ entityRef, unmatched }: UnmatchedLineProps) {
  const classes = useStyles();
  const t = useWords();
  const hrefOf = usePageHref();
  const [first, ...others] = (unmatched?.kinds ?? []).flatMap(count => {
    const text = cardText(count, t);
    return text === undefined ? [] : [{ kind: count.kind, text }];
  });
  if (!first) {
    return null;
  }
  const href = hrefOf('sources', { entity: entityRef, unmatched: first.kind });
  return (
    <p className={classes.line}>
      <ReportProblemIcon className={classes.icon} aria-hidden />
      <span>
        {first.text}
        {others.length > 0 &&
          `; ${t('unmatched.card.others', { count: others.length })}`}
        {'. '}
        {href && <Link to={href}>{t('unmatched.card.mend')}</Link>}
      </span>
    </p>
  );
}
