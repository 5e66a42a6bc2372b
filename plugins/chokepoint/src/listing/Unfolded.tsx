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
import { ReactNode } from 'react';
import { BODY } from '../palette/text';

const useStyles = makeStyles(theme => ({
  summary: {
    ...BODY,
    fontWeight: 600,
    cursor: 'pointer',
    padding: theme.spacing(0.5, 0),
  },
}));

interface UnfoldedProps {
  summary: string;
  children: ReactNode;
}

/** Something that is shown when one asks for it: a list, the table of a chart. */
export function Unfolded({ summary, children }: UnfoldedProps) {
  const classes = useStyles();
  return (
    <details>
      <summary className={classes.summary}>{summary}</summary>
      {children}
    </details>
  );
}
