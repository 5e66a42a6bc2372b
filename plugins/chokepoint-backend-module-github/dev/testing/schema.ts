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
import { buildSchema, GraphQLSchema } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUBLISHED = '@octokit/graphql-schema';

let schema: GraphQLSchema | undefined;

/** GitHub's own schema, as it publishes it. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(schemaFile(), 'utf8'), {
    assumeValid: true,
  });
  return schema;
}

/** The package lets only ES modules import it; its file is read where it lies. */
function schemaFile(): string {
  const folders = require.resolve.paths(PUBLISHED) ?? [];
  const files = folders.map(folder =>
    join(folder, PUBLISHED, 'schema.graphql'),
  );
  const file = files.find(existsSync);
  if (!file) {
    throw new Error(`${PUBLISHED} is not installed`);
  }
  return file;
}
