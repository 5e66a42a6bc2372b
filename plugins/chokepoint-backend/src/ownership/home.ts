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

import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { repositoryKey } from 'chokepoint-flow';
import gitUrlParse from 'git-url-parse';

/** Where the source of an entity lives. */
export interface Home {
  /** Key of the repository, `github.com/acme/shop`. */
  repo: string;
  /** Folder in the repository with a slash at its end; empty for its root. */
  path: string;
}

/** Names the repositories of an entity, or `none`; before all else. */
const ANNOTATION_REPOSITORY = 'chokepoint.io/repository';
const SLUG_ANNOTATION = /^(.+)\/project-slug$/;

/** First parts of branches that have a second one: `feature/x`, `release/2.1`. */
const BRANCH_PREFIX =
  /^(feat|feature|features|fix|bugfix|hotfix|hotfixes|chore|release|releases|rel|support|maint|maintenance|users?)$/;

/** Where an entity lives, and why. */
export interface EntityHome {
  /** None where nothing ties it to a repository. */
  homes: Home[];
  /** The annotation that says so, or that says `none`. */
  annotation?: string;
  /** The repository that describes it, where nothing else says where it lives. */
  describedIn?: string;
}

/**
 * Where an entity lives, by section 3 of the model: in the repositories that
 * `chokepoint.io/repository` names, else in that of the project slug, else in
 * that of the source location; the folder is that of the location when it lies
 * in the same repository. A source location that only repeats where the file
 * lies that describes the entity, as the catalog adds it, is `describedIn`:
 * the file may be in a central catalog, see {@link withoutCentralCatalogs}.
 *
 * @param isForge - whether a host is one of the integrations
 */
export function homeOf(
  entity: Entity,
  isForge: (host: string) => boolean,
): EntityHome {
  const annotations = entity.metadata.annotations ?? {};
  const location = parseLocation(annotations[ANNOTATION_SOURCE_LOCATION]);
  const stated = statedRepositories(annotations[ANNOTATION_REPOSITORY]);
  const slug = stated ? undefined : bySlug(annotations, location, isForge);
  const repos = stated ?? (slug && [slug.repo]);
  if (repos) {
    return {
      homes: repos.map(repo => ({
        repo,
        path: location?.repo === repo ? location.path : '',
      })),
      annotation: slug?.annotation ?? ANNOTATION_REPOSITORY,
    };
  }
  return location
    ? {
        homes: [location],
        annotation: ANNOTATION_SOURCE_LOCATION,
        ...(isDerived(annotations) && { describedIn: location.repo }),
      }
    : { homes: [] };
}

/**
 * Entities that are described in a central catalog live nowhere by that. A
 * repository is one when at least as many of the entities it describes live
 * elsewhere as would live in it for no other reason.
 */
export function withoutCentralCatalogs<T extends EntityHome>(
  entities: readonly (T & { file?: string })[],
): T[] {
  const here = countBy(entities, ({ describedIn }) => describedIn);
  const elsewhere = countBy(entities, ({ homes, file, describedIn }) =>
    describedIn === undefined &&
    homes.length > 0 &&
    homes.every(({ repo }) => repo !== file)
      ? file
      : undefined,
  );
  return entities.map(entity => {
    const { describedIn: repo } = entity;
    const isCentral =
      repo !== undefined && (elsewhere.get(repo) ?? 0) >= (here.get(repo) ?? 0);
    return isCentral ? { ...entity, homes: [] } : entity;
  });
}

/** The repository of the file that describes an entity. */
export function repositoryOfFile(entity: Entity): string | undefined {
  return parseLocation(entity.metadata.annotations?.[ANNOTATION_LOCATION])
    ?.repo;
}

function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of items.flatMap(item => keyOf(item) ?? [])) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Whether the catalog has made the source location of where the file lies. */
function isDerived(annotations: Record<string, string>): boolean {
  const file = annotations[ANNOTATION_LOCATION];
  const source = annotations[ANNOTATION_SOURCE_LOCATION];
  if (file === undefined || source === undefined) {
    return false;
  }
  // GitHub and others write folders as `tree` and files as `blob`.
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return (
    folder.replace('/blob/', '/tree/') === source.replace('/blob/', '/tree/')
  );
}

/**
 * The repository of a project slug. Only a forge's counts: `circleci.com` has
 * slugs too. Of several the one that equals the source location counts.
 * `github.com/project-slug` is also what entities on an enterprise host carry,
 * so the host of the location counts when the rest agrees.
 */
function bySlug(
  annotations: Record<string, string>,
  location: Home | undefined,
  isForge: (host: string) => boolean,
): { repo: string; annotation: string } | undefined {
  const found = Object.entries(annotations).flatMap(([annotation, slug]) => {
    const host = SLUG_ANNOTATION.exec(annotation)?.[1].toLowerCase();
    return host !== undefined && isForge(host)
      ? [{ repo: repositoryOfSlug(host, slug, location), annotation }]
      : [];
  });
  return found.find(({ repo }) => repo === location?.repo) ?? found[0];
}

/** What `chokepoint.io/repository` says; undefined where it is not there. */
function statedRepositories(text: string | undefined): string[] | undefined {
  const names = text?.split(/[\s,]+/).filter(name => name !== '') ?? [];
  if (names.length === 0) {
    return undefined;
  }
  const keys = names.filter(name => name !== 'none').map(repositoryKey);
  return [...new Set(keys)];
}

/** A slug, however it is spelled: with a scheme, a host, `.git` or a slash. */
function repositoryOfSlug(
  host: string,
  slug: string,
  location: Home | undefined,
): string {
  const key = repositoryKey(slug);
  if (key.startsWith(`${host}/`)) {
    return key;
  }
  return location?.repo.endsWith(`/${key}`) && location.repo !== key
    ? location.repo
    : `${host}/${key}`;
}

function parseLocation(ref: string | undefined): Home | undefined {
  const url = ref?.startsWith('url:') ? ref.slice('url:'.length) : undefined;
  if (!url) {
    return undefined;
  }
  try {
    const parsed: gitUrlParse.GitUrl & { filepathtype?: string } =
      gitUrlParse(url);
    const { resource, full_name: name, ref: branch, filepathtype } = parsed;
    if (!resource || !name) {
      return undefined;
    }
    const parts = parsed.filepath.split('/').filter(part => part !== '');
    const isFile =
      filepathtype !== 'tree' && /\.[^/]+$/.test(parts[parts.length - 1] ?? '');
    const folders = isFile ? parts.slice(0, -1) : parts;
    const path = folders.slice(BRANCH_PREFIX.test(branch) ? 1 : 0);
    return {
      repo: repositoryKey(`${resource}/${name}`),
      path: path.map(folder => `${folder}/`).join(''),
    };
  } catch {
    // Not the URL of a file in a repository, so it says nothing about a home.
    return undefined;
  }
}
