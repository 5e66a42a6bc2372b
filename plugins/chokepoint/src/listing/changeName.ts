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

import { repoName } from '../wording/party';

const REQUEST = /^(.*?)(?:\/-)?\/(?:pull|merge_requests|pull-requests)\/(\d+)$/;

/**
 * The short name of a change, as its forge writes it: `acme/shop #42` for
 * `github.com/acme/shop/pull/42`; else its key without the host.
 */
export function changeName({ key }: { key: string }): string {
  const request = REQUEST.exec(key);
  return request ? `${repoName(request[1])} #${request[2]}` : repoName(key);
}
