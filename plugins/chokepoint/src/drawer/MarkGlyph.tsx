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

import { useTheme } from '@material-ui/core/styles';
import {
  GlyphCircle,
  GlyphDiamond,
  GlyphSquare,
  GlyphStar,
  GlyphTriangle,
} from '@visx/glyph';
import { MarkKind } from './marks';

const SHAPES = {
  workItem: GlyphStar,
  change: GlyphCircle,
  review: GlyphDiamond,
  checks: GlyphSquare,
  deployment: GlyphTriangle,
} as const;

interface MarkGlyphProps {
  kind: MarkKind;
  left: number;
  top: number;
}

/** The mark of an event; its kind is told by its shape. */
export function MarkGlyph({ kind, left, top }: MarkGlyphProps) {
  const { palette } = useTheme();
  const Shape = SHAPES[kind];
  return (
    <Shape
      left={left}
      top={top}
      size={56}
      fill={palette.text.primary}
      stroke={palette.background.paper}
      strokeWidth={1.5}
    />
  );
}
