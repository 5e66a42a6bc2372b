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
 * Who is who, said by hand: names that are no longer used, and what they are
 * now. All keys of one bearer are one subject, whatever came first, by section
 * 1 of the model, *Identity*.
 *
 * @public
 */
export interface Aliases {
  /** Former keys of repositories: `github.com/acme/shop-old`. */
  repositories: Readonly<Record<string, string>>;
  /** Former ids of actors and teams of forges: `github.com/alice-old`. */
  actors: Readonly<Record<string, string>>;
  /** Former refs of groups of the catalog: `group:default/web-old`. */
  groups: Readonly<Record<string, string>>;
}

/**
 * Aliases where none are configured.
 *
 * @public
 */
export const NO_ALIASES: Aliases = { repositories: {}, actors: {}, groups: {} };
