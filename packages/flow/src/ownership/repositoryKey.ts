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
 * The key of a repository, however it is spelled: scheme, user, `.git`, slashes
 * around it and case are dropped, by section 1 of the model, *Identity*.
 * `git@github.com:Acme/Shop.git` and `https://github.com/acme/shop/` are both
 * `github.com/acme/shop`.
 *
 * @public
 */
export function repositoryKey(spelled: string): string {
  return spelled
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^/@]*@([^/:]+)[:/]/, '$1/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
}
