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
import { ReadPage } from '../read/Reader';
import { FeedCursor } from './cursor';

const MINUTE = 60_000;
/**
 * What changed so long before the newest change that was known is read again:
 * GitHub's lists lag behind.
 */
const OVERLAP = 10 * MINUTE;

/** From where on a reading that follows one of `since` (RFC 3339) looks. */
export function lookFrom(since: string): number {
  return Date.parse(since) - OVERLAP;
}

/**
 * Whether everything up to the newest change that a reading knew of was certainly
 * in the lists when they were read, by GitHub's clock alone.
 */
export function isSettled({ since, asOf }: FeedCursor): boolean {
  return (
    since !== undefined &&
    asOf !== undefined &&
    Date.parse(asOf) - Date.parse(since) >= OVERLAP
  );
}

/** What GitHub says when a reading begins; instants are RFC 3339. */
export interface Start {
  /** The newest change of the list. */
  newest: string;
  /** GitHub's own time. */
  asOf: string;
}

/** A list of a repository, newest first. */
export interface Feed<T> {
  /** A page; `since` is absent while the list is read for the first time. */
  page(
    after: string | undefined,
    since: string | undefined,
  ): Promise<ReadPage<T>>;
  /** What places an item in the order of the list, milliseconds since the epoch. */
  at(item: T, since: string | undefined): number;
  /** Emits the items of a page; `isLast` when none follows. */
  take(items: T[], isLast: boolean): Promise<void>;
  /** Items before this are not wanted at the first reading. */
  oldest?: number;
  /** Items older than the last reading by this much may still have changed, in milliseconds. */
  lookBack?: number;
}

/**
 * Reads a list from its newest item back to where the last complete reading
 * began, or to its end. The cursor is saved after each page: a reading that was
 * stopped goes on from there, and what changed meanwhile is ahead of it, where
 * the next reading finds it.
 */
export async function follow<T>(
  feed: Feed<T>,
  cursor: FeedCursor,
  start: Start,
  save: (cursor: FeedCursor) => Promise<void>,
): Promise<void> {
  const { since, asOf } = cursor;
  const { newest, startedAt } = cursor.run ?? {
    newest: start.newest,
    startedAt: start.asOf,
  };
  const from =
    since === undefined
      ? feed.oldest ?? -Infinity
      : lookFrom(since) - (feed.lookBack ?? 0);
  let { after, read } = cursor.run ?? { after: undefined, read: 0 };
  do {
    const page = await pageAfter(feed, after, since);
    const wanted = page.items.filter(item => feed.at(item, since) >= from);
    after = wanted.length === page.items.length ? page.next : undefined;
    await feed.take(wanted, after === undefined);
    read += wanted.length;
    await save(
      after === undefined
        ? { since: newest, asOf: startedAt }
        : { since, asOf, run: { newest, startedAt, after, read } },
    );
  } while (after !== undefined);
}

/** A page; the first one where GitHub no longer knows the place it begins at. */
async function pageAfter<T>(
  feed: Feed<T>,
  after: string | undefined,
  since: string | undefined,
): Promise<ReadPage<T>> {
  try {
    return await feed.page(after, since);
  } catch (error) {
    if (after !== undefined && /valid cursor/i.test(String(error))) {
      return feed.page(undefined, since);
    }
    throw error;
  }
}
