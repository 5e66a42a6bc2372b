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

import { ChangeDetail } from 'backstage-plugin-chokepoint-common';

/** A link to the system that knows more. */
export interface LinkOut {
  kind: 'change' | 'workItem' | 'deployment';
  /** What to call it. */
  name: string;
  url: string;
}

/** The last part of a subject key: `SHOP-7`, `981`. */
function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function webUrl(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}

/**
 * Where to read on: the forge, the tracker, the deployments. A subject key is
 * a URL without its scheme.
 */
export function linksOut(
  change: Pick<ChangeDetail, 'url' | 'key' | 'workItems' | 'deployments'>,
): LinkOut[] {
  // An address comes from a source: only what a browser opens is a link.
  const url = webUrl(change.url) ?? `https://${change.key}`;
  return [
    { kind: 'change', name: new URL(url).host, url },
    ...(change.workItems ?? []).map(key => ({
      kind: 'workItem' as const,
      name: lastPart(key),
      url: `https://${key}`,
    })),
    ...(change.deployments ?? []).map(key => ({
      kind: 'deployment' as const,
      name: lastPart(key),
      url: `https://${key}`,
    })),
  ];
}
