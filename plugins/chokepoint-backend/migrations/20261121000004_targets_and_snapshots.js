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
 * What people decide and keep, not derived from the event log: a rebuild leaves
 * it alone.
 *
 * `targets` are the targets of one entity or group, beside those of the
 * configuration; what is not set is inherited.
 *
 * `snapshots` are dated diagnoses. Each remembers the entities that its figures
 * were pooled from, so that it is told only to who may see all of them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('targets', table => {
    table.string('entity_ref', 300).notNullable();
    table.string('figure', 64).notNullable();
    table.float('target', 53).notNullable().comment("In the figure's unit");
    table.float('limit', 53).notNullable().comment('Bad beyond it');
    table.bigInteger('set_at').notNullable();
    table.string('set_by', 300).comment('Ref of the user');
    table.primary(['entity_ref', 'figure']);
  });

  await knex.schema.createTable('snapshots', table => {
    table.string('id', 36).primary();
    table.string('entity_ref', 300).notNullable();
    table.bigInteger('taken_at').notNullable();
    table.string('taken_by', 300).comment('Ref of the user');
    table.text('note');
    table.text('refs').notNullable().comment('JSON: entities pooled from');
    table.text('state').notNullable().comment('JSON: figures and findings');
    table.index(['entity_ref', 'taken_at'], 'snapshots_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('snapshots');
  await knex.schema.dropTable('targets');
};
