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
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { useWords } from '../wording/useWords';

const GatewaysPage = lazy(() =>
  import('../gateways/GatewaysPage').then(m => ({ default: m.GatewaysPage })),
);
const QueuePage = lazy(() =>
  import('../queue/QueuePage').then(m => ({ default: m.QueuePage })),
);
const ScorecardPage = lazy(() =>
  import('../scorecard/ScorecardPage').then(m => ({
    default: m.ScorecardPage,
  })),
);
const FindingsPage = lazy(() =>
  import('../findings/FindingsPage').then(m => ({ default: m.FindingsPage })),
);
const SourcesPage = lazy(() =>
  import('../sources/SourcesPage').then(m => ({ default: m.SourcesPage })),
);

/** The page for portals of the old frontend system, with its pages as tabs. */
export function LegacyPage() {
  const t = useWords();
  const inTab = (page: JSX.Element) => (
    <Suspense fallback={<Progress />}>{page}</Suspense>
  );
  return (
    <Page themeId="tool">
      <Header title="Chokepoint" />
      <TabbedLayout>
        <TabbedLayout.Route path="/gateways" title={t('page.gateways')}>
          {inTab(<GatewaysPage />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/queue" title={t('page.queue')}>
          {inTab(<QueuePage />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/scorecard" title={t('page.scorecard')}>
          {inTab(<ScorecardPage />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/findings" title={t('page.findings')}>
          {inTab(<FindingsPage />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/sources" title={t('page.sources')}>
          {inTab(<SourcesPage />)}
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
