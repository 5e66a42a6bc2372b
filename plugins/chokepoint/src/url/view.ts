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

import { ChangesQuery, TimeBasis } from 'backstage-plugin-chokepoint-common';
import {
  ActorKind,
  CHANGE_SIZES,
  ChangeSize,
  FIGURE_IDS,
  FigureId,
  STAGES,
  Stage,
} from 'chokepoint-flow';
import { writeParameters } from './parameters';

/** The lengths of window one can pick, in days. */
export const WINDOW_DAYS = [30, 90, 180, 365] as const;

/** A length of window, in days. */
export type WindowDays = (typeof WINDOW_DAYS)[number];

/** The window a view is over; dates are days in UTC, both inclusive. */
export type ViewWindow =
  | { days: WindowDays }
  | { firstDay: string; lastDay: string };

/** The quantiles one can switch between. */
export const QUANTILES = ['p50', 'p75', 'p90'] as const;

/** A quantile of a stage. */
export type Quantile = (typeof QUANTILES)[number];

/** The kinds of author one can pick. */
export const AUTHOR_KINDS: readonly ActorKind[] = ['human', 'bot', 'agent'];

/** Which changes are listed. */
export type ListedState = NonNullable<ChangesQuery['state']>;

/** The clocks that durations can be told by. */
export const TIME_BASES: readonly TimeBasis[] = ['wallClock', 'workingHours'];

/** What figures can be compared with. */
export const COMPARISONS = ['previous', 'none'] as const;

/** What figures are compared with. */
export type Comparison = (typeof COMPARISONS)[number];

/** The states one can pick. */
export const LISTED_STATES: readonly ListedState[] = [
  'all',
  'inFlight',
  'inProduction',
  'closed',
];

/** An order of the list of changes. */
export type ListOrder = NonNullable<ChangesQuery['order']>;

const ORDERS: readonly ListOrder[] = [
  'openedAt',
  '-openedAt',
  'productionAt',
  '-productionAt',
  'age',
  '-age',
  'waiting',
  '-waiting',
  'title',
  '-title',
];

/** Everything the address of the Execution tab says. */
export interface View {
  window: ViewWindow;
  workType?: string;
  size?: ChangeSize;
  authorKind?: ActorKind;
  time: TimeBasis;
  compare: Comparison;
  /** Narrows what is in flight and the list of changes. */
  stage?: Stage;
  quantile: Quantile;
  /** Lists only the changes this figure was computed from. */
  figure?: FigureId;
  state: ListedState;
  order: ListOrder;
  /** Where the page of the list begins. */
  cursor?: string;
  /** Number of the page, from 1; only told, never asked for. */
  page: number;
  /** Key of the change that is open. */
  change?: string;
}

/** What one sees without any parameter. */
export const DEFAULT_VIEW: View = {
  window: { days: 90 },
  time: 'wallClock',
  compare: 'previous',
  quantile: 'p50',
  state: 'all',
  order: '-openedAt',
  page: 1,
};

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(candidate => candidate === value);
}

function isDay(value: string | null): value is string {
  return (
    value !== null &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function parseWindow(params: URLSearchParams): ViewWindow {
  const firstDay = params.get('from');
  const lastDay = params.get('to');
  if (isDay(firstDay) && isDay(lastDay) && firstDay <= lastDay) {
    return { firstDay, lastDay };
  }
  const days = WINDOW_DAYS.find(
    candidate => String(candidate) === params.get('window'),
  );
  return days ? { days } : DEFAULT_VIEW.window;
}

function parsePage(params: URLSearchParams) {
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('page'));
  return cursor && Number.isInteger(page) && page > 1
    ? { cursor, page }
    : { cursor: undefined, page: 1 };
}

/** Reads a view from the address; what it does not understand is the default. */
export function parseView(params: URLSearchParams): View {
  return {
    window: parseWindow(params),
    workType: params.get('workType') || undefined,
    size: oneOf(CHANGE_SIZES, params.get('size')),
    authorKind: oneOf(AUTHOR_KINDS, params.get('authorKind')),
    time: oneOf(TIME_BASES, params.get('time')) ?? DEFAULT_VIEW.time,
    compare: oneOf(COMPARISONS, params.get('compare')) ?? DEFAULT_VIEW.compare,
    stage: oneOf(STAGES, params.get('stage')),
    quantile: oneOf(QUANTILES, params.get('quantile')) ?? DEFAULT_VIEW.quantile,
    figure: oneOf(FIGURE_IDS, params.get('figure')),
    state: oneOf(LISTED_STATES, params.get('state')) ?? DEFAULT_VIEW.state,
    order: oneOf(ORDERS, params.get('order')) ?? DEFAULT_VIEW.order,
    ...parsePage(params),
    change: params.get('change') || undefined,
  };
}

function windowParams(window: ViewWindow): Record<string, string | undefined> {
  if ('days' in window) {
    return {
      window: window.days === 90 ? undefined : String(window.days),
      from: undefined,
      to: undefined,
    };
  }
  return { window: undefined, from: window.firstDay, to: window.lastDay };
}

function unlessDefault<
  K extends 'quantile' | 'state' | 'order' | 'time' | 'compare',
>(view: View, key: K): string | undefined {
  return view[key] === DEFAULT_VIEW[key] ? undefined : view[key];
}

/**
 * Writes a view into the parameters of an address. Parameters of others are
 * kept, defaults are left out.
 */
export function writeView(
  view: View,
  others: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  return writeParameters(others, {
    ...windowParams(view.window),
    workType: view.workType,
    size: view.size,
    authorKind: view.authorKind,
    time: unlessDefault(view, 'time'),
    compare: unlessDefault(view, 'compare'),
    stage: view.stage,
    quantile: unlessDefault(view, 'quantile'),
    figure: view.figure,
    state: unlessDefault(view, 'state'),
    order: unlessDefault(view, 'order'),
    cursor: view.cursor,
    page: view.cursor ? String(view.page) : undefined,
    change: view.change,
  });
}

/**
 * A view with something changed. Whatever changes the list goes back to its
 * first page.
 */
export function changeView(view: View, patch: Partial<View>): View {
  const keepsPage = Object.keys(patch).every(
    key => key === 'change' || key === 'quantile',
  );
  const pages =
    keepsPage || 'cursor' in patch ? {} : { cursor: undefined, page: 1 };
  return { ...view, ...pages, ...patch };
}

/** What narrows a view to some of the changes of its window. */
export type Filter = Pick<View, 'workType' | 'size' | 'authorKind'>;

/** Leaves out nothing. */
export const NO_FILTER: Filter = {
  workType: undefined,
  size: undefined,
  authorKind: undefined,
};

/** The filter of something that has one. */
export function filterOf({ workType, size, authorKind }: Filter): Filter {
  return { workType, size, authorKind };
}

/** Whether a view leaves out changes of its window. */
export function isFiltered(view: View): boolean {
  return Object.values(filterOf(view)).some(value => value !== undefined);
}
