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
 * What was named and found nothing, each with how often, since when, and what
 * would mend it.
 *
 * Whoever finds such things finds all of a kind at once: the placement of a
 * repository, a reading of the catalog, a look at the accounts. `scope` says who
 * found a row, and what that scope found before is replaced as a whole, so that
 * what was mended is gone without anybody having to remember it. Rows are few
 * and say everything about themselves; nothing else depends on them, and all of
 * them can be dropped and found again.
 *
 * `entity_refs` are the entities a row concerns. Where it is null, they are those
 * that live in `repo` when somebody asks: the catalog may change meanwhile.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('unmatched', table => {
    table.bigIncrements('seq');
    table.string('scope', 600).notNullable().comment('Who found it');
    table.string('kind', 32).notNullable();
    table.string('value', 500).notNullable().comment('What was named');
    table.string('repo', 500).comment('Key in lower case');
    table.string('source', 500);
    table.text('entity_refs').comment('JSON; null: those of the repository');
    table.bigInteger('n').notNullable().comment('How often');
    table.bigInteger('first_at').notNullable().comment('Since when');
    table.bigInteger('last_at').notNullable();
    table.boolean('open').notNullable().comment('False: for information');
    table.text('detail').comment('JSON');
    table.text('mend').comment('JSON: what would mend it');
    table.index(['scope'], 'unmatched_scope_idx');
    table.index(['repo'], 'unmatched_repo_idx');
    table.index(['kind', 'last_at'], 'unmatched_kind_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('unmatched');
};
