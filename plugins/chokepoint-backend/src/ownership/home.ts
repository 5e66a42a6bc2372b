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
import gitUrlParse from 'git-url-parse';

/** Where the source of an entity lives. */
export interface Home {
  /** Key of the repository, `github.com/acme/shop`, as the catalog writes it. */
  repo: string;
  /** Folder in the repository with a slash at its end; empty for its root. */
  path: string;
}

const SLUG_ANNOTATION = /^(.+)\/project-slug$/;

/**
 * Where an entity lives, by section 3 of the model: the repository of its
 * project slug, else of its source location, else of the location that manages
 * it; the folder is that of the location when it lies in the same repository.
 */
export function homeOf(entity: Entity): Home | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const location =
    parseLocation(annotations[ANNOTATION_SOURCE_LOCATION]) ??
    parseLocation(annotations[ANNOTATION_LOCATION]);
  const slugged = bySlug(annotations, location);
  if (!slugged) {
    return location;
  }
  const same =
    location && location.repo.toLowerCase() === slugged.toLowerCase();
  return { repo: slugged, path: same ? location.path : '' };
}

/**
 * The repository of a project slug. `github.com/project-slug` is also what
 * entities on an enterprise host carry, so the host of the location counts when
 * the rest agrees.
 */
function bySlug(
  annotations: Record<string, string>,
  location: Home | undefined,
): string | undefined {
  for (const [name, slug] of Object.entries(annotations)) {
    const host = SLUG_ANNOTATION.exec(name)?.[1];
    if (host) {
      const located = location?.repo.toLowerCase() ?? '';
      return located.endsWith(`/${slug.toLowerCase()}`)
        ? location?.repo
        : `${host}/${slug}`;
    }
  }
  return undefined;
}

function parseLocation(ref: string | undefined): Home | undefined {
  const url = ref?.startsWith('url:') ? ref.slice('url:'.length) : undefined;
  if (!url) {
    return undefined;
  }
  try {
    const parsed = gitUrlParse(url);
    const { resource, full_name: name } = parsed;
    if (!resource || !name) {
      return undefined;
    }
    return { repo: `${resource}/${name}`, path: folderOf(parsed) };
  } catch {
    // Not the URL of a file in a repository, so it says nothing about a home.
    return undefined;
  }
}

function folderOf({
  filepath,
  filepathtype,
}: gitUrlParse.GitUrl & { filepathtype?: string }): string {
  const path = filepath.replace(/^\/+|\/+$/g, '');
  if (filepathtype === 'tree') {
    return path === '' ? '' : `${path}/`;
  }
  const slash = path.lastIndexOf('/');
  const isFile = /\.[^/]+$/.test(path);
  if (!isFile) {
    return path === '' ? '' : `${path}/`;
  }
  return slash < 0 ? '' : path.slice(0, slash + 1);
}
