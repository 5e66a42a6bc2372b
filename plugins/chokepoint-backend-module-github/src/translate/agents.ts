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
import { CommitNode, PullRequestNode } from '../queries/nodes';
import { actorOf, isAgentLogin, kindOf } from './actors';
import { eventsOf, itemsOf } from './timeline';
import { TranslationContext } from './TranslationContext';

/** Agents by the address or the name they sign commits with. */
const SIGNATURES: [RegExp, string][] = [
  [/@anthropic\.com$|^claude\b/i, 'claude'],
  [/@cursor\.com$|^cursor\b/i, 'cursor'],
  [/@openai\.com$|^codex\b/i, 'codex'],
  [/^copilot\b|^github copilot\b|\+copilot@/i, 'copilot'],
  [/@aider\.chat$|^aider\b/i, 'aider'],
  [/^devin\b/i, 'devin-ai-integration'],
  [/^gemini\b/i, 'gemini'],
];
/** Asking for an agent and its opening of the pull request are one act. */
const ONE_ACT = 10 * 60_000;
const TRAILER =
  /^(?:co-authored-by|assisted-by|generated-by):\s*([^<]*?)\s*(?:<([^>]*)>)?\s*$/i;
/** An address that GitHub gives to those who keep theirs: `7+alice@users.noreply.github.com`. */
const NO_REPLY = /^(?:\d+\+)?([^@]+)@users\.noreply\./i;

/** Who signed a commit beside its author. */
interface Signature {
  name: string;
  address: string;
}

function signaturesOf(commits: CommitNode[]): Signature[] {
  return commits
    .flatMap(commit => (commit.messageBody ?? '').split(/\r?\n/))
    .flatMap(line => {
      const match = TRAILER.exec(line.trim());
      return match ? [{ name: match[1], address: match[2] ?? '' }] : [];
    });
}

function loginOf({ address }: Signature): string | undefined {
  return NO_REPLY.exec(address)?.[1];
}

/** The agent that a signature is of, by its login or as agents sign themselves. */
function agentOf(
  signature: Signature,
  context: TranslationContext,
): string | undefined {
  const login = loginOf(signature);
  if (login !== undefined && isAgentLogin(login, context.actors)) {
    return login.replace(/\[bot\]$/, '');
  }
  const { name, address } = signature;
  const isPerson = login !== undefined && !/copilot/i.test(login);
  return isPerson
    ? undefined
    : SIGNATURES.find(
        ([pattern]) => pattern.test(address) || pattern.test(name),
      )?.[1];
}

function commitsOf(pullRequest: PullRequestNode): CommitNode[] {
  return itemsOf(pullRequest, 'PullRequestCommit').map(item => item.commit);
}

/** Actor ids of the agents that helped, from the trailers of the commits. */
export function assistantsOf(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): string[] {
  const agents = signaturesOf(commitsOf(pullRequest)).flatMap(
    signature => agentOf(signature, context) ?? [],
  );
  const ids = new Set(agents.map(login => `${context.host}/${login}`));
  return [...ids].sort();
}

/**
 * The person an agent opened a pull request for: whoever was assigned with the
 * opening, as GitHub does for Copilot, else the person who signs its commits.
 */
export function personBehind(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): string | undefined {
  const { author, createdAt } = pullRequest;
  if (!author || kindOf(author, context.actors) !== 'agent') {
    return undefined;
  }
  const until = Date.parse(createdAt) + ONE_ACT;
  const assigned = eventsOf(pullRequest, 'AssignedEvent')
    .filter(item => Date.parse(item.createdAt) <= until)
    .flatMap(item => actorOf(item.assignee ?? undefined, context) ?? [])
    .find(({ kind }) => kind === 'human');
  if (assigned) {
    return assigned.id;
  }
  const login = signaturesOf(commitsOf(pullRequest))
    .filter(signature => agentOf(signature, context) === undefined)
    .flatMap(signature => loginOf(signature) ?? [])
    .find(
      name =>
        kindOf({ __typename: 'User', login: name }, context.actors) === 'human',
    );
  return login === undefined ? undefined : `${context.host}/${login}`;
}
