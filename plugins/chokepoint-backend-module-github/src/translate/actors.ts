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
import { Actor, ActorKind } from 'chokepoint-flow';
import { RequestedReviewer, Who } from '../queries/nodes';
import { ActorNames, TranslationContext } from './TranslationContext';

/**
 * Coding agents that open pull requests under a name of their own. They are
 * recognised only when typed as bots: people bear some of these names as well.
 */
const AGENT_APPS: ReadonlySet<string> = new Set([
  'anthropic-code-agent',
  'chatgpt-codex-connector',
  'claude',
  'codegen-sh',
  'copilot-swe-agent',
  'cursor',
  'devin-ai-integration',
  'factory-droid',
  'google-labs-jules',
  'openai-code-agent',
  'sweep-ai',
]);

/**
 * The names of automations, compared without case and without the `[bot]` that
 * GitHub's REST API ends their logins with.
 */
export function actorNames(configured: {
  bots: string[];
  agents: string[];
}): ActorNames {
  return {
    bots: new Set(configured.bots.map(bareLogin)),
    agents: new Set(configured.agents.map(bareLogin)),
  };
}

function bareLogin(login: string): string {
  return login.toLocaleLowerCase('en-US').replace(/\[bot\]$/, '');
}

/**
 * Whether a login is a person, a bot or a coding agent: what the configuration
 * says; else an app is a bot or one of the known agents; else a login that ends
 * in `[bot]` is a bot; everybody else is a person.
 */
export function kindOf(
  who: { __typename: string; login: string },
  names: ActorNames,
): ActorKind {
  const login = bareLogin(who.login);
  if (names.agents.has(login)) {
    return 'agent';
  }
  if (names.bots.has(login)) {
    return 'bot';
  }
  if (who.__typename === 'Bot' || who.login.endsWith('[bot]')) {
    return AGENT_APPS.has(login) ? 'agent' : 'bot';
  }
  return 'human';
}

/** Whether a login is a coding agent, by the configuration or by its name as an app. */
export function isAgentLogin(login: string, names: ActorNames): boolean {
  return kindOf({ __typename: 'Bot', login }, names) === 'agent';
}

/** Who did something; undefined where the account is gone. */
export function actorOf(
  who: Who | undefined,
  context: TranslationContext,
): Actor | undefined {
  return who
    ? { id: `${context.host}/${who.login}`, kind: kindOf(who, context.actors) }
    : undefined;
}

/**
 * The id of a person or a team that was asked; undefined where the token may
 * not see the team, or it is gone.
 */
export function reviewerId(
  reviewer: RequestedReviewer,
  host: string,
): string | undefined {
  if (!reviewer) {
    return undefined;
  }
  return reviewer.__typename === 'Team'
    ? `${host}/orgs/${reviewer.organization.login}/teams/${reviewer.slug}`
    : `${host}/${reviewer.login}`;
}
