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
 * Writes the catalog of a company as YAML to the standard output:
 * `yarn tsx packages/simulator/src/catalog/writeCatalog.ts [seed] > company.yaml`.
 */
import { stringify } from 'yaml';
import { companyCatalog } from './companyCatalog';

const seed = Number(process.argv[2] ?? 1);

for (const entity of companyCatalog({ seed })) {
  process.stdout.write(`---\n${stringify(entity)}`);
}
