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

import { IncomingMessage } from 'node:http';
import { PassThrough, pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import split2 from 'split2';
import { parser } from 'stream-json';
import { streamArray } from 'stream-json/streamers/StreamArray';
import { BodyFault } from './BodyFault';

/** One item of a body, in its order: a JSON value, or a line that is none. */
export type Item =
  | { index: number; value: unknown }
  | { index: number; notJson: string };

/**
 * Largest item that is taken, in bytes. Far above any event (its longest
 * fields are bounded); it bounds what one request can hold in memory.
 */
export const MAX_ITEM_BYTES = 1024 * 1024;

/**
 * Reads the items of a request one by one, without ever holding the body: a
 * JSON array (`application/json`) or one JSON value a line
 * (`application/x-ndjson`), plain or gzip.
 *
 * @throws BodyFault - where the body cannot be read on; items before that have
 * been given out.
 */
export function readItems(request: IncomingMessage): AsyncIterable<Item> {
  const type = mediaType(request.headers['content-type']);
  const bytes = decoded(request);
  switch (type) {
    case 'application/json':
      return readArray(bytes);
    case 'application/x-ndjson':
    case 'application/ndjson':
      return readLines(bytes);
    default:
      throw new BodyFault(
        415,
        `Content-Type ${
          type || 'is missing; it'
        } must be application/json (an array) or application/x-ndjson (one event a line)`,
      );
  }
}

function mediaType(header: string | undefined): string {
  return (header ?? '').split(';')[0].trim().toLowerCase();
}

/**
 * The bytes of the body. The request itself is left intact when reading stops
 * early, so that it can still be answered.
 */
function decoded(request: IncomingMessage): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase();
  const raw = Readable.from(request.iterator({ destroyOnReturn: false }), {
    objectMode: false,
  });
  switch (encoding) {
    case 'identity':
      return raw;
    case 'gzip':
      return joined(raw, createGunzip());
    default:
      throw new BodyFault(
        415,
        `Content-Encoding ${encoding} is not known; send gzip or none`,
      );
  }
}

/** The last of several streams; a fault of any of them is a fault of it. */
function joined(first: Readable, ...rest: Transform[]): Readable {
  const end = new PassThrough({
    readableObjectMode: true,
    writableObjectMode: true,
  });
  pipeline([first, ...rest, end], () => {});
  return end;
}

async function* readArray(bytes: Readable): AsyncIterable<Item> {
  let sinceLastItem = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sinceLastItem += chunk.length;
      done(
        sinceLastItem > MAX_ITEM_BYTES
          ? new BodyFault(413, tooLarge('An event'))
          : null,
        chunk,
      );
    },
  });
  const items = joined(bytes, counted, parser(), streamArray());
  let index = 0;
  try {
    for await (const { value } of items) {
      sinceLastItem = 0;
      yield { index, value };
      index += 1;
    }
  } catch (error) {
    throw asFault(error, 'The body is not a JSON array, or was cut off');
  }
}

async function* readLines(bytes: Readable): AsyncIterable<Item> {
  let endsWithNewline = true;
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      endsWithNewline = chunk[chunk.length - 1] === 0x0a;
      done(null, chunk);
    },
  });
  const lines = joined(bytes, watched, split2({ maxLength: MAX_ITEM_BYTES }));
  let index = 0;
  let held: Item | undefined;
  try {
    for await (const line of lines) {
      if (String(line).trim() !== '') {
        if (held) {
          yield held;
        }
        held = parseLine(index, String(line));
        index += 1;
      }
    }
  } catch (error) {
    if (held) {
      yield held;
    }
    throw asFault(error, 'The body was cut off');
  }
  if (held && 'notJson' in held && !endsWithNewline) {
    throw new BodyFault(400, 'The body was cut off in its last line');
  }
  if (held) {
    yield held;
  }
}

function parseLine(index: number, line: string): Item {
  try {
    return { index, value: JSON.parse(line) };
  } catch {
    return { index, notJson: line };
  }
}

function tooLarge(what: string): string {
  return `${what} is larger than ${MAX_ITEM_BYTES} bytes`;
}

function asFault(error: unknown, otherwise: string): unknown {
  if (error instanceof BodyFault) {
    return error;
  }
  if (error instanceof Error && error.message === 'maximum buffer reached') {
    return new BodyFault(413, tooLarge('A line'));
  }
  return new BodyFault(400, otherwise);
}
