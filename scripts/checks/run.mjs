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

/** `npm test`: all steps, or those named, and one line that sums them up. */
import { Obstacle, seconds } from '../toolchain/say.mjs';
import { end } from '../toolchain/processes.mjs';
import { installDependencies } from '../toolchain/yarn.mjs';
import { STEPS } from './steps.mjs';

export async function runChecks(names) {
  const unknown = names.filter(name => !STEPS[name]);
  if (unknown.length) {
    throw new Obstacle(
      `There is no step "${unknown[0]}". The steps are: ${Object.keys(
        STEPS,
      ).join(', ')}.`,
    );
  }
  await installDependencies();
  const results = [];
  for (const [name, { title, check }] of Object.entries(STEPS)) {
    if (!names.length || names.includes(name)) {
      results.push(await timed(name, title, check));
    }
  }
  process.stdout.write(`\n${results.map(({ line }) => line).join('\n')}\n`);
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  await end(sum('failed') ? 1 : 0);
}

async function timed(name, title, check) {
  process.stdout.write(`\n▶ ${name}: ${title}\n`);
  const start = Date.now();
  const { passed, failed, skipped = 0 } = await outcome(check);
  const mark = failed ? '✗' : '✓';
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped ? [`${skipped} skipped`] : []),
  ].join(', ');
  const line = `${mark} ${name}: ${counts}, ${seconds(start)}`;
  process.stdout.write(`${line}\n`);
  return { passed, failed, line };
}

/** A step that cannot even run has failed. */
async function outcome(check) {
  try {
    return await check();
  } catch (error) {
    process.stdout.write(
      `${error instanceof Obstacle ? error.message : error.stack}\n`,
    );
    return { passed: 0, failed: 1 };
  }
}
