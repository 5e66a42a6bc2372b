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

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0';

/** One decimal below ten, none above; never a trailing `.0`. */
export function formatCount(value: number): string {
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
}

/**
 * A length of time for reading at a glance: `1.4 d`, `5 h`, `12 min`, `40 s`.
 *
 * @param ms - milliseconds, not negative
 */
export function formatDuration(ms: number): string {
  const rounded = (unit: number) => Number((ms / unit).toFixed(1));
  if (rounded(HOUR) >= 24) {
    return `${formatCount(ms / DAY)}${NBSP}d`;
  }
  if (Math.round(ms / MINUTE) >= 60) {
    return `${formatCount(ms / HOUR)}${NBSP}h`;
  }
  if (Math.round(ms / SECOND) >= 60) {
    return `${Math.round(ms / MINUTE)}${NBSP}min`;
  }
  return `${Math.round(ms / SECOND)}${NBSP}s`;
}

/**
 * How finely a list of lengths must be written so that nothing is rounded
 * away and the written lengths add up.
 */
export type LedgerPrecision = 'seconds' | 'milliseconds';

/** The coarsest precision that writes every length without rounding. */
export function precisionOf(lengths: readonly number[]): LedgerPrecision {
  return lengths.every(length => length % SECOND === 0)
    ? 'seconds'
    : 'milliseconds';
}

/**
 * A length of time without rounding, as a ledger writes it: `1 d 09:36:12`,
 * `00:12:00`, `00:12:00.250`.
 *
 * @param ms - whole milliseconds, not negative
 */
export function formatExactDuration(
  ms: number,
  precision: LedgerPrecision,
): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(ms / DAY);
  const clock = [
    two((ms % DAY) / HOUR),
    two((ms % HOUR) / MINUTE),
    two((ms % MINUTE) / SECOND),
  ].join(':');
  const fraction =
    precision === 'milliseconds'
      ? `.${String(ms % SECOND).padStart(3, '0')}`
      : '';
  const prefix = days > 0 ? `${days.toLocaleString('en')}${NBSP}d${NBSP}` : '';
  return `${prefix}${clock}${fraction}`;
}
