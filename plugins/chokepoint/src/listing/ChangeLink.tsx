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
import { ChangeSummary } from 'backstage-plugin-chokepoint-common';
import { useViewInAddress } from '../url/navigation';
import { changeName } from './changeName';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  name: {
    color: theme.palette.text.secondary,
    fontSize: '0.75rem',
    overflowWrap: 'anywhere',
  },
}));

interface ChangeLinkProps {
  change: Pick<ChangeSummary, 'key' | 'title'>;
}

/** The title of a change; opens its timeline. */
export function ChangeLink({ change }: ChangeLinkProps) {
  const classes = useStyles();
  const { hrefOf } = useViewInAddress();
  return (
    <>
      <Link to={hrefOf({ change: change.key })} className={classes.title}>
        {change.title}
      </Link>
      <div className={classes.name}>{changeName(change)}</div>
    </>
  );
}
