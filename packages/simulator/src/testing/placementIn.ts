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
  changeRecordOf,
  Commit,
  commitHistory,
  FlowEvent,
  incidentRecordOf,
  placeChanges,
  RepositoryEntity,
  repositoryRecordOf,
  RepositoryPlacement,
  rollOutRecordOf,
} from 'chokepoint-flow';
import { Recording } from './listen';
import { RULES } from './rules';

const placed = new WeakMap<Recording, Map<string, RepositoryPlacement>>();

/**
 * What flow says is in production of a repository, from everything that was
 * recorded. What it says of an instant is the same whenever it is asked, so
 * that it is asked once.
 */
export function placementIn(
  recording: Recording,
  repo: string,
): RepositoryPlacement {
  const known = placed.get(recording) ?? new Map<string, RepositoryPlacement>();
  placed.set(recording, known);
  let placement = known.get(repo);
  if (!placement) {
    placement = placeRepository(recording, repo);
    known.set(repo, placement);
  }
  return placement;
}

function placeRepository(
  { company, resolved: events, to, truths }: Recording,
  repo: string,
): RepositoryPlacement {
  const services = company.services.filter(
    ({ repository }) => repository === repo,
  );
  const refs = new Map(
    services.map(({ name }) => [name, `component:default/${name}`]),
  );
  const touched = new Map(
    truths.map(truth => [
      truth.change,
      truth.services.flatMap(name => refs.get(name) ?? []),
    ]),
  );
  const described = repositoryRecordOf(events, repo);
  const commits: Commit[] = described.commits;
  return placeChanges(
    {
      repo,
      changes: recordsOf(events, 'change', changeRecordOf).filter(
        record => record.repo === repo,
      ),
      rollOuts: recordsOf(events, 'deployment', rollOutRecordOf).filter(
        record => record.repos.includes(repo),
      ),
      incidents: recordsOf(events, 'incident', incidentRecordOf).filter(
        ({ happenings }) =>
          happenings.some(
            said =>
              said.repo === repo ||
              said.deployment?.startsWith(`${repo}/deployments/`),
          ),
      ),
      described: described.described,
      history: commitHistory(commits),
      entities: services.map(
        ({ name, path }): RepositoryEntity => ({
          ref: `component:default/${name}`,
          name,
          ...(path !== '' && { path: path.replace(/\/$/, '') }),
        }),
      ),
      entitiesOf: change => touched.get(change) ?? [],
      rules: RULES,
    },
    to,
  );
}

/** The records of everything of a kind: of a repository those of others are left out by whoever asks. */
function recordsOf<R>(
  events: readonly FlowEvent[],
  kind: string,
  recordOf: (own: readonly FlowEvent[], key: string) => R | undefined,
): R[] {
  const bySubject = new Map<string, FlowEvent[]>();
  for (const event of events) {
    if (event.type.startsWith(`${kind}.`)) {
      const own = bySubject.get(event.subject);
      if (own) {
        own.push(event);
      } else {
        bySubject.set(event.subject, [event]);
      }
    }
  }
  return [...bySubject].flatMap(([key, own]) => recordOf(own, key) ?? []);
}
