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
  kpiOf,
  KpiTarget,
  ReportedFigure,
  TimeBasis,
} from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  factsBehind,
  Figure,
  FIGURE_IDS,
  FigureId,
  isOpenCounted,
  Observations,
  openCounted,
  Party,
  poolFigure,
  statusOf,
  trendOf,
} from 'chokepoint-flow';
import { Settings } from '../settings';
import { breath } from './breath';

/** Counts that tell no more than the number of changes, which is told anyway. */
const PLAIN_COUNTS: ReadonlySet<FigureId> = new Set<FigureId>([
  'throughput',
  'arrivals',
  'netFlow',
  'wip',
  'deploymentFrequency',
]);

/** What figures are judged by. */
export interface Judgement {
  observations: Observations;
  /** The window before, to compare with. */
  before?: Observations;
  settings: Settings;
  /** Where the changes behind a figure are listed. */
  evidenceOf(id: FigureId): string;
}

/** Every figure, judged. Others are answered in between. */
export async function judgeFigures(
  judgement: Judgement,
): Promise<Record<string, ReportedFigure>> {
  const judged: Record<string, ReportedFigure> = {};
  for (const id of FIGURE_IDS) {
    judged[id] = judgeFigure(id, judgement);
    await breath();
  }
  return judged;
}

/**
 * A figure with its status against the target and the same of the window
 * before; one with too few changes or people behind it is withheld, by section
 * 4 of the model.
 */
export function judgeFigure(
  id: FigureId,
  { observations, before, settings, evidenceOf }: Judgement,
): ReportedFigure {
  const figure = poolFigure(id, observations);
  const withheld = whyWithheld(id, figure, observations, settings);
  return {
    ...(withheld ? withoutValues(figure) : figure),
    ...(withheld && { withheld }),
    ...statusFor(id, figure, settings, withheld !== undefined),
    ...(before && {
      previous: {
        ...earlier(id, poolFigure(id, before), before, settings),
        ...(!withheld && directionOf(id, observations, before, settings)),
      },
    }),
    ...(!withheld &&
      isOpenCounted(id) && { openCounted: openCounted(id, observations) }),
    evidence: evidenceOf(id),
  };
}

/** Figures that are made of time, and judged in wall-clock time only. */
const TIMED: ReadonlySet<string> = new Set<FigureId>(
  FIGURE_IDS.filter(
    id =>
      kpiOf(id).unit === 'ms' ||
      ['queueTimeRatio', 'unownedWait', 'predictability'].includes(id),
  ),
);

/**
 * The settings by which figures are judged that are told by one clock or
 * another: targets are in wall-clock time, with which working time is not
 * mixed.
 */
export function inTime(settings: Settings, time: TimeBasis): Settings {
  return time === 'wallClock'
    ? settings
    : {
        ...settings,
        targets: Object.fromEntries(
          Object.entries(settings.targets).filter(([id]) => !TIMED.has(id)),
        ),
      };
}

/** Longest wait for a review that meets the target, in milliseconds. */
export function reviewTargetOf(settings: Settings): number | undefined {
  return settings.targets.reviewLatency?.target;
}

function statusFor(
  id: FigureId,
  figure: Figure,
  settings: Settings,
  withheld: boolean,
): Pick<ReportedFigure, 'status' | 'target'> {
  const { direction } = kpiOf(id);
  const target: KpiTarget | undefined = settings.targets[id];
  if (!target || direction === 'neutral') {
    return {};
  }
  const status = withheld
    ? 'tooFew'
    : statusOf(figure, {
        ...target,
        better: direction,
        minimum: settings.privacy.minimumChanges,
      });
  return { status, target: target.target };
}

function earlier(
  id: FigureId,
  figure: Figure,
  observations: Observations,
  settings: Settings,
): NonNullable<ReportedFigure['previous']> {
  const { value, n } = figure;
  return value === undefined ||
    whyWithheld(id, figure, observations, settings) !== undefined
    ? { n }
    : { value, n };
}

/** How a figure moved; nothing where the one before is withheld. */
function directionOf(
  id: FigureId,
  observations: Observations,
  before: Observations,
  settings: Settings,
): Pick<NonNullable<ReportedFigure['previous']>, 'direction'> {
  const withheld = whyWithheld(id, poolFigure(id, before), before, settings);
  const trend = withheld ? undefined : trendOf(id, observations, before);
  return trend ? { direction: trend.direction } : {};
}

function withoutValues(figure: Figure): Omit<ReportedFigure, 'evidence'> {
  const { n, unit, definition, excluded, coverage } = figure;
  return { n, unit, definition, excluded, coverage };
}

/** Why a figure is not shown; a figure of nothing at all has nothing to hide. */
function whyWithheld(
  id: FigureId,
  figure: Figure,
  observations: Observations,
  { privacy }: Settings,
): ReportedFigure['withheld'] {
  if (PLAIN_COUNTS.has(id) || figure.n === 0) {
    return undefined;
  }
  if (figure.n < privacy.minimumChanges) {
    return 'tooFewChanges';
  }
  return hasPeopleBehind(id, observations, privacy.minimumGroupSize)
    ? undefined
    : 'tooFewPeople';
}

/**
 * Whether there are so many authors and approvers of the changes behind a
 * figure. Bots, agents and accounts that nobody knows add nobody to a group
 * (section 4 of the model).
 */
function hasPeopleBehind(
  id: FigureId,
  observations: Observations,
  minimum: number,
): boolean {
  const people = new Set<string>();
  for (const facts of factsBehind(id, observations)) {
    peopleOf(facts).forEach(person => people.add(person));
    if (people.size >= minimum) {
      return true;
    }
  }
  return people.size >= minimum;
}

/** The people of the catalog who wrote and approved a change. */
function peopleOf({ author, authorKind, approvers }: ChangeFacts): Party[] {
  const authors = authorKind === 'human' ? [author] : [];
  return [...authors, ...approvers].filter(party => party.startsWith('user:'));
}
