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

/** Text of tables, keys and notes. */
export const SMALL = { fontSize: '0.875rem', lineHeight: 1.45 } as const;

/** Names below names. */
export const TINY = { fontSize: '0.75rem', lineHeight: 1.4 } as const;

/** Sentences. */
export const BODY = { fontSize: '1rem', lineHeight: 1.5 } as const;

/** The sentence that a tab begins with; titles of parts. */
export const LARGE = { fontSize: '1.2rem', lineHeight: 1.4 } as const;

/** The title of a change. */
export const TITLE = {
  fontSize: '1.5rem',
  lineHeight: 1.3,
  fontWeight: 600,
} as const;

/** The font of the cards around us, also for the controls in them. */
export const PORTAL_FONT = {
  fontFamily: 'var(--bui-font-regular, inherit)',
  '& button, & select, & input, & label, & a': {
    fontFamily: 'inherit',
    textTransform: 'none',
    letterSpacing: 'normal',
  },
  // In a sentence a link is told by more than its colour.
  '& p a': { textDecoration: 'underline' },
} as const;
