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

import {
  FLOW_EVENT_TYPES,
  FlowEventType,
  jsonSchemaOfEvent,
  validateEvent,
} from 'chokepoint-flow';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** The part of JSON Schema that both sides use. */
interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  const?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
}

/** What a schema allows, whatever way it is written in. */
type Shape =
  | string
  | string[]
  | { list: Shape }
  | { tuple: Shape[] }
  | { required: string[]; fields: Record<string, Shape> };

const SPEC = parse(readFileSync(resolve(__dirname, 'openapi.yaml'), 'utf8'));
const SCHEMAS: Record<string, Schema> = SPEC.components.schemas;
const NOW = Date.UTC(2026, 2, 3);

function found(schema: Schema): Schema {
  return schema.$ref === undefined
    ? schema
    : found(SCHEMAS[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]);
}

/** An object with the fields of all its parts. */
function merged(schema: Schema): Schema {
  const { allOf, ...own } = found(schema);
  return (allOf ?? []).map(merged).reduce(
    (all, part) => ({
      ...all,
      properties: { ...all.properties, ...part.properties },
      required: [...(all.required ?? []), ...(part.required ?? [])],
    }),
    own,
  );
}

function shapeOf(schema: Schema): Shape {
  const own = merged(schema);
  if (own.const !== undefined) {
    return [own.const];
  }
  if (own.enum) {
    return [...own.enum].sort();
  }
  if (own.prefixItems) {
    return { tuple: own.prefixItems.map(shapeOf) };
  }
  if (own.items) {
    return { list: shapeOf(own.items) };
  }
  if (own.properties || own.type === 'object' || own.allOf) {
    const fields = Object.entries(own.properties ?? {});
    return {
      required: [...new Set(own.required ?? [])].sort(),
      fields: Object.fromEntries(
        fields
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, field]) => [name, shapeOf(field)]),
      ),
    };
  }
  return own.type ?? 'anything';
}

/** Every field of a schema that says nothing of itself, by its path. */
function withoutWords(schema: Schema, path: string): string[] {
  const own = merged(schema);
  const fields = Object.entries(own.properties ?? {}).flatMap(([name, field]) =>
    withoutWords(field, `${path}.${name}`),
  );
  const described =
    schema.description ?? found(schema).description ?? own.description;
  const says = described !== undefined || own.enum?.length === 1;
  return says || path.endsWith('.data') ? fields : [path, ...fields];
}

function describedType(schema: Schema): string | undefined {
  return merged(schema).properties?.type?.enum?.[0];
}

/** An event with everything that its description has. */
function exampleOf(schema: Schema, name = ''): unknown {
  const own = merged(schema);
  if (own.enum) {
    return own.enum[0];
  }
  if (own.prefixItems) {
    return own.prefixItems.map(item => exampleOf(item, 'at'));
  }
  if (own.items) {
    return [exampleOf(own.items, name)];
  }
  switch (own.type) {
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'string':
      return name === 'at' || /At$/.test(name)
        ? '2026-03-02T09:00:00.000Z'
        : 'github.com/acme/shop';
    default:
      return Object.fromEntries(
        Object.entries(own.properties ?? {}).map(([key, field]) => [
          key,
          exampleOf(field, key),
        ]),
      );
  }
}

describe('the vocabulary of events in the description of the API', () => {
  const events = SCHEMAS.ReportedEvent.oneOf ?? [];
  const byType = new Map(events.map(event => [describedType(event), event]));
  const schemaOf = (type: FlowEventType): Schema => byType.get(type) ?? {};

  it('has every type, in the order of their rank', () => {
    expect([...byType.keys()]).toEqual(FLOW_EVENT_TYPES);
  });

  it.each(FLOW_EVENT_TYPES)('has the fields of %s that are accepted', type => {
    expect(shapeOf(schemaOf(type))).toEqual(shapeOf(jsonSchemaOfEvent(type)));
    expect(withoutWords(schemaOf(type), type)).toEqual([]);
  });

  it.each(FLOW_EVENT_TYPES)('describes a %s that is accepted', type => {
    expect(validateEvent(exampleOf(schemaOf(type)), { now: NOW })).toEqual(
      expect.objectContaining({ ok: true }),
    );
  });
});
