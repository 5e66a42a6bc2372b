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
import { FlowEvent } from 'chokepoint-flow';
import { GithubOptions } from '../options';
import {
  DeploymentNode,
  EnvironmentNode,
  HistoryCommit,
  ReleaseNode,
} from '../queries/rolloutNodes';
import { KnownCommit } from '../read/HistoryWalk';
import { readClosed, readHistory } from '../read/readHistory';
import { Reader } from '../read/Reader';
import {
  approversOf,
  environmentOf,
  isPassing,
  translateDeployment,
  translateRelease,
} from '../translate/deployments';
import { historyEvents, landedNumber } from '../translate/histories';
import { pullRequestKey } from '../translate/keys';
import { landed } from '../translate/lifecycle';
import { present } from '../translate/timeline';
import { TranslationContext } from '../translate/TranslationContext';

const DAY = 86_400_000;
/** A commit lands a pull request that was closed so soon before or after it. */
const LANDING = 7 * DAY;
/** Newest deployed commits that are remembered, beside the oldest: where later histories end. */
const MOST_KNOWN = 50;

/** How far the histories of a repository's roll-outs have been read. */
export interface HistoryState {
  /** Commits whose histories are known. */
  known: KnownCommit[];
  /** The commit of the oldest roll-out read so far, whose history is not known yet. */
  open?: HistoryCommit;
}

/** The events of some deployments. */
export function deploymentEvents(
  {
    items,
    environments,
  }: { items: DeploymentNode[]; environments: EnvironmentNode[] },
  translation: TranslationContext,
  { productionEnvironments }: GithubOptions,
): FlowEvent[] {
  const approvers = approversOf(environments, translation.host);
  const context = { ...translation, productionEnvironments, approvers };
  return items.flatMap(item => translateDeployment(item, context));
}

/** The events of some releases, as deployments to production. */
export function releaseEvents(
  releases: ReleaseNode[],
  translation: TranslationContext,
): FlowEvent[] {
  return releases.flatMap(release => translateRelease(release, translation));
}

/**
 * The commits that some deployments bring out, newest first. An environment that
 * comes and goes with a pull request leads nowhere.
 */
export function deployedCommits(
  deployments: DeploymentNode[],
): HistoryCommit[] {
  return deployments
    .filter(item => !isPassing(environmentOf(item)))
    .flatMap(item => item.commit ?? []);
}

/** The commits that some releases bring out, newest first. */
export function releasedCommits(releases: ReleaseNode[]): HistoryCommit[] {
  return releases.flatMap(release => release.tagCommit ?? []);
}

/**
 * The history of the commits that a page of roll-outs brings out, and the changes
 * that landed with it outside GitHub's merge. Each roll-out's own part ends where
 * an earlier one's begins; that of the oldest of a first reading waits for the
 * next page, which shows what was rolled out before.
 *
 * @param commits - the commits rolled out, newest roll-out first
 * @param isLast - whether no earlier roll-out will be read
 */
export async function historyOfRollouts(
  commits: HistoryCommit[],
  state: HistoryState,
  isLast: boolean,
  reader: Reader,
  translation: TranslationContext,
): Promise<{ events: FlowEvent[]; state: HistoryState }> {
  const tips = [...(state.open ? [state.open] : []), ...commits];
  if (tips.length === 0) {
    return { events: [], state };
  }
  const oldest = commits.at(-1) ?? tips[0];
  const isFirst = state.known.length === 0 || state.open !== undefined;
  const known = isFirst ? [knownOf(oldest)] : state.known;
  const read = await readHistory(reader, tips, known);
  const found = new Map([...tips, ...read].map(commit => [commit.oid, commit]));
  const remembered = [...tips.map(knownOf), ...state.known]
    .sort((a, b) => b.at - a.at)
    .filter(({ oid }, i, all) => all.findIndex(k => k.oid === oid) === i);
  return {
    events: [
      ...historyEvents([...found.values()], translation),
      ...(await landingEvents([...found.values()], reader, translation)),
    ],
    state: {
      known: remembered.filter(
        (_, index) => index < MOST_KNOWN || index === remembered.length - 1,
      ),
      open: isFirst && !isLast ? oldest : undefined,
    },
  };
}

function knownOf({ oid, committedDate }: HistoryCommit): KnownCommit {
  return { oid, at: Date.parse(committedDate) };
}

/**
 * Pull requests that were closed without a merge, and are named by a commit that
 * GitHub links to none: a bot has landed them under it.
 */
async function landingEvents(
  commits: HistoryCommit[],
  reader: Reader,
  translation: TranslationContext,
): Promise<FlowEvent[]> {
  const landings = new Map<number, HistoryCommit>();
  for (const commit of commits) {
    const number = landedNumber(commit);
    if (number !== undefined) {
      landings.set(number, commit);
    }
  }
  const closed = await readClosed(reader, [...landings.keys()]);
  return closed.flatMap(({ number, state, timelineItems }) => {
    const [closing] = present(timelineItems);
    const commit = landings.get(number);
    if (state !== 'CLOSED' || !closing || !commit) {
      return [];
    }
    const apart =
      Date.parse(closing.createdAt) - Date.parse(commit.committedDate);
    const subject = pullRequestKey(translation.repo, number);
    return Math.abs(apart) <= LANDING
      ? [landed(closing, commit.oid, subject, translation)]
      : [];
  });
}

/** Whether releases stand for deployments to production. */
export function releasesCount(
  { releases }: GithubOptions,
  deploysToProduction: boolean,
): boolean {
  return releases === 'whenNoDeployments'
    ? !deploysToProduction
    : releases === 'always';
}
