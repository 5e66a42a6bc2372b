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
 * What is derived from the event log. All of it can be dropped and built again.
 *
 * `subjects` is what each change, work item, deployment and incident is now, as
 * far as others need to find it: a deployment finds the changes it contains by
 * repository, base branch and merge commit, a revert finds what it reverts by
 * the digest of the title.
 *
 * `links` says which subjects a change was built from, so that an event of one
 * of them finds the changes to build again.
 *
 * `facts` has one row for each change: columns for what is searched and sorted
 * by, and the facts themselves as JSON, since figures are pooled by the core and
 * not by SQL.
 *
 * `segments` is the timeline, and `waits` its waiting charged to parties in
 * whole milliseconds. The last segment of a change that is on its way has no
 * end: its length is a matter of when one asks.
 *
 * `change_entities` is who a change belongs to, with the owner at its opening;
 * `participants` is whom its timeline speaks of, so that a person who joins the
 * catalog finds the changes that called that person external.
 *
 * `projection_state` remembers which definitions the rows were built by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('subjects', table => {
    table.string('subject', 500).primary();
    table.string('kind', 16).notNullable();
    table.string('repo', 500);
    table.text('base_branch').comment('Of a change');
    table.bigInteger('opened_at').comment('Of a change or an incident');
    table.bigInteger('merged_at').comment('Of a change');
    table.string('sha', 500).comment('Merge commit, or commit rolled out');
    table.string('title_digest', 44).comment('Of a change');
    table.string('reverts_digest', 44).comment('Of the title it reverts');
    table.boolean('repairs').notNullable().defaultTo(false);
    table.boolean('production').notNullable().defaultTo(false);
    table
      .bigInteger('described_at')
      .comment('When a deployment was known to be of production');
    table.bigInteger('finished_at').comment('When a deployment ended');
    table.string('outcome', 16).comment('How a deployment ended');
    table.string('deployment', 500).comment('That an incident came from');
    table.text('state').comment('JSON: facts of a deployment or an incident');
    table.index(['repo', 'kind', 'described_at'], 'subjects_described_idx');
    table.index(['sha'], 'subjects_sha_idx');
    table.index(['title_digest'], 'subjects_title_idx');
    table.index(['reverts_digest'], 'subjects_reverts_idx');
    table.index(['repo', 'kind', 'finished_at'], 'subjects_finished_idx');
    table.index(['deployment'], 'subjects_deployment_idx');
  });

  await knex.schema.createTable('links', table => {
    table.string('change', 500).notNullable();
    table.string('subject', 500).notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('workItem, lists (a deployment names it) or deployedBy');
    table.primary(['change', 'kind', 'subject']);
    table.index(['subject', 'kind'], 'links_subject_idx');
  });

  await knex.schema.createTable('facts', table => {
    table.string('change', 500).primary();
    table.string('repo', 500).notNullable();
    table.text('base_branch');
    table.string('state', 16).notNullable();
    table.string('author_kind', 16).notNullable();
    table.string('work_type', 100).notNullable();
    table.text('title_order').notNullable().comment('For sorting by title');
    table.string('owner', 300).notNullable();
    table.bigInteger('started_at').notNullable().comment('Start of timeline');
    table.bigInteger('ended_at').comment('Null while it is on its way');
    table.bigInteger('decided_at');
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('merged_at');
    table.bigInteger('production_at');
    table.bigInteger('closed_at');
    table.bigInteger('turn_since').comment('Start of the open segment');
    table.string('turn_stage', 16).comment('Stage of the open segment');
    table.boolean('turn_waits').notNullable().defaultTo(false);
    table.bigInteger('waiting').notNullable().comment('Settled, in ms');
    table.string('deployment', 500).comment('That brought it to production');
    table.boolean('production_observed').notNullable();
    table
      .string('merged_when', 24)
      .comment('Before or after the first deployment known, or without any');
    table.boolean('simulated').notNullable();
    table.bigInteger('fresh_at').notNullable().comment('Newest event stored');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows as it is rebuilt');
    table.text('facts').notNullable().comment('JSON');
    table.index(['repo', 'merged_at'], 'facts_repo_merged_idx');
    table.index(['deployment'], 'facts_deployment_idx');
    table.index(['ended_at'], 'facts_ended_idx');
  });

  await knex.schema.createTable('segments', table => {
    table.string('change', 500).notNullable();
    table.integer('position').notNullable();
    table.string('stage', 16).notNullable();
    table.string('mode', 16).notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at').comment('Null while it lasts');
    table.string('reason', 32);
    table.text('holders').notNullable().comment('JSON: party and share');
    table.primary(['change', 'position']);
  });

  await knex.schema.createTable('waits', table => {
    table.string('change', 500).notNullable();
    table.integer('position').notNullable().comment('Of the segment');
    table.string('party', 520).notNullable();
    table.string('team', 520).notNullable().comment('That the party acts for');
    table.string('stage', 16).notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at').comment('Null while it lasts');
    table.double('share').notNullable();
    table.bigInteger('length').comment('In ms; null while it lasts');
    table.primary(['change', 'position', 'party']);
    table.index(['party'], 'waits_party_idx');
    table.index(['team'], 'waits_team_idx');
  });

  await knex.schema.createTable('change_entities', table => {
    table.string('change', 500).notNullable();
    table.string('entity_ref', 300).notNullable();
    table.string('owner', 300).comment('When the change was opened');
    table.primary(['change', 'entity_ref']);
    table.index(['entity_ref'], 'change_entities_entity_idx');
    table.index(['owner'], 'change_entities_owner_idx');
  });

  await knex.schema.createTable('participants', table => {
    table.string('change', 500).notNullable();
    table.string('actor_id', 500).notNullable().comment('Lower case');
    table.primary(['change', 'actor_id']);
    table.index(['actor_id'], 'participants_actor_idx');
  });

  await knex.schema.createTable('projection_state', table => {
    table.string('key', 64).primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('projection_state');
  await knex.schema.dropTable('participants');
  await knex.schema.dropTable('change_entities');
  await knex.schema.dropTable('waits');
  await knex.schema.dropTable('segments');
  await knex.schema.dropTable('facts');
  await knex.schema.dropTable('links');
  await knex.schema.dropTable('subjects');
};
