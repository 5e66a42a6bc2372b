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
import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import { ReactNode } from 'react';
import { useSources } from '../api/readings';
import { ChangeDrawer } from '../drawer/ChangeDrawer';
import { ReadableTheme } from '../palette/ReadableTheme';
import { PORTAL_FONT, SMALL } from '../palette/text';
import { Notices } from '../states/Notices';
import { AskedTimeProvider } from '../layout/AskedTime';
import { Filters } from '../layout/Filters';
import { useParameters, useViewInAddress } from '../url/navigation';
import { useWords } from '../wording/useWords';
import { scopeIn } from './pageQuery';
import { ScopeSelect } from './ScopeSelect';
import { HiddenTitle } from '../palette/HiddenTitle';

const useStyles = makeStyles(theme => ({
  // The portal's header has no room for five tabs on a narrow screen.
  '@global': {
    '.bui-PluginHeaderTabsWrapper': { overflowX: 'auto' },
  },
  column: {
    ...PORTAL_FONT,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    color: theme.palette.text.primary,
  },
  // Seen in the tab above already; heard here.
  clock: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
  filters: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) },
}));

/** What the sources say of every figure: simulated, or still coming in. */
function noticesOf({ items, pending = 0 }: SourceHealth) {
  return {
    simulated: items.some(({ id }) => /^simulat(ion|or):/.test(id)),
    partial: {
      pending,
      syncing: items
        .filter(
          ({ state, lastSuccessAt }) => state === 'syncing' && !lastSuccessAt,
        )
        .map(({ id }) => id),
    },
  };
}

interface PageFrameProps {
  /** What the page is called, for those who go by its headings. */
  title: string;
  /** Work types one can narrow to; without them the page has no filters. */
  workTypes?: readonly string[];
  /** Whether the page can be narrowed to a part of the organisation. */
  scoped?: boolean;
  /** Whether durations can be told by another clock. */
  timed?: boolean;
  children: ReactNode;
}

function Frame(props: PageFrameProps) {
  const { title, workTypes, scoped, timed, children } = props;
  const classes = useStyles();
  const t = useWords();
  const { view, go } = useViewInAddress();
  const parameters = useParameters();
  const { value: sources } = useSources();
  return (
    <div className={classes.column}>
      <HiddenTitle>{title}</HiddenTitle>
      {(workTypes || scoped) && (
        <div className={classes.filters}>
          {scoped && (
            <ScopeSelect
              scope={scopeIn(parameters.params)}
              onChange={scope => parameters.go({ scope })}
            />
          )}
          {workTypes && (
            <Filters
              view={view}
              workTypes={workTypes}
              timed={timed}
              onChange={go}
            />
          )}
        </div>
      )}
      {sources && <Notices figures={noticesOf(sources)} />}
      {timed && view.time === 'workingHours' && (
        <p className={classes.clock}>{t('time.hint')}</p>
      )}
      <AskedTimeProvider value={timed ? view.time : 'wallClock'}>
        {children}
      </AskedTimeProvider>
      <ChangeDrawer
        changeKey={view.change}
        onClose={() => go({ change: undefined })}
      />
    </div>
  );
}

/** What all pages share: filters, notices, and the change that is open. */
export function PageFrame(props: PageFrameProps) {
  return (
    <ReadableTheme>
      <Frame {...props} />
    </ReadableTheme>
  );
}
