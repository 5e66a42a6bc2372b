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

import { changeFacts, withCurrentTurn } from '../src/facts/changeFacts';
import {
  deploymentFacts,
  releasesOfDeployments,
  withFailures,
} from '../src/facts/deployments';
import { ChangeFacts } from '../src/facts/factTypes';
import { featureFacts } from '../src/facts/featureFacts';
import { DEFAULT_WORK_TYPE_RULES, workTypeOf } from '../src/facts/workType';
import { Observations } from '../src/figures/population';
import { teamOfParty } from '../src/ownership/teams';
import { EPOCH, hour, HOUR, opened, REPO, Story, WORK_ITEM } from './story';

/*
 * The week of docs/kpis.md: four changes of a repository of team Shop, and the
 * two deployments that brought three of them to production. Hours count from
 * Monday, 9:00.
 */

const SHOP = 'group:default/shop';
const TEAMS: Record<string, string[]> = {
  'user:default/alice': [SHOP],
  'user:default/bob': ['group:default/platform'],
  'user:default/carol': [SHOP],
};

/** Monday, 0:00, to the next Monday, 0:00. */
export const WEEK = { from: EPOCH - 9 * HOUR, to: EPOCH + (7 * 24 - 9) * HOUR };

/** Longest wait for a review that is on time. */
export const REVIEW_TARGET = 8 * HOUR;

/**
 * What goes live with a deployment that starts and ends at these hours. One
 * that was seen a week ago tells that the repository has deployments.
 */
function goingLive(story: Story, key: string, starts: number, ends: number) {
  const description = {
    environment: 'production',
    repo: REPO,
    sha: 'm1',
  };
  return story
    .knowing({ owner: SHOP, firstDeploymentAt: hour(-168) })
    .at(starts)
    .deployment('deployment.requested', description, key)
    .at(starts)
    .deployment('deployment.started', undefined, key)
    .at(ends)
    .deployment('deployment.finished', { outcome: 'success' }, key);
}

/** Change 1 of Alice, without its decision, first commit and deployment. */
export function reviewedTwice(data: Parameters<typeof opened>[0] = {}): Story {
  return opened(data)
    .at(0, 'alice')
    .happened('asked', { reviewers: ['bob', 'carol'] })
    .at(2, 'bob')
    .happened('reviewed', { verdict: 'changesRequested' })
    .at(3, 'alice')
    .happened('pushed')
    .at(7, 'bob')
    .happened('reviewed', { verdict: 'approved' })
    .at(8, 'alice')
    .happened('merged');
}

function addACart(): Story {
  const story = reviewedTwice({
    firstCommitAt: new Date(hour(-1)).toISOString(),
    workItems: [WORK_ITEM],
  })
    .at(-3)
    .workItem('workItem.decided')
    .at(2.5)
    .workItem('workItem.questionAsked');
  return goingLive(story, '1', 10, 11);
}

function fixATypo(): Story {
  const story = new Story()
    .at(24, 'carol')
    .happened('opened')
    .at(26, 'bob')
    .happened('reviewed', { verdict: 'approved' })
    .at(27, 'carol')
    .happened('merged');
  return goingLive(story, '2', 33, 34);
}

function speedUpSearch(): Story {
  const story = new Story()
    .at(0)
    .workItem('workItem.decided')
    .at(4, 'alice')
    .happened('opened', {
      firstCommitAt: new Date(hour(2)).toISOString(),
      workItems: [WORK_ITEM],
    })
    .at(4, 'alice')
    .happened('asked', { reviewers: ['carol'] })
    .at(28, 'carol')
    .happened('reviewed', { verdict: 'approved' })
    .at(29, 'alice')
    .happened('merged');
  return goingLive(story, '2', 33, 34);
}

function tryAnIdea(): Story {
  return new Story()
    .knowing({ owner: SHOP, firstDeploymentAt: hour(-168) })
    .at(96, 'carol')
    .happened('opened')
    .at(96, 'carol')
    .happened('asked', { reviewers: ['alice'] });
}

const STORIES = {
  'Add a cart': { story: addACart(), additions: 120 },
  'Fix a typo': { story: fixATypo(), additions: 4 },
  'Speed up search': { story: speedUpSearch(), additions: 300 },
  'Try an idea': { story: tryAnIdea(), additions: 20 },
};

/** What the four changes are called. */
export type ChangeOfTheWeek = keyof typeof STORIES;

/** The facts of a story, as they are known at the end of the week. */
export function factsOf(
  story: Story,
  change: string,
  additions = 0,
): ChangeFacts {
  const asOf = (WEEK.to - EPOCH) / HOUR;
  const timeline = story.timeline(asOf);
  if (!timeline) {
    throw new Error(`${change} was never opened`);
  }
  const description = { title: change, url: 'u', repo: REPO, additions };
  const facts = changeFacts(timeline, {
    description,
    workType: workTypeOf(description, DEFAULT_WORK_TYPE_RULES),
    owner: SHOP,
    teamOf: party => teamOfParty(party, SHOP, person => TEAMS[person] ?? []),
  });
  return { ...withCurrentTurn(facts, WEEK.to), change };
}

/** The facts of a change of the week. */
export function changeOfTheWeek(name: ChangeOfTheWeek): ChangeFacts {
  const { story, additions } = STORIES[name];
  return factsOf(story, name, additions);
}

function decidedAt(hours: number) {
  return [{ at: hour(hours), decided: true }];
}

function featureChange(name: ChangeOfTheWeek) {
  const { change, state, milestones } = changeOfTheWeek(name);
  const { openedAt, productionAt } = milestones;
  return { change, state, openedAt, productionAt };
}

/** Everything that was observed in the week. */
export function theWeek(): Observations {
  const [monday, tuesday] = ['1', '2'].map(key => `${REPO}/deployments/${key}`);
  const one = deploymentFacts(STORIES['Add a cart'].story.events, monday, [
    'Add a cart',
  ]);
  const two = deploymentFacts(STORIES['Fix a typo'].story.events, tuesday, [
    'Fix a typo',
    'Speed up search',
  ]);
  // Tuesday, 20:00 to 22:00.
  const incident = {
    incident: 'status.example.com/incidents/1',
    openedAt: hour(35),
    resolvedAt: hour(37),
    deployment: tuesday,
  };
  return {
    changes: [
      changeOfTheWeek('Add a cart'),
      changeOfTheWeek('Fix a typo'),
      changeOfTheWeek('Speed up search'),
      changeOfTheWeek('Try an idea'),
    ],
    features: featureFacts(
      [
        { workItem: 'cart', decisions: decidedAt(-3), completions: [] },
        { workItem: 'search', decisions: decidedAt(0), completions: [] },
      ],
      [
        { ...featureChange('Add a cart'), workItems: ['cart'] },
        { ...featureChange('Speed up search'), workItems: ['search'] },
      ],
    ),
    releases: releasesOfDeployments(
      withFailures(
        [one, two].flatMap(deployment => deployment ?? []),
        [incident],
        [],
      ),
    ),
    window: WEEK,
    asOf: WEEK.to,
    reviewTarget: REVIEW_TARGET,
  };
}
