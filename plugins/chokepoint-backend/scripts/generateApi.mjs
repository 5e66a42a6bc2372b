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
 * Writes what is derived from the one OpenAPI spec: the types of the client
 * and of the router, and the spec as a module for the backend. With `--check`
 * it writes nothing and fails when a file is not what the spec gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));
const specUrl = new URL('../src/schema/openapi.yaml', import.meta.url);
const moduleUrl = new URL('../src/schema/spec.ts', import.meta.url);
const typesUrl = new URL(
  '../../chokepoint-common/src/api/openapi.ts',
  import.meta.url,
);

async function licenseHeader() {
  const self = await readFile(fileURLToPath(import.meta.url), 'utf8');
  return self.slice(0, self.indexOf('*/') + 2);
}

function withDocs(source) {
  const docs = {
    'interface paths': 'The paths of the HTTP API.',
    'type webhooks': 'The API calls nobody.',
    'interface components': 'The shapes of the HTTP API.',
    'type $defs': 'None are used.',
    'interface operations': 'The operations of the HTTP API.',
  };
  return Object.entries(docs).reduce(
    (text, [declaration, doc]) =>
      text.replace(
        `export ${declaration} `,
        `\n/**\n * ${doc}\n *\n * @public\n */\nexport ${declaration} `,
      ),
    source,
  );
}

/** Comments in TSDoc: a description needs no tag, and the type tells the rest. */
function inTsDoc(types) {
  return types
    .replace(/@description /g, '')
    .replace(
      /^type WithRequired/m,
      '/**\n * A shape of which some fields are required.\n *\n * @public\n */\nexport type WithRequired',
    )
    .replace(/^\s*\/\*\* @enum \{string\} \*\/\n/gm, '')
    .replace(/^\s*\* @(enum|default|example) .*\n/gm, '')
    .replace(/^\s*\/\*\* @(default|example) .* \*\/\n/gm, '');
}

async function generate() {
  const yaml = await readFile(specUrl, 'utf8');
  const header = await licenseHeader();
  const note = '// Generated from openapi.yaml by scripts/generateApi.mjs.';
  const types = inTsDoc(withDocs(astToString(await openapiTS(yaml))));
  const spec = JSON.stringify(parse(yaml), null, 2);
  return [
    [typesUrl, `${header}\n\n${note}\n${types}`],
    [
      moduleUrl,
      `${header}\n\n${note}\nexport const spec = ${spec} as const;\n`,
    ],
  ];
}

const check = process.argv.includes('--check');
let stale = 0;
for (const [url, source] of await generate()) {
  const path = fileURLToPath(url);
  const options = await prettier.resolveConfig(path);
  const wanted = prettier.format(source, { ...options, filepath: path });
  const found = await readFile(path, 'utf8').catch(() => '');
  if (wanted !== found) {
    stale += 1;
    const name = relative(repositoryRoot, path);
    if (check) {
      process.stderr.write(
        `${name} is not what openapi.yaml gives; run "yarn workspace backstage-plugin-chokepoint-backend generate".\n`,
      );
    } else {
      await writeFile(path, wanted);
      process.stdout.write(`${name} written\n`);
    }
  }
}
process.exitCode = check && stale > 0 ? 1 : 0;
