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

import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, mergedStory } from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const EVENTS = mergedStory(1).events;
const [OPENED, REQUESTED, APPROVED, MERGED] = EVENTS;

function lines(items: readonly unknown[]): string {
  return items.map(item => `${JSON.stringify(item)}\n`).join('');
}

/** Waits for something that is about to become true. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let left = 100; left > 0; left--) {
    try {
      await check();
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  await check();
}

describe.each(databases.eachSupportedId())('POST /events on %s', id => {
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({ knex });
  });

  beforeEach(async () => {
    await portal.settle();
    for (const table of [
      'events',
      'work_queue',
      'source_state',
      'dead_letters',
    ]) {
      await knex(table).delete();
    }
  });

  afterAll(async () => {
    await portal.stop();
  });

  /** How many events are stored, as the API tells it. */
  async function stored(): Promise<number> {
    const { body } = await portal.api.get(`${API}/sources`).expect(200);
    return body.items.reduce(
      (sum: number, source: { events: number }) => sum + source.events,
      0,
    );
  }

  function post(type: string, body: string | Buffer) {
    return portal.api
      .post(`${API}/events`)
      .set('Content-Type', type)
      .send(body);
  }

  it('takes a JSON array', async () => {
    const { body } = await post('application/json', JSON.stringify(EVENTS));
    expect(body).toEqual({
      accepted: 4,
      duplicates: 0,
      rejected: [],
      rejectedTotal: 0,
      contradictions: [],
    });
  });

  it('takes one event a line, the last one with or without a line end', async () => {
    await post('application/x-ndjson', lines(EVENTS.slice(0, 2))).expect(200);
    const { body } = await post(
      'application/x-ndjson; charset=utf-8',
      lines(EVENTS).trimEnd(),
    ).expect(200);
    expect(body).toMatchObject({ accepted: 2, duplicates: 2 });
  });

  it('takes gzip', async () => {
    const { body } = await post(
      'application/x-ndjson',
      gzipSync(lines(EVENTS)),
    ).set('Content-Encoding', 'gzip');
    expect(body).toMatchObject({ accepted: 4 });
  });

  it('stores an event once, however often it is sent', async () => {
    await post('application/json', JSON.stringify([...EVENTS, ...EVENTS]));
    const { body } = await post('application/json', JSON.stringify(EVENTS));
    expect(body).toMatchObject({ accepted: 0, duplicates: 4 });
    expect(await stored()).toBe(4);
  });

  it('takes an empty array', async () => {
    const { body } = await post('application/json', '[]').expect(200);
    expect(body).toMatchObject({ accepted: 0, rejectedTotal: 0 });
  });

  it('keeps the valid events of a batch, and names each other one', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const { body } = await post(
      'application/json',
      JSON.stringify([
        OPENED,
        { ...REQUESTED, type: 'change.loved' },
        { ...REQUESTED, at: 'yesterday' },
        { ...REQUESTED, at: tomorrow },
        { ...REQUESTED, data: { reviewers: ['a'], mood: 'good' } },
        { ...REQUESTED, subject: 'pull/1' },
        'hello',
        null,
        { ...REQUESTED, id: undefined },
        { ...REQUESTED, id: '\ud800' },
        { ...REQUESTED, id: '\u{1f600}'.repeat(250) },
        MERGED,
      ]),
    ).expect(200);
    expect(body).toMatchObject({ accepted: 3, rejectedTotal: 9 });
    expect(
      body.rejected.map((r: { index: number; reason: string }) => [
        r.index,
        r.reason,
      ]),
    ).toEqual([
      [1, 'type: unknown type change.loved'],
      [2, 'at: not an RFC 3339 instant'],
      [3, 'at: more than a day ahead'],
      [4, 'data.mood: unknown field'],
      [5, 'subject: not a URL without its scheme: a host, then a path'],
      [6, 'not an object'],
      [7, 'not an object'],
      [8, 'id: missing'],
      [9, 'id: not Unicode text'],
    ]);
    expect(body.rejected[0].id).toBe(REQUESTED.id);
  });

  it('lists what was refused, newest first, page by page', async () => {
    await post('application/x-ndjson', `${lines([OPENED])}{"half":\n[1]\n`);
    const { body } = await portal.api
      .get(`${API}/rejections`)
      .query({ limit: 1 })
      .expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ reason: 'not an object', item: '[1]' }),
    ]);
    const { body: next } = await portal.api
      .get(`${API}/rejections`)
      .query({ limit: 1, cursor: body.nextCursor })
      .expect(200);
    expect(next.items).toEqual([
      expect.objectContaining({ reason: 'not JSON', item: '{"half":' }),
    ]);
    expect(next.nextCursor).toBeUndefined();
  });

  it('refuses a line that is not JSON, and reads on', async () => {
    const { body } = await post(
      'application/x-ndjson',
      `${lines([OPENED])}not json\n\n${lines([MERGED])}`,
    ).expect(200);
    expect(body).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [{ index: 1, reason: 'not JSON' }],
      rejectedTotal: 1,
      contradictions: [],
    });
  });

  it('answers 400 to a last line that was cut off, naming what was kept', async () => {
    const { body } = await post(
      'application/x-ndjson',
      lines(EVENTS).slice(0, -30),
    ).expect(400);
    expect(body.error.message).toMatch(/cut off in its last line; .* 3 events/);
    expect(await stored()).toBe(3);
  });

  it.each([
    ['an array that was cut off', JSON.stringify(EVENTS).slice(0, -30), 3],
    ['an object', JSON.stringify(OPENED), 0],
    ['text', 'hello', 0],
    ['nothing', '', 0],
    ['an array with a broken event', `[${JSON.stringify(OPENED)},{"id":]`, 0],
  ])('answers 400 to %s', async (_, text, kept) => {
    const { body } = await post('application/json', text).expect(400);
    expect(body.error.message).toContain(
      'The body is not a JSON array, or was cut off',
    );
    expect(body.error.message).toContain(`${kept} events were stored`);
    expect(await stored()).toBe(kept);
  });

  it('answers 400 to gzip that is none', async () => {
    const { body } = await post('application/x-ndjson', 'hello')
      .set('Content-Encoding', 'gzip')
      .expect(400);
    expect(body.error.message).toContain('cut off');
  });

  it.each([
    ['application/json', (text: string) => `[{"id":"${text}"}]`],
    ['application/x-ndjson', (text: string) => `{"id":"${text}"}\n`],
  ])('answers 413 to an event of megabytes as %s', async (type, wrap) => {
    const { body } = await post(type, wrap('x'.repeat(3_000_000))).expect(413);
    expect(body.error.message).toContain('is larger than 1048576 bytes');
  });

  it('takes events whose sum is far larger than what one may have', async () => {
    const many = Array.from(
      { length: 40 },
      (_, n) =>
        changeStory(n, { data: { title: 'x'.repeat(9_000) } }).events[0],
    );
    const padded = many.map(event => JSON.stringify(event).padEnd(100_000));
    const { body } = await post('application/json', `[${padded.join()}]`);
    expect(body).toMatchObject({ accepted: 40 });
  });

  it.each([
    ['text/plain', 'Content-Type text/plain must be application/json'],
    ['multipart/form-data', 'Content-Type multipart/form-data must be'],
  ])('answers 415 to %s', async (type, message) => {
    const { body } = await post(type, lines(EVENTS)).expect(415);
    expect(body.error.message).toContain(message);
    expect(await stored()).toBe(0);
  });

  it('answers 415 to a missing content type and an unknown encoding', async () => {
    const { body } = await portal.api.post(`${API}/events`).expect(415);
    expect(body.error.message).toContain('Content-Type is missing');
    const brotli = await post('application/json', '[]')
      .set('Content-Encoding', 'br')
      .expect(415);
    expect(brotli.body.error.message).toContain('Content-Encoding br');
  });

  it('keeps the events that came whole when the sender breaks off', async () => {
    const many = Array.from(
      { length: 1_200 },
      (_, n) => changeStory(n).events[0],
    );
    const { port } = new URL(portal.api.get(`${API}/sources`).url);
    await new Promise<void>(resolve => {
      const sender = httpRequest({
        port,
        method: 'POST',
        path: `${API}/events`,
        headers: { 'Content-Type': 'application/x-ndjson' },
      });
      sender.on('error', () => resolve());
      sender.write(`${lines(many)}{"id":"half`, () =>
        sender.destroy(new Error('gone')),
      );
    });
    await eventually(async () => expect(await stored()).toBeGreaterThan(0));
    const { body } = await post('application/x-ndjson', lines(many));
    expect(body.accepted + body.duplicates).toBe(1_200);
    expect(await stored()).toBe(1_200);
    const { body: refused } = await portal.api.get(`${API}/rejections`);
    expect(refused.items).toEqual([]);
  });

  it('tells at most a thousand refusals, and counts them all', async () => {
    const { body } = await post(
      'application/x-ndjson',
      `${lines([APPROVED])}${'[]\n'.repeat(1_500)}`,
    ).expect(200);
    expect(body.rejected).toHaveLength(1_000);
    expect(body.rejectedTotal).toBe(1_500);
    const { body: page } = await portal.api
      .get(`${API}/rejections`)
      .query({ limit: 500 });
    expect(page.items).toHaveLength(500);
  });
});
