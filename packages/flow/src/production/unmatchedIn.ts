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

import { Mend, Unmatched } from '../unmatched/Unmatched';
import { Instant } from '../timeline/Segment';
import { RepositoryInput } from './RepositoryPlacement';
import { RepositoryWalk } from './RepositoryWalk';
import { RollOut } from './RollOut';
import { WalkedChange } from './WalkedChange';

/** How many keys are given as examples. */
const SAMPLES = 3;

interface Walked {
  input: RepositoryInput;
  walk: RepositoryWalk;
  /** Those of the repository itself. */
  rollOuts: readonly RollOut[];
  changes: readonly WalkedChange[];
  /** Incidents that belong to no release. */
  unlinked: readonly string[];
}

type Counted = Required<Pick<Unmatched, 'firstAt' | 'lastAt' | 'detail'>> &
  Pick<Unmatched, 'value' | 'n'>;

/** How often something was named, since when, and a few of those who did. */
class Counts {
  readonly #counted = new Map<
    string,
    { n: number; firstAt: Instant; lastAt: Instant; samples: string[] }
  >();

  add(value: string, by: string, at: Instant): void {
    const known = this.#counted.get(value);
    if (known) {
      known.n += 1;
      known.firstAt = Math.min(known.firstAt, at);
      known.lastAt = Math.max(known.lastAt, at);
      if (known.samples.length < SAMPLES) {
        known.samples.push(by);
      }
    } else {
      this.#counted.set(value, {
        n: 1,
        firstAt: at,
        lastAt: at,
        samples: [by],
      });
    }
  }

  rows(row: (counted: Counted) => Unmatched): Unmatched[] {
    return [...this.#counted]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, { n, firstAt, lastAt, samples }]) =>
        row({ value, n, firstAt, lastAt, detail: { samples } }),
      );
  }
}

/**
 * What roll-outs, incidents and merges of a repository named and found nothing,
 * and its environments with what they were taken for (section 3 of the model,
 * *What did not match*).
 */
export function unmatchedIn(walked: Walked): Unmatched[] {
  return [
    ...unknownCommits(walked),
    ...unknownServices(walked),
    ...environments(walked),
    ...unplacedChanges(walked),
    ...unlinkedIncidents(walked),
  ];
}

function unknownCommits({ input, walk, rollOuts }: Walked): Unmatched[] {
  const counts = new Counts();
  for (const rollOut of rollOuts) {
    const step = rollOut.steps.findLast(s => s.environment.production);
    if (step && !walk.contentsOf(rollOut, step, undefined).isKnown) {
      counts.add(step.known.sha, rollOut.key, step.at);
    }
  }
  return counts.rows(({ value, ...counted }) => ({
    kind: 'commits',
    value,
    repo: input.repo,
    ...counted,
    open: true,
    mend: { kind: 'history', repo: input.repo },
  }));
}

function unknownServices({ input, walk, rollOuts }: Walked): Unmatched[] {
  const counts = new Counts();
  for (const { key, steps } of rollOuts) {
    const { known, at } = steps[steps.length - 1];
    if (known.service !== undefined && !walk.parts.refOf(known.service)) {
      counts.add(known.service, key, at);
    }
  }
  const candidates = input.entities.map(({ ref }) => ref);
  return counts.rows(({ value, ...counted }) => {
    const mend: Mend = { kind: 'serviceName', service: value, candidates };
    return {
      kind: 'services',
      value,
      repo: input.repo,
      ...counted,
      open: true,
      mend,
    };
  });
}

/** Every environment that was seen; nothing has to be done about it. */
function environments({ input, rollOuts }: Walked): Unmatched[] {
  const counts = new Counts();
  const verdicts = new Map<string, RollOut['steps'][number]['environment']>();
  for (const { key, steps } of rollOuts) {
    const { known, environment, at } = steps[steps.length - 1];
    counts.add(known.environment, key, at);
    verdicts.set(known.environment, environment);
  }
  return counts.rows(({ value, detail, ...counted }) => {
    const verdict = verdicts.get(value);
    return {
      kind: 'environments',
      value,
      repo: input.repo,
      ...counted,
      open: false,
      detail: { ...detail, ...verdict },
      mend: {
        kind: 'environment',
        name: value,
        production: !verdict?.production,
      },
    };
  });
}

function unplacedChanges({ input, changes }: Walked): Unmatched[] {
  return changes.flatMap(change => {
    const since = change.isPending && change.isUnplaced;
    const branch = change.lastCarrier.landing?.branch;
    const at = change.steps.find(({ unplaced }) => unplaced)?.at;
    const mend: Mend = { kind: 'release', repo: input.repo };
    return since
      ? [
          {
            kind: 'unplacedChanges' as const,
            value: change.key,
            repo: input.repo,
            n: 1,
            ...(at !== undefined && { firstAt: at, lastAt: at }),
            open: true,
            ...(change.entities.length > 0 && { entityRefs: change.entities }),
            mend:
              change.laterReleases > 0 || branch === undefined
                ? mend
                : {
                    kind: 'releasedBranch' as const,
                    repo: input.repo,
                    branch,
                  },
          },
        ]
      : [];
  });
}

function unlinkedIncidents({ input, unlinked }: Walked): Unmatched[] {
  const byKey = new Map(input.incidents.map(i => [i.incident, i.happenings]));
  return unlinked.map(incident => {
    const at = byKey.get(incident)?.[0]?.at;
    return {
      kind: 'unlinkedIncidents',
      value: incident,
      repo: input.repo,
      n: 1,
      ...(at !== undefined && { firstAt: at, lastAt: at }),
      open: true,
      mend: { kind: 'incidentService' },
    };
  });
}
