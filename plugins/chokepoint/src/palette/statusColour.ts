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

import { Theme } from '@material-ui/core/styles';
import { FigureStatus } from 'backstage-plugin-chokepoint-common';
import { Shade } from './stageColour';

const STATUS_COLOURS: Record<
  Shade,
  Record<Exclude<FigureStatus, 'tooFew'>, string>
> = {
  light: { good: '#1a7f37', watch: '#8f5200', bad: '#b3261e' },
  dark: { good: '#6fd58a', watch: '#f0b866', bad: '#ff9d95' },
};

/**
 * The colour of a status: contrast of at least 4.5 : 1 to the paper, because
 * words are written in it.
 */
export function statusColour(status: FigureStatus, theme: Theme): string {
  return status === 'tooFew'
    ? theme.palette.text.secondary
    : STATUS_COLOURS[theme.palette.type][status];
}
