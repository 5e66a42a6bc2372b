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
 * A portal with a clean data folder on a free port, for the browser tests.
 * Prints its address when its data are loaded.
 *
 *   node scripts/portal/serve.mjs app
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../toolchain/memory.mjs';
import { inSupportedNode } from '../toolchain/node.mjs';
import { buildApp } from './build.mjs';
import { demoDataLoaded } from './data.mjs';
import { freePort, startPortal } from './portal.mjs';

await inSupportedNode(async () => {
  const app = process.argv[2] ?? 'app';
  const data = join(root, 'node_modules/.cache/chokepoint', `data-of-${app}`);
  rmSync(data, { recursive: true, force: true });
  await buildApp(app);
  const { url } = await startPortal({
    app,
    port: await freePort(),
    host: '127.0.0.1',
    data,
    local: false,
  });
  await demoDataLoaded(url, () => {});
  process.stdout.write(`The portal (${app}) is ready: ${url}\n`);
});
