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

/**
 * `npm test`: everything a change must pass, on a fresh machine, whatever its
 * Node. `npm test -- unit browser` runs only the steps named.
 * `yarn test`: the tests of any Backstage repository.
 */
import { inSupportedNode } from './toolchain/node.mjs';

await inSupportedNode(async () => {
  const { runByYarn, runBackstageCli } = await import('./toolchain/yarn.mjs');
  const args = process.argv.slice(2);
  if (runByYarn()) {
    await runBackstageCli(['repo', 'test', '--watchAll=false', ...args]);
  } else {
    const { runChecks } = await import('./checks/run.mjs');
    await runChecks(args);
  }
});
