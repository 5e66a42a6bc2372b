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
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  Kind,
  SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  getNamedType,
  FieldNode,
} from 'graphql';

/** What GitHub charges for a query. */
export interface QueryCost {
  /** A hundredth of the connections it may open, at least 1. */
  points: number;
  /** Nodes it may bring back; GitHub refuses more than 500,000. */
  nodes: number;
}

/**
 * The cost of a query by GitHub's published rule: every connection is counted
 * as often as the connections above it may have nodes.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): QueryCost {
  const lengths = connectionLengths(schema, document, variables);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const total = { connections: 0, nodes: 0 };
  const count = (set: SelectionSetNode | undefined, times: number): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        count(fragments.get(selection.name.value)?.selectionSet, times);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        count(selection.selectionSet, times);
      } else {
        const length = lengths.get(selection);
        total.connections += length === undefined ? 0 : times;
        total.nodes += length === undefined ? 0 : times * length;
        count(selection.selectionSet, times * (length ?? 1));
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      count(definition.selectionSet, 1);
    }
  }
  return {
    points: Math.max(1, Math.round(total.connections / 100)),
    nodes: total.nodes,
  };
}

/** How many nodes each connection asks for. */
function connectionLengths(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): Map<FieldNode, number> {
  const lengths = new Map<FieldNode, number>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const type = getNamedType(types.getType());
        if (type?.name.endsWith('Connection')) {
          lengths.set(field, lengthOf(field, variables));
        }
      },
    }),
  );
  return lengths;
}

function lengthOf(
  field: FieldNode,
  variables: Record<string, unknown>,
): number {
  const argument = field.arguments?.find(({ name }) =>
    ['first', 'last'].includes(name.value),
  )?.value;
  switch (argument?.kind) {
    case Kind.INT:
      return Number(argument.value);
    case Kind.VARIABLE:
      return Number(variables[argument.name.value]);
    default:
      return 0;
  }
}
