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

import { z } from 'zod/v4';
import { schemas } from './eventSchemas';
import { FlowEventType } from './FlowEvent';

/**
 * JSON Schema (2020-12) of the events of a type as a source sends them, to check
 * them by before they are sent. What it cannot express, `validateEvent` refuses
 * all the same: instants out of bounds, subjects without a host.
 *
 * @public
 */
export function jsonSchemaOfEvent(
  type: FlowEventType,
): Record<string, unknown> {
  const schema = schemas.get(type);
  return schema
    ? { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }
    : {};
}
