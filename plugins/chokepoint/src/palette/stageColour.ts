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

import { Mode, Stage } from 'chokepoint-flow';

/** Light or dark, as the theme says it. */
export type Shade = 'light' | 'dark';

/**
 * One colour for each stage. Each has a contrast of at least 3 : 1 to the
 * paper of its theme, so that a bar can be told from its ground.
 */
const STAGE_COLOURS: Record<Shade, Record<Stage, string>> = {
  light: {
    prioritisation: '#64748b',
    build: '#1f6feb',
    review: '#c2590a',
    rework: '#8250df',
    verification: '#0b7d72',
    merge: '#bf3989',
    release: '#8a6500',
    deployment: '#1a7f37',
  },
  dark: {
    prioritisation: '#a3b1c6',
    build: '#6cb0ff',
    review: '#f7a35c',
    rework: '#c4a5ff',
    verification: '#4fd1c1',
    merge: '#f592c8',
    release: '#e3c14f',
    deployment: '#6fd58a',
  },
};

/** The colour of a stage, the same in every chart. */
export function stageColour(stage: Stage, shade: Shade): string {
  return STAGE_COLOURS[shade][stage];
}

/** The ground between the lines of a hatched bar. */
export function hatchGround(stage: Stage, shade: Shade): string {
  return `${stageColour(stage, shade)}${shade === 'light' ? '26' : '33'}`;
}

/**
 * The ground of a bar: solid while somebody works, hatched while it waits,
 * dotted while it is paused; so that it is told by more than its colour.
 *
 * @param ground - shown between the lines of the hatching
 */
export function modeBackground(
  mode: Mode,
  colour: string,
  ground: string,
): string {
  switch (mode) {
    case 'working':
      return colour;
    case 'waiting':
      return `repeating-linear-gradient(135deg, ${colour} 0 2px, ${ground} 2px 7px)`;
    case 'paused':
      return `radial-gradient(${colour} 1px, transparent 1.5px) 0 0 / 6px 6px`;
    default: {
      const unknown: never = mode;
      return String(unknown);
    }
  }
}

/** The ground of a bar of a stage. */
export function barBackground(stage: Stage, mode: Mode, shade: Shade): string {
  return modeBackground(
    mode,
    stageColour(stage, shade),
    hatchGround(stage, shade),
  );
}
