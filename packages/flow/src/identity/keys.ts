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

/**
 * The part of a path that ends the key of a repository on a forge: a change,
 * an issue, a deployment or a page of it follows.
 */
const PAGES_OF_A_REPOSITORY: ReadonlySet<string> = new Set([
  'pull',
  'pulls',
  'pull-requests',
  'pullrequest',
  'pullrequests',
  'merge_requests',
  '-',
  '+',
  'issues',
  'deployments',
  'environments',
  'releases',
  'actions',
  'commit',
  'commits',
  'compare',
  'tree',
  'blob',
]);

/** Forges on which every repository is `owner/name`, whatever follows it. */
const OWNER_AND_NAME: ReadonlySet<string> = new Set([
  'github.com',
  'bitbucket.org',
  'codeberg.org',
]);

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\/([^/@]*@)?/i;
const SSH = /^[^/@\s]+@([^/:\s]+):(?=\S)/;

/** A URL or a key without its scheme, and without slashes at its end. */
export function withoutScheme(text: string): string {
  return text
    .trim()
    .replace(SCHEME, '')
    .replace(SSH, '$1/')
    .replace(/\/+$/, '');
}

/**
 * The key of a repository, by section 1 of the model, *Identity*: however a
 * URL, a slug or a key of it is spelled, its host, owner and name compare
 * without case, and scheme, `.git` and a trailing slash are dropped.
 *
 * @public
 */
export function repositoryKey(text: string): string {
  return withoutScheme(text)
    .replace(/\.git$/i, '')
    .toLowerCase();
}

/**
 * The id of an actor or a team, by section 1 of the model, *Identity*: hosts,
 * logins and teams compare without case, and a scheme is dropped. The ref of a
 * user or a group is one already.
 *
 * @public
 */
export function actorKey(text: string): string {
  return withoutScheme(text).toLowerCase();
}

/**
 * The key of a change, a work item, a deployment or an incident, by section 1
 * of the model, *Identity*: its host compares without case, and so does the
 * repository of a forge that it begins with. What follows is the business of
 * its source: `browse/SHOP-7` of a tracker stays as it is.
 *
 * @public
 */
export function subjectKey(text: string): string {
  const [host, ...path] = withoutScheme(text).split('/');
  const end = endOfRepository(host.toLowerCase(), path);
  const repository = [host, ...path.slice(0, end)].join('/');
  return [
    end === 0 ? host.toLowerCase() : repositoryKey(repository),
    ...path.slice(end),
  ].join('/');
}

/**
 * A commit, by section 1 of the model, *Identity*: it compares in lower case.
 *
 * @public
 */
export function commitKey(sha: string): string {
  return sha.toLowerCase();
}

/** How many parts of a path belong to the repository; none of a tracker's. */
function endOfRepository(host: string, path: readonly string[]): number {
  if (OWNER_AND_NAME.has(host)) {
    return Math.min(2, path.length);
  }
  const isPage = (part: string) => PAGES_OF_A_REPOSITORY.has(part);
  // A repository that is called like a page is more frequent than one without
  // an owner.
  const page = path.findIndex((part, i) => i > 1 && isPage(part));
  return page > 0 ? page : Number(isPage(path[1] ?? ''));
}
