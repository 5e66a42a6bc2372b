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
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  GraphQLFieldResolver,
} from 'graphql';

/** An object of the world that the server tells of, by GraphQL's field names. */
export interface WorldObject {
  [field: string]: unknown;
}

interface ConnectionArgs {
  first?: number;
  last?: number;
  after?: string;
  itemTypes?: string[];
  orderBy?: { field: string; direction: 'ASC' | 'DESC' };
  filterBy?: { since?: string };
}

/** What a world need not say of its objects. */
const DEFAULTS: Partial<Record<string, unknown>> = {
  authorCanPushToRepository: true,
  body: '',
  headRefName: 'topic',
  isCrossRepository: false,
  messageBody: '',
  messageHeadline: '',
  requireCodeOwnerReview: false,
  requiredApprovingReviewCount: 0,
  requiresCodeOwnerReviews: false,
  requiresStatusChecks: false,
};

/**
 * Reads fields as GraphQL does by default; a list in a field that is a
 * connection becomes a page of it.
 */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (
  source,
  args,
  context,
  info,
) => {
  const value: unknown =
    defaultFieldResolver(source, args, context, info) ??
    DEFAULTS[info.fieldName];
  const isConnection = getNamedType(info.returnType).name.endsWith(
    'Connection',
  );
  return isConnection && (Array.isArray(value) || value === undefined)
    ? connection(value ?? [], args, info.fieldName)
    : value;
};

/** A page, by GitHub's rules: its length is asked for, and at most a hundred. */
function connection(list: WorldObject[], args: ConnectionArgs, field: string) {
  const length = args.first ?? args.last;
  if (length === undefined || length < 1 || length > 100) {
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value from 1 to 100 to properly paginate the \`${field}\` connection.`,
    );
  }
  const all = ordered(filtered(list, args), args);
  const begin = args.after === undefined ? 0 : positionAfter(all, args);
  const nodes =
    args.last === undefined
      ? all.slice(begin, begin + length)
      : all.slice(-length);
  const end = begin + nodes.length;
  return {
    totalCount: all.length,
    nodes,
    pageInfo: {
      hasNextPage: args.last === undefined && end < all.length,
      endCursor: nodes.length > 0 ? cursorOf(all, end - 1, args) : undefined,
    },
  };
}

function filtered(
  list: WorldObject[],
  { itemTypes, filterBy }: ConnectionArgs,
) {
  const since = filterBy?.since;
  return list.filter(
    item =>
      (!itemTypes || itemTypes.includes(constantCase(item.__typename))) &&
      (!since || String(item.updatedAt) >= since.replace('.000Z', 'Z')),
  );
}

/** `IssueComment` → `ISSUE_COMMENT`. */
function constantCase(typename: unknown): string {
  return String(typename)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase();
}

/** The value GitHub orders by, and the id to tell equals apart. */
function orderKey(item: WorldObject, { orderBy }: ConnectionArgs): string {
  const field = orderBy?.field.toLowerCase().replace(/_at$/, 'At') ?? '';
  return `${item[field]} ${item.id}`;
}

function ordered(list: WorldObject[], args: ConnectionArgs): WorldObject[] {
  if (!args.orderBy) {
    return list;
  }
  const sign = args.orderBy.direction === 'DESC' ? -1 : 1;
  return [...list].sort(
    (a, b) => sign * (orderKey(a, args) < orderKey(b, args) ? -1 : 1),
  );
}

/** Ordered lists have cursors that stay right when items move or are added. */
function cursorOf(
  list: WorldObject[],
  index: number,
  args: ConnectionArgs,
): string {
  const place = args.orderBy ? orderKey(list[index], args) : String(index);
  return Buffer.from(place).toString('base64');
}

function positionAfter(list: WorldObject[], args: ConnectionArgs): number {
  const place = Buffer.from(args.after ?? '', 'base64').toString();
  if (place === '' || (!args.orderBy && Number.isNaN(Number(place)))) {
    throw new GraphQLError(
      `\`${args.after}\` does not appear to be a valid cursor.`,
    );
  }
  if (!args.orderBy) {
    return Number(place) + 1;
  }
  const isAfter = (item: WorldObject) =>
    args.orderBy?.direction === 'DESC'
      ? orderKey(item, args) < place
      : orderKey(item, args) > place;
  const position = list.findIndex(isAfter);
  return position < 0 ? list.length : position;
}
