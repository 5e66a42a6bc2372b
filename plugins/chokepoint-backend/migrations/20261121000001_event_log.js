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
 * The event log, and what keeps it fed.
 *
 * `events` is the journal: rows are only ever added, and everything else in
 * this database that comes from events can be dropped and built again from it.
 * A fact is known by the source's own id, so (source, id) is unique and a second
 * delivery changes nothing. `data` is JSON as text: the same bytes on every
 * database, and never searched.
 *
 * `dirty` is a queue of subjects whose derived rows are out of date. Marks are
 * written in the transaction of the events they stand for, so a crash can lose
 * neither without the other. It is append-only on purpose: two writers never
 * wait for each other, and a mark that arrives while its subject is being worked
 * on is a row of its own that stays.
 *
 * `source_state` holds what a person wants to know about a source (how many
 * events, when it last went well, what went wrong), and `source_cursors` where
 * it left off, so that no replica needs memory of its own.
 *
 * `dead_letters` holds what was refused, so that its sender can be told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('events', table => {
    table.bigIncrements('seq').comment('Order of arrival');
    table.string('source', 500).notNullable().comment('Who reported it');
    table.string('id', 500).notNullable().comment("The source's own id");
    table.string('type', 64).notNullable();
    table.string('subject', 500).notNullable().comment('What it happened to');
    table.bigInteger('at').notNullable().comment('When, in ms since the epoch');
    table.string('actor_id', 500).comment('Who did it');
    table.string('actor_kind', 16).comment('human, bot or agent');
    table.text('data').comment('JSON, by type');
    table
      .bigInteger('received_at')
      .notNullable()
      .comment('When it was stored, in ms since the epoch');
    table.unique(['source', 'id'], { indexName: 'events_source_id_uniq' });
    table.index(['subject'], 'events_subject_idx');
  });

  await knex.schema.createTable('dirty', table => {
    table.bigIncrements('seq').comment('Order in which they are worked off');
    table.string('stage', 16).notNullable().comment('What is to be done');
    table.string('subject', 500).notNullable().comment('For which subject');
    table
      .bigInteger('due')
      .notNullable()
      .comment('Not before, in ms since the epoch');
    table.index(['stage', 'seq'], 'dirty_stage_seq_idx');
    table.index(['stage', 'subject'], 'dirty_stage_subject_idx');
  });

  await knex.schema.createTable('source_state', table => {
    table.string('source', 500).primary();
    table.bigInteger('events').notNullable().defaultTo(0);
    table.bigInteger('rejections').notNullable().defaultTo(0);
    table.bigInteger('last_event_at').comment('When it last sent a new event');
    table.bigInteger('running_since').comment('Set while a sync runs');
    table.bigInteger('last_attempt_at');
    table.bigInteger('last_success_at');
    table.bigInteger('requested_at').comment('When somebody asked for a sync');
    table.bigInteger('next_attempt_at').comment('Backing off until then');
    table.integer('failures').notNullable().defaultTo(0).comment('In a row');
    table.text('last_error');
    table.text('progress').comment('JSON');
  });

  await knex.schema.createTable('source_cursors', table => {
    table.string('source', 500).notNullable();
    table.string('key', 500).notNullable().comment('A repository, say');
    table.text('cursor').notNullable().comment('JSON');
    table.primary(['source', 'key']);
  });

  await knex.schema.createTable('dead_letters', table => {
    table.bigIncrements('seq');
    table.bigInteger('received_at').notNullable();
    table.string('source', 500);
    table.string('id', 500);
    table.text('reason').notNullable();
    table.text('item').comment('As it came, cut');
    table.index(['source', 'seq'], 'dead_letters_source_idx');
    table.index(['received_at'], 'dead_letters_received_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dead_letters');
  await knex.schema.dropTable('source_cursors');
  await knex.schema.dropTable('source_state');
  await knex.schema.dropTable('dirty');
  await knex.schema.dropTable('events');
};
