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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FigureUnit } from '../src/figures/Figure';
import { HOUR } from './story';

const KPIS = readFileSync(
  join(__dirname, '../../../docs/kpis.md'),
  'utf8',
).split(/^##+ /m);

/**
 * A chapter of docs/kpis.md, so that the tests of its examples compare what it
 * says with what the functions give.
 */
export class Chapter {
  /** On one line. */
  readonly text: string;
  readonly #rows: string[][];

  constructor(title: string) {
    const chapter = KPIS.find(text => text.startsWith(`${title}\n`));
    if (!chapter) {
      throw new Error(`docs/kpis.md has no chapter ${title}`);
    }
    this.text = chapter.replace(/\s+/g, ' ');
    this.#rows = chapter
      .split('\n')
      .filter(line => line.startsWith('|'))
      .map(line => line.split('|').slice(1, -1).map(bare));
  }

  /** What the tables have in their first column. */
  get subjects(): string[] {
    return this.#rows.map(([first]) => first);
  }

  /** The other cells of the row of a table that begins so. */
  row(subject: string): string[] {
    const rows = this.#rows.filter(([first]) => first === subject);
    if (rows.length !== 1) {
      throw new Error(`docs/kpis.md has ${rows.length} rows of ${subject}`);
    }
    return rows[0].slice(1);
  }

  /** What the last cell of a row comes to: what is behind its last colon. */
  result(subject: string): string | undefined {
    return this.row(subject).pop()?.split(': ').pop();
  }
}

/** A cell without what makes it bold or code. */
function bare(cell: string): string {
  return cell.replace(/\*\*|`/g, '').trim();
}

/** A length of time as the examples tell it. */
export function hours(length: number | undefined): string {
  return length ? `${rounded(length / HOUR)} h` : '';
}

/** A value as the examples tell it. */
export function told(value: number | undefined, unit: FigureUnit): string {
  switch (unit) {
    case 'ms':
      return hours(value);
    case 'ratio':
      return `${Math.round((value ?? NaN) * 100)} %`;
    case 'perWeek':
      return `${rounded(value)} a week`;
    default:
      return rounded(value);
  }
}

/** A number with one decimal at most. */
export function rounded(value: number | undefined): string {
  return String(Math.round((value ?? NaN) * 10) / 10);
}
