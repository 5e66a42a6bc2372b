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
import { execute, GraphQLError, parse, validate } from 'graphql';
import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { resolveField } from './connections';
import { GithubWorld } from './GithubWorld';
import { queryCost } from './queryCost';
import { githubSchema } from './schema';

/** What the server can be told to do instead of answering. */
export type Fault =
  /** Answers with a status and nothing of use. */
  | { kind: 'status'; status: number }
  /** Sends half of the answer and closes it properly. */
  | { kind: 'truncated' }
  /** Closes the connection in the middle of the answer. */
  | { kind: 'aborted' }
  /** Too many requests in too short a time. */
  | { kind: 'secondaryLimit'; status?: 403 | 429; retryAfter?: number }
  /** The points of the hour are used up. */
  | { kind: 'noPoints'; as: 'status' | 'error' }
  /** GraphQL's own way to say that it took too long. */
  | { kind: 'gaveUp' }
  /** Answers after so many milliseconds. */
  | { kind: 'slow'; ms: number };

/** A request the server saw. */
export interface SeenRequest {
  operation: string;
  variables: Record<string, unknown>;
  points: number;
  nodes: number;
  errors: string[];
}

const HOUR = 3600;
const NO_POINTS = { type: 'RATE_LIMITED', message: 'API rate limit exceeded' };
const GAVE_UP = {
  message:
    'Something went wrong while executing your query. This may be the result of a timeout.',
};

/**
 * A GitHub that answers GraphQL as the real one does: the official schema, its
 * paging, its points and its limits, over a world that a test provides.
 */
export class GithubServer {
  readonly requests: SeenRequest[] = [];
  /** Which fault, if any, meets the request of a number (from 1). */
  faultFor: (request: number) => Fault | undefined = () => undefined;
  /** Points of an hour, and how many are left. */
  limit = 5000;
  remaining = 5000;
  /** GitHub's own clock, in milliseconds since the epoch. */
  now: () => number = () => Date.now();

  private received = 0;
  private readonly server: Server;

  private constructor(public world: GithubWorld) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(error => response.destroy(error));
    });
  }

  static async start(world: GithubWorld): Promise<GithubServer> {
    const github = new GithubServer(world);
    github.server.listen(0, '127.0.0.1');
    await once(github.server, 'listening');
    return github;
  }

  /** The address of the REST API, as an integration's `apiBaseUrl`. */
  get apiBaseUrl(): string {
    const address = this.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://127.0.0.1:${port}/api/v3`;
  }

  /** Requests that were received, answered or not. */
  get count(): number {
    return this.received;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request);
    const refusal = refusalOf(request);
    if (refusal) {
      response.writeHead(refusal.status);
      response.end(JSON.stringify({ message: refusal.message }));
      return;
    }
    this.received += 1;
    const fault = this.faultFor(this.received);
    if (fault && (await this.refuse(fault, response))) {
      return;
    }
    const { query, variables } = JSON.parse(body);
    const text = JSON.stringify(await this.execute(query, variables ?? {}));
    const half = text.slice(0, text.length / 2);
    response.writeHead(200, this.headers());
    if (fault?.kind === 'aborted') {
      response.write(half, () => response.destroy());
      return;
    }
    response.end(fault?.kind === 'truncated' ? half : text);
  }

  /** Answers with a fault; false where an answer is still to come. */
  private async refuse(fault: Fault, response: ServerResponse) {
    const send = (status: number, body: object, headers = {}) => {
      response.writeHead(status, { ...this.headers(), ...headers });
      response.end(JSON.stringify(body));
      return true;
    };
    switch (fault.kind) {
      case 'status':
        return send(fault.status, {});
      case 'secondaryLimit':
        return send(
          fault.status ?? 403,
          { message: 'You have exceeded a secondary rate limit.' },
          fault.retryAfter === undefined
            ? {}
            : { 'retry-after': String(fault.retryAfter) },
        );
      case 'noPoints':
        this.remaining = 0;
        return fault.as === 'status'
          ? send(403, { message: 'API rate limit exceeded for user.' })
          : send(200, { errors: [NO_POINTS] });
      case 'gaveUp':
        return send(200, { data: null, errors: [GAVE_UP] });
      case 'slow':
        await delay(fault.ms);
        return false;
      default:
        return false;
    }
  }

  private headers(): Record<string, string> {
    const hour = Math.ceil(this.now() / 1000 / HOUR) * HOUR;
    return {
      date: new Date(this.now()).toUTCString(),
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.remaining),
      'x-ratelimit-reset': String(hour),
    };
  }

  private async execute(query: string, variables: Record<string, unknown>) {
    const schema = githubSchema();
    const document = parse(query);
    const invalid = [...validate(schema, document)];
    const { points, nodes } = queryCost(schema, document, variables);
    if (nodes > 500_000) {
      invalid.push(new GraphQLError(`This query may bring ${nodes} nodes`));
    }
    this.remaining -= points;
    const result =
      invalid.length > 0
        ? { errors: invalid }
        : await execute({
            schema,
            document,
            rootValue: this.root(points),
            variableValues: variables,
            fieldResolver: resolveField,
          });
    const [operation] = document.definitions;
    this.requests.push({
      operation: 'name' in operation ? operation.name?.value ?? '' : '',
      variables,
      points,
      nodes,
      errors: (result.errors ?? []).map(error => error.message),
    });
    return {
      ...result,
      errors: result.errors?.map(error => ({
        ...error.toJSON(),
        type: error.extensions.type,
      })),
    };
  }

  private root(cost: number) {
    const { world, limit, remaining } = this;
    return {
      ...world.root(),
      rateLimit: { cost, limit, remaining, resetAt: new Date().toISOString() },
    };
  }
}

/** What GitHub says to a request that is not as it must be. */
function refusalOf({ url, headers }: IncomingMessage) {
  if (url !== '/api/graphql') {
    return { status: 404, message: 'Not Found' };
  }
  if (!headers.authorization) {
    return { status: 401, message: 'Bad credentials' };
  }
  return headers['user-agent'] === 'backstage-plugin-chokepoint' &&
    headers['x-github-next-global-id'] === '1'
    ? undefined
    : { status: 403, message: 'Please make sure to say who asks.' };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  return body;
}
