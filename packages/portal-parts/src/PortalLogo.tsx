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

import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    paddingLeft: 20,
    color: '#fff',
    fontSize: 20,
    fontWeight: 600,
  },
});

export function PortalLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Chokepoint, to the catalog"
      >
        <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden>
          <path
            d="M4 7c8 0 8 6 12 8v2c-4 2-4 8-12 8zM28 7c-8 0-8 6-12 8v2c4 2 4 8 12 8z"
            fill="#7fd6f2"
          />
        </svg>
        {isOpen && <span>Chokepoint</span>}
      </Link>
    </div>
  );
}
