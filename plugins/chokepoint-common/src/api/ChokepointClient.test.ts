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

import { ChokepointClient } from './ChokepointClient';

const BASE = 'https://portal.example.com/api/chokepoint';

/** A client whose calls are answered by one answer, and what it asked. */
function clientThatGets(status: number, body: unknown) {
  const asked: Request[] = [];
  const client = new ChokepointClient({
    discoveryApi: { getBaseUrl: async () => BASE },
    fetchApi: {
      fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
        asked.push(new Request(input, init));
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
  });
  return { client, asked };
}

describe('the client', () => {
  it('asks for the figures of an entity in a window', async () => {
    const { client, asked } = clientThatGets(200, { entityRef: 'x' });
    await client.getEntityFigures('component:default/shop', {
      from: '2026-01-01T00:00:00Z',
      compare: 'none',
    });
    expect(asked[0].url).toBe(
      `${BASE}/v1/entities/component/default/shop/figures?from=2026-01-01T00%3A00%3A00Z&compare=none`,
    );
    expect(asked[0].headers.get('Authorization')).toBeNull();
  });

  it('writes the key of a change URL-encoded', async () => {
    const { client, asked } = clientThatGets(200, { key: 'x' });
    await client.getChange('github.com/acme/shop/pull/42');
    expect(asked[0].url).toBe(
      `${BASE}/v1/changes/github.com%2Facme%2Fshop%2Fpull%2F42`,
    );
  });

  it('writes the id of a source URL-encoded, and takes a wish that is noted', async () => {
    const answer = { id: 'github:github.com', state: 'requested' };
    const { client, asked } = clientThatGets(202, answer);
    expect(await client.syncSource('github:github.com')).toEqual(answer);
    expect(asked[0].method).toBe('POST');
    expect(asked[0].url).toBe(`${BASE}/v1/sources/github%3Agithub.com/sync`);
  });

  it('sends a token where it is given one', async () => {
    const { client, asked } = clientThatGets(200, { items: [], coverage: {} });
    await client.listSources({ token: 'secret' });
    expect(asked[0].headers.get('Authorization')).toBe('Bearer secret');
  });

  it('sends events as a JSON array', async () => {
    const { client, asked } = clientThatGets(200, { accepted: 1 });
    await client.ingestEvents([
      {
        id: '1',
        source: 'test:a',
        type: 'change.commented',
        subject: 'github.com/acme/shop/pull/42',
        at: '2026-01-01T00:00:00.000Z',
      },
    ]);
    expect(asked[0].method).toBe('POST');
    expect(await asked[0].json()).toEqual([
      expect.objectContaining({ id: '1', type: 'change.commented' }),
    ]);
  });

  it('sends a body through what reads a request more than once', async () => {
    const sent: Request[] = [];
    const client = new ChokepointClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: {
        // As the middleware of a portal does, to look at it and to pass it on.
        fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
          expect(new Request(input, init).method).toBe('PUT');
          sent.push(new Request(input, init));
          return new Response('{}');
        },
      },
    });
    const targets = { leadTime: { target: 1, limit: 2 } };
    await client.putTargets('component:default/shop', targets);
    expect(await sent[0].json()).toEqual({ targets });
    expect(sent[0].headers.get('Content-Type')).toBe('application/json');
  });

  it('fails with what the backend says is wrong', async () => {
    const { client } = clientThatGets(403, {
      error: { name: 'NotAllowedError', message: 'You need chokepoint.read' },
      response: { statusCode: 403 },
    });
    await expect(client.listSources()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      body: { error: { message: 'You need chokepoint.read' } },
    });
  });
});
