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

import { repositoryKey, Unmatched } from 'chokepoint-flow';
import { KnownHome } from '../ownership/homesTable';

/** A repository that events named, and what of it. Times in ms since the epoch. */
export interface NamedRepository {
  repo: string;
  changes: number;
  firstAt?: number;
  lastAt?: number;
}

const SLUG = /\/project-slug$/;

/**
 * What of the catalog and of the repositories found nothing of the other:
 * repositories no entity lives in, entities without a repository, and entities
 * and slugs that name one nothing is known of. Before any repository is known
 * nothing can be missing.
 */
export function unmatchedInCatalog(
  homes: readonly KnownHome[],
  named: readonly NamedRepository[],
): Unmatched[] {
  const known = new Set(named.map(({ repo }) => repo));
  const inhabited = new Set(homes.flatMap(({ repos }) => repos));
  const loose = named.filter(({ repo }) => !inhabited.has(repo));
  return [
    ...loose.filter(({ changes }) => changes > 0).map(uninhabited),
    ...homes.flatMap(home => homeless(home)),
    ...(known.size === 0 ? [] : homes).flatMap(home => notFound(home, known)),
    ...renamedAway(homes, known, loose),
  ];
}

function uninhabited(named: NamedRepository): Unmatched {
  const { repo, changes, firstAt, lastAt } = named;
  return {
    kind: 'repositories',
    value: repo,
    repo,
    n: changes,
    ...(firstAt !== undefined && { firstAt }),
    ...(lastAt !== undefined && { lastAt }),
    open: true,
    mend: { kind: 'repositoryAnnotation', repo },
  };
}

/** Whoever says `none` wants none. APIs and resources often have no source. */
function homeless(home: KnownHome): Unmatched[] {
  const { entityRef, repos, annotation, describedIn } = home;
  return repos.length > 0 || (annotation && !describedIn)
    ? []
    : [
        {
          kind: 'entities',
          value: entityRef,
          entityRefs: [entityRef],
          n: 1,
          open: entityRef.startsWith('component:'),
          ...(describedIn !== undefined && {
            detail: { lookedFor: describedIn, annotation },
          }),
          mend: { kind: 'repositoryAnnotation', entityRef },
        },
      ];
}

function notFound(
  { entityRef, repos, annotation }: KnownHome,
  known: ReadonlySet<string>,
): Unmatched[] {
  return repos.some(repo => known.has(repo))
    ? []
    : repos.map(repo => ({
        kind: SLUG.test(annotation ?? '') ? 'slugs' : 'entities',
        value: SLUG.test(annotation ?? '') ? repo : entityRef,
        entityRefs: [entityRef],
        n: 1,
        open: true,
        detail: { lookedFor: repo, annotation },
        mend: { kind: 'repositoryAnnotation', entityRef },
      }));
}

/** A repository nothing is known of, and one of the same name no entity lives in. */
function renamedAway(
  homes: readonly KnownHome[],
  known: ReadonlySet<string>,
  loose: readonly NamedRepository[],
): Unmatched[] {
  const missing = new Set(
    homes.flatMap(({ repos }) => repos.filter(repo => !known.has(repo))),
  );
  return [...missing].sort().flatMap((from): Unmatched[] => {
    const same = loose.filter(({ repo }) => nameOf(repo) === nameOf(from));
    return same.length === 1
      ? [
          {
            kind: 'aliases',
            value: from,
            repo: same[0].repo,
            entityRefs: homes
              .filter(({ repos }) => repos.includes(from))
              .map(({ entityRef }) => entityRef),
            n: 1,
            open: true,
            mend: {
              kind: 'alias',
              of: 'repositories',
              from,
              to: same[0].repo,
            },
          },
        ]
      : [];
  });
}

function nameOf(repo: string): string {
  return repositoryKey(repo).slice(repo.lastIndexOf('/') + 1);
}
