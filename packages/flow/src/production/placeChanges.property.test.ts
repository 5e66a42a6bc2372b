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
import fc from 'fast-check';
import { RepositoryStory } from '../../testing/RepositoryStory';
import { FlowEvent } from '../events/FlowEvent';
import { placeChanges } from './placeChanges';
import { RepositoryPlacement } from './RepositoryPlacement';

const RUNS = { numRuns: 1_000 };
const LAST = 3_000;

const BRANCHES = ['main', 'develop', 'release/1', 'feat-1', 'feat-2'];
const SHAS = ['m1', 'm2', 'm3', 'm4', 'm3', 'm4', 'p1', 'p2', 'p3', 'v2'];
const ENVIRONMENTS = [
  ...['production', 'production', 'production', 'prod-eu'],
  ...['staging', 'preview'],
];

const change = fc.integer({ min: 1, max: 4 });
const sha = fc.constantFrom(...SHAS);
/** Mostly close together and often the same, sometimes months apart. */
const hours = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: LAST }) },
);

const soon = fc.integer({ min: 0, max: 6 });

type Telling = (story: RepositoryStory, at: number) => void;

const ofChanges: fc.Arbitrary<Telling> = fc.oneof(
  fc.tuple(change, fc.constantFrom('m', 'l')).map(
    ([n, by]): Telling =>
      (s, at) =>
        by === 'm'
          ? s.merged(at, n)
          : s.tell(at, 'change.closed', s.pull(n), { landedAs: `m${n}` }),
  ),
  fc.tuple(change, fc.constantFrom('baseMerge' as const, undefined)).map(
    ([n, kind]): Telling =>
      (s, at) =>
        s.pushed(at, n, `p${n}`, kind),
  ),
  change.map(
    (n): Telling =>
      (s, at) =>
        s.tell(at, 'change.closed', s.pull(n)),
  ),
  change.map(
    (n): Telling =>
      (s, at) =>
        s.tell(at, 'change.reopened', s.pull(n)),
  ),
  fc
    .tuple(
      change,
      fc.constantFrom('Revert "Change 1"', 'hotfix: it', 'Change 2'),
      fc.option(fc.constantFrom('cart/a', 'search/a', 'a'), { nil: undefined }),
    )
    .map(
      ([n, title, path]): Telling =>
        (s, at) =>
          s.tell(at, 'change.updated', s.pull(n), {
            title,
            ...(path !== undefined && { paths: [path] }),
          }),
    ),
);

const ofRollOuts: fc.Arbitrary<Telling> = fc
  .record({
    name: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom(
      ...(['requested', 'gate', 'approved', 'started'] as const),
      ...(['success', 'success', 'success', 'failure', 'back'] as const),
    ),
    sha,
    environment: fc.constantFrom(...ENVIRONMENTS),
    service: fc.constantFrom('cart', 'search', 'x', undefined, undefined),
    list: fc.constantFrom('changes', 'commits', 'empty', undefined, undefined),
    listed: fc.array(change, { maxLength: 2 }),
  })
  .map(
    ({ name, kind, list, listed, service, ...said }): Telling =>
      (s, at) => {
        const key = s.deployment(`d${name}`);
        const description = {
          ...said,
          repo: s.repo,
          ...(service !== undefined && { service }),
          ...(list === 'changes' && { changes: listed.map(n => s.pull(n)) }),
          ...(list === 'commits' && { commits: listed.map(n => `m${n}`) }),
          ...(list === 'empty' && { commits: [] }),
        };
        switch (kind) {
          case 'requested':
            s.tell(at, 'deployment.requested', key, description);
            break;
          case 'gate':
            s.tell(at, 'deployment.requested', key, description);
            s.tell(at, 'deployment.approvalRequested', key, {
              approvers: ['x/bob'],
            });
            break;
          case 'approved':
            s.tell(at, 'deployment.approved', key);
            break;
          case 'started':
            s.tell(at, 'deployment.started', key, description);
            break;
          case 'back':
            s.tell(at, 'deployment.rolledBack', key);
            break;
          default:
            s.tell(at, 'deployment.finished', key, {
              ...description,
              outcome: kind,
            });
        }
      },
  );

const opening: fc.Arbitrary<(n: number) => Telling> = fc
  .record({
    baseBranch: fc.constantFrom('main', 'main', ...BRANCHES),
    headBranch: fc.constantFrom('work', 'fork:develop', ...BRANCHES),
    paths: fc.constantFrom(['cart/a'], ['search/a'], ['a'], undefined),
  })
  .map(
    ({ paths, ...said }) =>
      n =>
      (s, at) =>
        s.opened(at, n, { ...said, ...(paths && { paths: [...paths] }) }),
  );

const stories: fc.Arbitrary<RepositoryStory> = fc
  .record({
    openings: fc.tuple(opening, opening, opening, opening),
    openedAt: fc.tuple(soon, soon, soon, soon),
    mergedAt: fc.array(fc.tuple(hours, change), { minLength: 2, maxLength: 5 }),
    deployedAt: fc.array(fc.tuple(hours, sha), { minLength: 2, maxLength: 5 }),
    happenings: fc.array(fc.tuple(hours, fc.oneof(ofChanges, ofRollOuts)), {
      minLength: 8,
      maxLength: 40,
      size: 'max',
    }),
    history: fc.boolean(),
    incidentAt: hours,
    several: fc.boolean(),
    live: fc.boolean(),
  })
  .map(
    ({
      openings,
      openedAt,
      mergedAt,
      deployedAt,
      happenings,
      history,
      incidentAt,
      several,
      live,
    }) => {
      const story = new RepositoryStory();
      if (live) {
        story.live();
      }
      if (several) {
        story.entity('cart', 'cart').entity('search', 'search');
      }
      openings.forEach((open, i) => open(i + 1)(story, openedAt[i]));
      happenings.forEach(([at, tell]) => tell(story, at));
      mergedAt.forEach(([at, n]) => story.merged(at, n));
      deployedAt.forEach(([at, of], i) => story.deployed(at, `e${i}`, of));
      story.tell(incidentAt, 'incident.opened', 'pd.example.com/incidents/1', {
        repo: story.repo,
      });
      if (history) {
        story.commits(
          0,
          ['m1', ['v1'], 2],
          ['p2', ['m1'], 3],
          ['m2', ['m1', 'p2'], 4],
          ['v2', ['m2'], 5],
        );
      }
      return story;
    },
  );

/** Everything that was said of a time up to an instant, later or then. */
function saidUpTo(
  { placements, releases }: RepositoryPlacement,
  at: number,
  known: ReadonlySet<string>,
) {
  const by = (instant: number | undefined) =>
    instant !== undefined && instant <= at ? instant : undefined;
  return {
    placements: [...placements.values()]
      .filter(({ change: key }) => known.has(key))
      .map(({ change: key, carrier, steps, ...placement }) => {
        const end = by(placement.end);
        return {
          key,
          carrier,
          end,
          steps: steps.filter(step => step.at <= (end ?? at)),
          ...(end !== undefined && {
            release: placement.release,
            containment: placement.containment,
          }),
        };
      }),
    releases: releases
      .filter(({ productionAt }) => by(productionAt) !== undefined)
      .map(({ release, kind, startedAt, productionAt }) => ({
        release,
        kind,
        startedAt,
        productionAt,
      })),
  };
}

describe('for any story of a repository', () => {
  it('what is said of an instant is the same whenever it is asked', () => {
    let placed = 0;
    fc.assert(
      fc.property(stories, hours, hours, (story, a, b) => {
        const at = RepositoryStory.at(Math.min(a, b));
        // What the changes touch is asked once, of all that is known.
        const input = story.input();
        const before = placeChanges(input, at);
        const after = placeChanges(input, RepositoryStory.at(Math.max(a, b)));
        const known = new Set(before.placements.keys());
        const said = saidUpTo(before, at, known);
        expect(saidUpTo(after, at, known)).toEqual(said);
        placed += said.placements.filter(({ release }) => release).length;
      }),
      RUNS,
    );
    expect(placed).toBeGreaterThan(200);
  });

  it('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.nat()), (story, random) => {
        const shuffled: FlowEvent[] = story.events
          .map(event => ({ event, order: Number(random.next().value) }))
          .sort((x, y) => x.order - y.order)
          .map(({ event }) => event);
        const at = RepositoryStory.at(LAST);
        expect(placeChanges(story.input(shuffled), at)).toEqual(
          placeChanges(story.input(), at),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a change is in production no earlier than it is merged, and in one release at most', () => {
    fc.assert(
      fc.property(stories, story => {
        const { placements, releases } = story.placed(LAST);
        const shipped = releases.flatMap(release => [...release.changes]);
        expect(new Set(shipped).size).toBe(shipped.length);
        const all = [...placements.values()];
        const inReleases = all.flatMap(p => (p.release ? p.change : []));
        expect(inReleases.sort()).toEqual(shipped.sort());
        const early = all.filter(
          ({ productionAt = Infinity, steps }) =>
            steps.length > 0 && productionAt < steps[0].at,
        );
        expect(early).toEqual([]);
        const moments = all.map(({ steps }) => steps.map(step => step.at));
        expect(moments).toEqual(
          moments.map(own => [...new Set(own)].sort((x, y) => x - y)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
