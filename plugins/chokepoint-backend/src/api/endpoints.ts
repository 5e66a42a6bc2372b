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

import { paths } from 'backstage-plugin-chokepoint-common';

type Method = 'get' | 'post' | 'put';

/** `#get|/sources` and the like, for every operation of the spec. */
type EndpointKey = {
  [Path in keyof paths]: {
    [M in Method]: paths[Path][M] extends { responses: unknown }
      ? `#${M}|${Path}`
      : never;
  }[Method];
}[keyof paths];

type OperationOf<Key> =
  Key extends `#${infer M extends Method}|${infer Path extends keyof paths}`
    ? NonNullable<paths[Path][M]>
    : never;

type ParametersOf<Operation, In extends 'path' | 'query'> = Operation extends {
  parameters: { [K in In]?: infer P };
}
  ? NonNullable<P>
  : never;

type AnswerOf<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : Operation extends {
      responses: { 201: { content: { 'application/json': infer Answer } } };
    }
  ? Answer
  : Operation extends {
      responses: { 202: { content: { 'application/json': infer Answer } } };
    }
  ? Answer
  : never;

type BodyOf<Operation> = Operation extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: { 'application/json': infer Body } }
    ? Body
    : never
  : never;

/**
 * The operations of the spec in the form in which Backstage's typed router
 * takes them: wrong paths, parameters and answers do not compile.
 */
export type Endpoints = {
  [Key in EndpointKey]: {
    path: ParametersOf<OperationOf<Key>, 'path'>;
    query: ParametersOf<OperationOf<Key>, 'query'>;
    body: Extract<BodyOf<OperationOf<Key>>, object>;
    response: AnswerOf<OperationOf<Key>>;
  };
};
