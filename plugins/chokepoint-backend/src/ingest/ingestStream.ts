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

import { BodyFault } from './BodyFault';
import { Intake, IntakeReport, MayNotWrite, Remark } from './Intake';
import { Item } from './readItems';

/** Items that are stored in one transaction. */
const BATCH = 500;
/** Remarks of one sort that are in the answer; all are counted. */
const MAX_TOLD = 1_000;

/** What became of a whole body. */
export interface StreamReport extends Omit<IntakeReport, 'notices'> {
  rejectedTotal: number;
  /** Absent where there are none. */
  notices?: IntakeReport['notices'];
}

/**
 * Stores a stream of items batch by batch. Only one batch is held at a time,
 * and nothing is read on while it is being stored.
 *
 * @throws BodyFault - naming how many events were kept before the fault
 */
export async function ingestStream(
  intake: Intake,
  items: AsyncIterable<Item>,
  mayNotWrite?: MayNotWrite,
): Promise<StreamReport> {
  const total: StreamReport = {
    accepted: 0,
    duplicates: 0,
    rejected: [],
    rejectedTotal: 0,
    contradictions: [],
  };
  let batch: Item[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      add(total, await intake.store(batch, mayNotWrite));
      batch = [];
    }
  };
  try {
    for await (const item of items) {
      batch.push(item);
      if (batch.length >= BATCH) {
        await flush();
      }
    }
  } catch (error) {
    if (error instanceof BodyFault) {
      await flush();
      throw new BodyFault(error.statusCode, `${error.message}; ${kept(total)}`);
    }
    throw error;
  }
  await flush();
  return total;
}

function add(total: StreamReport, report: IntakeReport): void {
  total.accepted += report.accepted;
  total.duplicates += report.duplicates;
  total.rejectedTotal += report.rejected.length;
  addUpTo(total.rejected, report.rejected);
  addUpTo(total.contradictions, report.contradictions);
  if (report.notices.length > 0) {
    total.notices ??= [];
    addUpTo(total.notices, report.notices);
  }
}

function addUpTo(list: Remark[], more: readonly Remark[]): void {
  list.push(...more.slice(0, MAX_TOLD - list.length));
}

function kept({ accepted, duplicates, rejectedTotal }: StreamReport): string {
  return (
    `of what came before, ${accepted} events were stored, ${duplicates} were ` +
    `known and ${rejectedTotal} were refused, and the same body can be sent again`
  );
}
