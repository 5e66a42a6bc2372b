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

import { Actor, compareEvents, FlowEvent } from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { foldersOf } from './folders';

/**
 * What the rest of its repository needs to know of one change, from its own
 * events alone. Every fact bears its instant, so that the record can be cut at
 * any moment; lists are in order of time. Shas are in lower case.
 *
 * @public
 */
export interface ChangeRecord {
  change: string;
  repo: string;
  openedAt: Instant;
  author?: Actor;
  /** How it is described; each entry says what changed. The first is the opening. */
  described: ChangeDescribed[];
  pushes: ChangePush[];
  /** How it ended, and was opened again; never before its opening. */
  life: ChangeLife[];
}

/**
 * What was said of a change at an instant; what is absent stays as it was.
 *
 * @public
 */
export interface ChangeDescribed {
  at: Instant;
  title?: string;
  url?: string;
  baseBranch?: string;
  headBranch?: string;
  /** All its labels from then on. */
  labels?: string[];
  /** The folders of its changed files, see `foldersOf`. */
  folders?: string[];
  commits?: string[];
}

/**
 * A push to a change; `work` is false where it only brings in the base branch.
 *
 * @public
 */
export interface ChangePush {
  at: Instant;
  sha: string;
  work: boolean;
}

/**
 * A step in the life of a change. `landedAs` is the commit under which a closed
 * one went in, outside the merge of the forge.
 *
 * @public
 */
export type ChangeLife =
  | { at: Instant; kind: 'merged'; sha: string }
  | { at: Instant; kind: 'closed'; landedAs?: string; by?: string }
  | { at: Instant; kind: 'reopened' };

/**
 * The record of one change. Undefined while its opening is not known.
 *
 * @param events - its events, in any order; those of other subjects are ignored
 * @public
 */
export function changeRecordOf(
  events: readonly FlowEvent[],
  change: string,
): ChangeRecord | undefined {
  const own = events.filter(event => event.subject === change);
  own.sort(compareEvents);
  let record: ChangeRecord | undefined;
  for (const event of own) {
    if (event.type === 'change.opened') {
      record ??= {
        change,
        repo: event.data.repo,
        openedAt: Date.parse(event.at),
        ...(event.actor && { author: event.actor }),
        described: [],
        pushes: [],
        life: [],
      };
    }
  }
  if (record) {
    for (const event of own) {
      take(record, event);
    }
  }
  return record;
}

function take(record: ChangeRecord, event: FlowEvent): void {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'change.opened':
    case 'change.updated':
    case 'change.labelled':
    case 'change.unlabelled':
      if (at >= record.openedAt) {
        describe(record, event, at);
      }
      break;
    case 'change.pushed':
      record.pushes.push({
        at,
        sha: event.data.sha.toLowerCase(),
        work: event.data.kind !== 'baseMerge',
      });
      break;
    default:
      live(record, event, Math.max(at, record.openedAt));
      break;
  }
}

function live(record: ChangeRecord, event: FlowEvent, at: Instant): void {
  switch (event.type) {
    case 'change.merged':
      record.life.push({
        at,
        kind: 'merged',
        sha: event.data.sha.toLowerCase(),
      });
      break;
    case 'change.closed': {
      const landedAs = event.data?.landedAs?.toLowerCase();
      record.life.push({
        at,
        kind: 'closed',
        ...(landedAs !== undefined && { landedAs }),
        ...(event.actor && { by: event.actor.id }),
      });
      break;
    }
    case 'change.reopened':
      record.life.push({ at, kind: 'reopened' });
      break;
    default:
      break;
  }
}

function describe(record: ChangeRecord, event: FlowEvent, at: Instant): void {
  const described = describedBy(record, event, at);
  if (Object.keys(described).length > 1) {
    record.described.push(described);
  }
}

function describedBy(
  record: ChangeRecord,
  event: FlowEvent,
  at: Instant,
): ChangeDescribed {
  switch (event.type) {
    case 'change.labelled':
      return {
        at,
        labels: [...new Set([...labelsOf(record), event.data.label])],
      };
    case 'change.unlabelled': {
      const gone = event.data.label.toLowerCase();
      return {
        at,
        labels: labelsOf(record).filter(l => l.toLowerCase() !== gone),
      };
    }
    case 'change.opened':
    case 'change.updated': {
      const { title, url, baseBranch, headBranch, labels, paths, commits } =
        event.data ?? {};
      return {
        at,
        ...(title !== undefined && { title }),
        ...(url !== undefined && { url }),
        ...(baseBranch !== undefined && { baseBranch }),
        ...(headBranch !== undefined && { headBranch }),
        ...(labels && { labels }),
        ...(paths && { folders: foldersOf(paths) }),
        ...(commits && { commits: commits.map(sha => sha.toLowerCase()) }),
      };
    }
    default:
      return { at };
  }
}

function labelsOf(record: ChangeRecord): string[] {
  for (let i = record.described.length - 1; i >= 0; i--) {
    const { labels } = record.described[i];
    if (labels) {
      return labels;
    }
  }
  return [];
}
