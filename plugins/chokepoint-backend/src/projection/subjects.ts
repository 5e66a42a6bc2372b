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

import { createHash } from 'node:crypto';
import {
  ChangeDescription,
  compareEvents,
  DeploymentDescription,
  deploymentFacts,
  DeploymentFacts,
  describeChange,
  FlowEvent,
  IncidentFacts,
  isHotfix,
  isProduction,
  revertedTitle,
} from 'chokepoint-flow';

/** Later than any event, and still a date that sorts as text. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** The kinds of things that events happen to. */
export type SubjectKind = 'change' | 'workItem' | 'deployment' | 'incident';

/** What a subject is now, as far as others need to find it. */
export interface Subject {
  subject: string;
  kind: SubjectKind;
  repo?: string;
  baseBranch?: string;
  openedAt?: number;
  mergedAt?: number;
  /** Merge commit of a change, or the commit that is rolled out. */
  sha?: string;
  titleDigest?: string;
  /** Digest of the title of the change that this one reverts. */
  revertsDigest?: string;
  /** A revert or a hotfix. */
  repairs: boolean;
  /** A deployment that was at some time described as of production. */
  production: boolean;
  /** When a deployment was known to be of production. */
  describedAt?: number;
  finishedAt?: number;
  outcome?: 'success' | 'failure';
  /** The deployment an incident came from. */
  deployment?: string;
  facts?: DeploymentFacts | IncidentFacts;
}

/** A subject, and what it names. */
export interface ReadSubject {
  subject: Subject;
  /** Work items a change was ever linked to, or changes a deployment lists. */
  names: string[];
}

/** Reads what a subject is now from its events. */
export function readSubject(
  subject: string,
  events: readonly FlowEvent[],
): ReadSubject {
  const inOrder = [...events].sort(compareEvents);
  const kind = kindOf(inOrder);
  switch (kind) {
    case 'change':
      return readChange(subject, inOrder);
    case 'deployment':
      return readDeployment(subject, inOrder);
    case 'incident':
      return readIncident(subject, inOrder);
    case 'workItem':
      return { subject: plain(subject, kind), names: [] };
    default:
      return kind satisfies never;
  }
}

const KINDS: readonly SubjectKind[] = ['change', 'deployment', 'incident'];

/** The kind of a subject; where senders disagree, the first of the list. */
function kindOf(events: readonly FlowEvent[]): SubjectKind {
  return (
    KINDS.find(kind => events.some(e => e.type.startsWith(`${kind}.`))) ??
    'workItem'
  );
}

function plain(subject: string, kind: SubjectKind): Subject {
  return { subject, kind, repairs: false, production: false };
}

/** A title as an index can hold it. */
function digest(title: string): string {
  return createHash('sha256').update(title).digest('base64');
}

function readChange(subject: string, events: FlowEvent[]): ReadSubject {
  const description = describeChange(events, subject, END_OF_TIME);
  const merged = events.find(event => event.type === 'change.merged');
  const opened = events.find(event => event.type === 'change.opened');
  const workItems = new Set<string>();
  for (const event of events) {
    if (event.type === 'change.opened' || event.type === 'change.updated') {
      event.data?.workItems?.forEach(key => workItems.add(key));
    }
  }
  return {
    subject: {
      ...plain(subject, 'change'),
      ...(description && describe(description)),
      ...(opened && { openedAt: Date.parse(opened.at) }),
      ...(merged && { mergedAt: Date.parse(merged.at), sha: merged.data.sha }),
    },
    names: [...workItems],
  };
}

function describe(description: ChangeDescription): Partial<Subject> {
  const reverts = revertedTitle(description.title);
  return {
    repo: description.repo,
    baseBranch: description.baseBranch,
    titleDigest: digest(description.title),
    revertsDigest: reverts === undefined ? undefined : digest(reverts),
    repairs: reverts !== undefined || isHotfix(description),
  };
}

function readDeployment(subject: string, events: FlowEvent[]): ReadSubject {
  const facts = deploymentFacts(events, subject, []);
  const { describedAt, changes } = production(events);
  return {
    subject: {
      ...plain(subject, 'deployment'),
      ...(facts && {
        repo: facts.repo,
        sha: facts.sha,
        finishedAt: facts.finishedAt,
        outcome: facts.outcome,
        facts,
      }),
      production: describedAt !== undefined,
      describedAt,
    },
    names: changes,
  };
}

/**
 * Since when a deployment is known to be of production, and the changes it
 * lists.
 */
function production(events: FlowEvent[]) {
  let known: Partial<DeploymentDescription> = {};
  let describedAt: number | undefined;
  for (const event of events) {
    if (
      event.type === 'deployment.requested' ||
      event.type === 'deployment.finished'
    ) {
      known = { ...known, ...event.data };
      const { environment, repo, sha } = known;
      const complete = environment && repo && sha;
      if (complete && isProduction(known)) {
        describedAt ??= Date.parse(event.at);
      }
    }
  }
  return { describedAt, changes: known.changes ?? [] };
}

function readIncident(subject: string, events: FlowEvent[]): ReadSubject {
  const facts: Partial<IncidentFacts> = {};
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.type === 'incident.opened') {
      facts.openedAt ??= at;
    } else if (event.type === 'incident.resolved') {
      facts.resolvedAt = at;
    } else {
      continue;
    }
    facts.deployment = event.data?.deployment ?? facts.deployment;
    facts.repo = event.data?.repo ?? facts.repo;
  }
  const { openedAt, repo, deployment } = facts;
  return {
    subject: {
      ...plain(subject, 'incident'),
      repo,
      deployment,
      openedAt,
      ...(openedAt !== undefined && {
        facts: { ...facts, incident: subject, openedAt },
      }),
    },
    names: [],
  };
}
