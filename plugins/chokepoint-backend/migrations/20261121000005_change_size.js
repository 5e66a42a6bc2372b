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

// @ts-check

/**
 * The size class of a change as a column, so that figures can be narrowed to
 * it. The facts of every change tell it already, so nothing has to be built
 * again; `unknown` is what it is where the source reports no changed lines.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('facts', table => {
    table
      .string('size', 16)
      .notNullable()
      .defaultTo('unknown')
      .comment('Class by changed lines');
  });
  const told =
    knex.client.config.client === 'pg'
      ? "cast(facts as json) ->> 'size'"
      : "json_extract(facts, '$.size')";
  await knex.raw(`update facts set size = coalesce(${told}, 'unknown')`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('facts', table => {
    table.dropColumn('size');
  });
};
