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

/** Whether the demo data are there, asked like a guest would ask. */
import { Obstacle } from '../toolchain/say.mjs';

/** The source whose events are simulated; it is read in seconds. */
const SIMULATED = 'simulation:';

/**
 * Waits until the simulated events are read and their changes projected. Real
 * sources are not waited for: what they have arrives bit by bit.
 *
 * @param {string} url - of the portal
 * @param {(text: string) => void} onProgress
 */
export async function demoDataLoaded(url, onProgress) {
  for (;;) {
    const health = await sources(url);
    const demo = health.items.find(({ id }) => id.startsWith(SIMULATED));
    if (!demo || (demo.lastSuccessAt && !health.pending)) {
      return;
    }
    if (demo.state === 'failing') {
      throw new Obstacle(`The demo data were not loaded: ${demo.lastError}`);
    }
    onProgress(
      demo.lastSuccessAt
        ? `${health.pending} changes to go`
        : shareDone(demo.progress),
    );
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

function shareDone(progress) {
  return progress?.total
    ? `${Math.floor((100 * progress.done) / progress.total)} %`
    : '';
}

async function sources(url) {
  const signIn = await fetch(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signIn.json();
  const answer = await fetch(`${url}/api/chokepoint/v1/sources`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  if (!answer.ok) {
    throw new Error(`${answer.url} answers ${answer.status}`);
  }
  return answer.json();
}
