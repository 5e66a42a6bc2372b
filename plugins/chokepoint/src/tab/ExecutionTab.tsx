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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { useEffect, useRef, useState } from 'react';
import { Scope, useFigures, useInFlight } from '../api/readings';
import { BehindWhom } from '../behindWhom/BehindWhom';
import { ChangeDrawer } from '../drawer/ChangeDrawer';
import { FindingsSection } from '../findings/FindingsSection';
import { InFlight } from '../inFlight/InFlight';
import { Changes } from '../listing/Changes';
import { ReadableTheme } from '../palette/ReadableTheme';
import { PORTAL_FONT } from '../palette/text';
import { Reviews } from '../reviews/Reviews';
import { WhenTheyArrived } from '../scatter/WhenTheyArrived';
import { WhereTheTimeGoes } from '../stages/WhereTheTimeGoes';
import { EmptyNotice } from '../states/EmptyNotice';
import { isEmpty } from '../states/emptiness';
import { FailureNotice } from '../states/FailureNotice';
import { TargetsButton } from '../targets/TargetsButton';
import { useViewInAddress, ViewInAddress } from '../url/navigation';
import { filterOf, isFiltered } from '../url/view';
import { instantsOf } from '../url/window';
import { useWords } from '../wording/useWords';
import { HiddenTitle } from '../palette/HiddenTitle';
import { AskedTimeProvider } from '../layout/AskedTime';
import { Filters } from '../layout/Filters';
import { Overview } from './Overview';
import { TabSkeleton } from './TabSkeleton';

const useStyles = makeStyles(theme => ({
  column: {
    ...PORTAL_FONT,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    color: theme.palette.text.primary,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'end',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      justifyItems: 'start',
    },
  },
}));

interface SectionsProps {
  entityRef: string;
  scope: Scope;
  figures: EntityFigures;
  busy: boolean;
  address: ViewInAddress;
}

function Sections(props: SectionsProps) {
  const { entityRef, scope, figures, busy, address } = props;
  const { view, go } = address;
  const timed = { ...scope, time: view.time };
  const inFlight = useInFlight(entityRef, scope);
  const list = useRef<HTMLDivElement>(null);
  // Who follows a figure wants to see its changes, not the top of the page.
  useEffect(() => {
    if (view.figure) {
      list.current?.scrollIntoView?.({ block: 'start' });
    }
  }, [view.figure]);
  return (
    <AskedTimeProvider value={view.time}>
      <Overview figures={figures} address={address} busy={busy} />
      <WhereTheTimeGoes
        stages={figures.stages}
        quantile={view.quantile}
        stage={view.stage}
        busy={busy}
        onQuantile={quantile => go({ quantile })}
        onStage={stage => go({ stage })}
      />
      <WhenTheyArrived entityRef={entityRef} scope={timed} />
      <BehindWhom entityRef={entityRef} scope={timed} />
      <Reviews entityRef={entityRef} scope={timed} />
      <InFlight
        reading={inFlight}
        stage={view.stage}
        asOf={Date.parse(figures.asOf)}
      />
      <FindingsSection entityRef={entityRef} scope={scope} address={address} />
      <div ref={list}>
        <Changes
          entityRef={entityRef}
          scope={scope}
          view={view}
          onChange={go}
        />
      </div>
    </AskedTimeProvider>
  );
}

interface TabOfProps {
  entityRef: string;
}

function TabOf({ entityRef }: TabOfProps) {
  const classes = useStyles();
  const t = useWords();
  const address = useViewInAddress();
  const { view, go } = address;
  const [now] = useState(Date.now);
  const scope = { ...instantsOf(view.window, now), ...filterOf(view) };
  const { time, compare } = view;
  const { value, error, loading, retry } = useFigures(entityRef, {
    ...scope,
    time,
    compare,
  });
  // Every part that judges reads its figures again when a target is set.
  const [judgements, setJudgements] = useState(0);
  const judgeAgain = () => {
    setJudgements(judgements + 1);
    retry();
  };
  return (
    <div className={classes.column}>
      <HiddenTitle>{t('title')}</HiddenTitle>
      <div className={classes.line}>
        <Filters
          view={view}
          workTypes={value?.workTypes ?? []}
          timed
          compared
          onChange={go}
        />
        <TargetsButton entityRef={entityRef} onSaved={judgeAgain} />
      </div>
      {error && (
        <FailureNotice title={t('error.title')} error={error} retry={retry} />
      )}
      {!error && !value && <TabSkeleton label={t('title')} />}
      {value && isEmpty(value) && (
        <EmptyNotice filtered={isFiltered(view)} home={value.unmatched?.home} />
      )}
      {value && !isEmpty(value) && (
        <Sections
          key={judgements}
          entityRef={entityRef}
          scope={scope}
          figures={value}
          busy={loading}
          address={address}
        />
      )}
      <ChangeDrawer
        changeKey={view.change}
        onClose={() => go({ change: undefined })}
      />
    </div>
  );
}

/**
 * The Execution tab of an entity: where the time goes, what is in flight, the
 * changes behind the figures, and the timeline of each.
 */
export function ExecutionTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  // A fresh tab for each entity: no figure is ever shown under another name.
  return (
    <ReadableTheme>
      <TabOf key={entityRef} entityRef={entityRef} />
    </ReadableTheme>
  );
}
