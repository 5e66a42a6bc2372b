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
import { Commit, FlowEvent } from 'chokepoint-flow';
import { createHash } from 'node:crypto';
import { HistoryCommit } from '../queries/rolloutNodes';
import { instant } from './keys';
import { present } from './timeline';
import { TranslationContext } from './TranslationContext';

/** Commits of one event; thousands of events would weigh more than what they say. */
const MOST_COMMITS = 1000;

/** The parents of a commit. */
export function parentsOfCommit({ parents }: HistoryCommit): string[] {
  return present(parents).map(({ oid }) => oid);
}

/**
 * Commits as history of their repository, oldest first, in parts. A part is named
 * after what it says: the same commits in other parts are other facts.
 */
export function historyEvents(
  commits: HistoryCommit[],
  { source, repo }: TranslationContext,
): FlowEvent[] {
  const oldestFirst = [...commits].sort(
    (a, b) =>
      Date.parse(a.committedDate) - Date.parse(b.committedDate) ||
      (a.oid < b.oid ? -1 : 1),
  );
  const events: FlowEvent[] = [];
  for (let i = 0; i < oldestFirst.length; i += MOST_COMMITS) {
    const part = oldestFirst
      .slice(i, i + MOST_COMMITS)
      .map(
        (commit): Commit => [
          commit.oid,
          parentsOfCommit(commit),
          instant(commit.committedDate),
        ],
      );
    const digest = createHash('sha256').update(JSON.stringify(part));
    events.push({
      id: `${repo}:commits:${digest.digest('hex').slice(0, 32)}`,
      source,
      type: 'repository.commits',
      subject: repo,
      at: part.at(-1)?.[2] ?? '',
      data: { commits: part },
    });
  }
  return events;
}

const MERGE_HEADLINES = [
  /^Merge pull request #(\d+) /,
  /^(?:Auto )?merge (?:of )?#(\d+)\b/i,
  / \(#(\d+)\)$/,
];

/**
 * The number of the pull request that a commit says it lands though GitHub links
 * none to it: merge bots that push by themselves word their commits so.
 */
export function landedNumber(commit: HistoryCommit): number | undefined {
  if ((commit.associatedPullRequests?.totalCount ?? 0) > 0) {
    return undefined;
  }
  const number = MERGE_HEADLINES.map(
    pattern => pattern.exec(commit.messageHeadline)?.[1],
  ).find(found => found !== undefined);
  return number === undefined ? undefined : Number(number);
}
