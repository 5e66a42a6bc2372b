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
import { TranslationContext } from './TranslationContext';

/** The key of a pull request: `github.com/acme/shop/pull/42`. */
export function pullRequestKey(repo: string, number: number): string {
  return `${repo}/pull/${number}`;
}

/**
 * The key of an issue, of whatever repository: `github.com/acme/shop/issues/7`.
 * GitHub compares names of repositories without case, and so do keys.
 */
export function issueKey(
  host: string,
  nameWithOwner: string,
  number: number,
): string {
  return `${host}/${nameWithOwner.toLocaleLowerCase('en-US')}/issues/${number}`;
}

/** The key of a deployment: `github.com/acme/shop/deployments/981`. */
export function deploymentKey(
  context: TranslationContext,
  nodeId: string,
): string {
  return `${context.repo}/deployments/${databaseId(nodeId) ?? nodeId}`;
}

/** The key of a release: `github.com/acme/shop/releases/tag/v1.2`. */
export function releaseKey(
  context: TranslationContext,
  tagName: string,
): string {
  return `${context.repo}/releases/tag/${tagName}`;
}

/** An instant as events have it: RFC 3339, UTC, milliseconds. */
export function instant(date: string | number): string {
  return new Date(date).toISOString();
}

/**
 * The number that GitHub's REST API and webhooks know a node by. GraphQL's own
 * `databaseId` has 32 bits, which deployments have outgrown, so it is taken
 * from the node id: `MDEwOkRlcGxveW1lbnQ5ODE=` (base64 of `010:Deployment981`),
 * or after an underscore MessagePack of a list that ends in the number.
 * Undefined for an id of another form, as on servers to come.
 */
export function databaseId(nodeId: string): string | undefined {
  const packed = /^[A-Z]+_(.+)$/.exec(nodeId);
  if (!packed) {
    const old = Buffer.from(nodeId, 'base64').toString('latin1');
    return /^\d+:[A-Za-z]+(\d+)$/.exec(old)?.[1];
  }
  const bytes = Buffer.from(packed[1], 'base64url');
  // A list of up to 15 items, the last of them an unsigned whole number.
  return (bytes[0] & 0xf0) === 0x90 ? lastNumber(bytes)?.toString() : undefined;
}

function lastNumber(bytes: Buffer): bigint | undefined {
  let value: bigint | undefined;
  for (let at = 1; at < bytes.length; ) {
    const kind = bytes[at];
    const size = kind < 0x80 ? 0 : { 0xcc: 1, 0xcd: 2, 0xce: 4, 0xcf: 8 }[kind];
    if (size === undefined || at + size >= bytes.length) {
      return undefined;
    }
    value =
      size === 0
        ? BigInt(kind)
        : BigInt(`0x${bytes.toString('hex', at + 1, at + 1 + size)}`);
    at += 1 + size;
  }
  return value;
}
