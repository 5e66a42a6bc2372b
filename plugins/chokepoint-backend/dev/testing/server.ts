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
 * A backend with this plugin alone, as a process of its own. Called with its
 * configuration as JSON; says `listening <port>` when it is ready.
 */
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { backendOn, freePort } from './backend';
import { COMPANY } from './company';

async function start(database: object): Promise<void> {
  const port = await freePort();
  const backend = backendOn(port, database, COMPANY);
  backend.add(
    createBackendModule({
      pluginId: 'chokepoint',
      moduleId: 'announce',
      register(env) {
        env.registerInit({
          deps: { lifecycle: coreServices.rootLifecycle },
          async init({ lifecycle }) {
            lifecycle.addStartupHook(() => {
              process.stdout.write(`listening ${port}\n`);
            });
          },
        });
      },
    }),
  );
  await backend.start();
}

start(JSON.parse(process.argv[2])).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
