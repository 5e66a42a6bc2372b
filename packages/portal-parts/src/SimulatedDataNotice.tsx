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

import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  notice: {
    position: 'fixed',
    top: 0,
    left: '50%',
    transform: 'translateX(-50%)',
    zIndex: theme.zIndex.tooltip,
    padding: '2px 12px',
    borderRadius: '0 0 8px 8px',
    backgroundColor: '#ffd54f',
    color: '#212121',
    fontSize: 12,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
  },
}));

/** Says on every page that the company and its changes are invented. */
export function SimulatedDataNotice() {
  const classes = useStyles();
  const simulated = useApi(configApiRef).getOptionalBoolean(
    'chokepoint.demo.enabled',
  );
  return simulated ? (
    <aside className={classes.notice} aria-label="About the data">
      Simulated data of an invented company
    </aside>
  ) : null;
}
