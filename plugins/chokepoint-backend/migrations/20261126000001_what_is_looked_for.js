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
 * Where each entity was looked for at the last reading of the catalog, and the
 * annotation that says so: an empty page says it, and what is looked for in a
 * repository that nothing is known of is listed. Replaced as a whole at each
 * reading; it can be dropped and found again.
 *
 * `participants.actor_kind` tells people from machines among those that are in
 * no catalog.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('homes', table => {
    table.string('entity_ref', 300).primary();
    table.text('repos').notNullable().comment('JSON: keys in lower case');
    table.string('path', 1000).notNullable().defaultTo('');
    table.string('annotation', 300).comment('That says so; null: none does');
    table
      .string('described_in', 500)
      .comment('Repository of a central catalog');
  });
  await knex.schema.alterTable('participants', table => {
    table.string('actor_kind', 16).comment('Null: did nothing itself');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('participants', table => {
    table.dropColumn('actor_kind');
  });
  await knex.schema.dropTable('homes');
};
