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
 * What is in production is worked out for a whole repository at once.
 *
 * `subjects` keeps what others need to know of a subject as one record.
 * `links` also knows the parent of a work item. `placements` says what the rest
 * of its repository means for a change, `releases` how each release went. The
 * rows that are there are built again by the new rules.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['repo', 'kind', 'described_at'], 'subjects_described_idx');
    table.dropIndex(['sha'], 'subjects_sha_idx');
    table.dropIndex(['title_digest'], 'subjects_title_idx');
    table.dropIndex(['reverts_digest'], 'subjects_reverts_idx');
    table.dropIndex(['repo', 'kind', 'finished_at'], 'subjects_finished_idx');
    table.dropIndex(['deployment'], 'subjects_deployment_idx');
    table.dropIndex(['repo', 'repairs', 'opened_at'], 'subjects_repairs_idx');
  });
  await knex.schema.alterTable('subjects', table => {
    table.dropColumns(
      'base_branch',
      'opened_at',
      'merged_at',
      'sha',
      'title_digest',
      'reverts_digest',
      'repairs',
      'production',
      'described_at',
      'finished_at',
      'outcome',
      'deployment',
    );
    table.renameColumn('state', 'record');
    table.index(['repo', 'kind'], 'subjects_repo_idx');
  });

  await knex.schema.alterTable('links', table => {
    table.renameColumn('change', 'origin');
    table.renameColumn('subject', 'target');
  });

  await knex.schema.alterTable('facts', table => {
    table.dropColumns('base_branch', 'merged_when');
    table.renameColumn('deployment', 'release');
  });

  await knex.schema.createTable('placements', table => {
    table.string('change', 500).primary();
    table.string('repo', 500).notNullable();
    table.string('carried_by', 500).comment('Change that carries it');
    table.text('placement').notNullable().comment('JSON');
    table.index(['repo'], 'placements_repo_idx');
    table.index(['carried_by'], 'placements_carried_idx');
  });

  await knex.schema.createTable('releases', table => {
    table.string('release', 500).notNullable();
    table.string('repo', 500).notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('production_at').comment('First success');
    table.text('facts').notNullable().comment('JSON');
    table.primary(['release', 'repo']);
    table.index(['repo', 'production_at'], 'releases_repo_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('releases');
  await knex.schema.dropTable('placements');
  await knex.schema.alterTable('facts', table => {
    table.renameColumn('release', 'deployment');
    table.text('base_branch');
    table
      .string('merged_when', 24)
      .comment('Before or after the first deployment known, or without any');
  });
  await knex.schema.alterTable('links', table => {
    table.renameColumn('origin', 'change');
    table.renameColumn('target', 'subject');
  });
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['repo', 'kind'], 'subjects_repo_idx');
    table.renameColumn('record', 'state');
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
  });
  await knex.schema.alterTable('subjects', table => {
    table.index(['repo', 'kind', 'described_at'], 'subjects_described_idx');
    table.index(['sha'], 'subjects_sha_idx');
    table.index(['title_digest'], 'subjects_title_idx');
    table.index(['reverts_digest'], 'subjects_reverts_idx');
    table.index(['repo', 'kind', 'finished_at'], 'subjects_finished_idx');
    table.index(['deployment'], 'subjects_deployment_idx');
    table.index(['repo', 'repairs', 'opened_at'], 'subjects_repairs_idx');
  });
};
