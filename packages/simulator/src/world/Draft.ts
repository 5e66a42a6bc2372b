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

import type { ChangeDescription } from 'chokepoint-flow';
import { Person, Service } from '../company/Company';
import { Plan } from './Plan';

/** What is known of a change when it is opened. */
export interface Draft {
  key: string;
  repo: string;
  title: string;
  author: Person;
  /** The person for whom an agent wrote it. */
  onBehalfOf?: Person;
  services: Service[];
  approvalsNeeded: number;
  labels: string[];
  paths: string[];
  additions: number;
  deletions: number;
  isDraft: boolean;
  /** Its branch. */
  branch: string;
  /** The branch it is to be merged into; `main` when absent. */
  onto?: string;
  /** It repairs what is broken in production. */
  isUrgent: boolean;
  plan: Plan;
}

/**
 * How the forge describes a change that is opened. That one approval is needed
 * goes without saying.
 */
export function descriptionOf(draft: Draft): ChangeDescription {
  const { approvalsNeeded } = draft;
  const { workItems, firstCommitAt } = draft.plan;
  return {
    title: draft.title,
    url: `https://${draft.key}`,
    repo: draft.repo,
    baseBranch: draft.onto ?? 'main',
    headBranch: draft.branch,
    draft: draft.isDraft,
    additions: draft.additions,
    deletions: draft.deletions,
    paths: draft.paths,
    labels: draft.labels,
    ...(draft.onBehalfOf && { onBehalfOf: draft.onBehalfOf.forgeId }),
    ...(workItems.length > 0 && { workItems }),
    ...(firstCommitAt !== undefined && {
      firstCommitAt: new Date(firstCommitAt).toISOString(),
    }),
    ...(approvalsNeeded !== 1 && { approvalsNeeded }),
  };
}
