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

import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { STAGES } from 'chokepoint-flow';
import { modeBackground, Shade, stageColour } from './stageColour';
import { statusColour } from './statusColour';

/** The paper of the themes that come with a portal. */
const PAPER: Record<Shade, string> = { light: '#ffffff', dark: '#424242' };

describe.each(['light', 'dark'] as const)('in the %s theme', shade => {
  it.each(STAGES)('%s can be told from the paper', stage => {
    expect(
      getContrastRatio(stageColour(stage, shade), PAPER[shade]),
    ).toBeGreaterThanOrEqual(3);
  });

  it.each(['good', 'watch', 'bad'] as const)(
    'the word "%s" can be read',
    status => {
      const theme = createTheme({ palette: { type: shade } });
      expect(
        getContrastRatio(statusColour(status, theme), PAPER[shade]),
      ).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('no two stages have the same colour', () => {
    const colours = STAGES.map(stage => stageColour(stage, shade));
    expect(new Set(colours).size).toBe(STAGES.length);
  });
});

describe('a bar', () => {
  it('tells working, waiting and paused by its pattern', () => {
    expect(modeBackground('working', 'red', 'white')).toBe('red');
    expect(modeBackground('waiting', 'red', 'white')).toContain(
      'repeating-linear-gradient',
    );
    expect(modeBackground('paused', 'red', 'white')).toContain(
      'radial-gradient',
    );
  });
});
