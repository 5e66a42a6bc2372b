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
 * What the catalog says about who owns what, and who is who.
 *
 * It is a copy, refreshed on a schedule, because the projection needs it for
 * every change and because the catalog does not remember: `ownership` keeps
 * `valid_from` and `valid_to`, so that a change goes on belonging to the team
 * that owned its entity when the change was opened, whatever happens later.
 * The first row of an entity is valid from the beginning of time, since nothing
 * else is known.
 *
 * The tree above (groups in groups, systems in domains in domains), memberships
 * and logins are kept as they are now: who somebody is does not depend on the
 * day. An identity found by the name of a user entity does not count on hosts
 * for which that entity names another login; those are its `except_hosts`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership', table => {
    table.bigIncrements('seq');
    table.string('entity_ref', 300).notNullable();
    table.string('repo', 500).comment('Key of the repository it lives in');
    table
      .string('path', 1000)
      .notNullable()
      .defaultTo('')
      .comment('Folder in the repository, with a slash at its end');
    table.string('owner', 300).comment('Ref; null when unowned');
    table.string('system', 300).comment('Ref of the system it is part of');
    table.bigInteger('valid_from').notNullable();
    table.bigInteger('valid_to').comment('Null while it holds');
    table.index(['entity_ref'], 'ownership_entity_idx');
    table.index(['repo'], 'ownership_repo_idx');
  });

  await knex.schema.createTable('parents', table => {
    table.string('child', 300).notNullable();
    table.string('parent', 300).notNullable();
    table.primary(['child', 'parent']);
  });

  await knex.schema.createTable('memberships', table => {
    table.string('user_ref', 300).notNullable();
    table.string('group_ref', 300).notNullable();
    table.primary(['user_ref', 'group_ref']);
  });

  await knex.schema.createTable('identities', table => {
    table.string('actor_id', 500).notNullable().comment('Lower case');
    table
      .integer('rank')
      .notNullable()
      .comment('Where several match, the lowest counts');
    table.string('party', 300).notNullable().comment('Ref of user or group');
    table.text('except_hosts').notNullable().defaultTo('[]').comment('JSON');
    table.primary(['actor_id', 'party']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('identities');
  await knex.schema.dropTable('memberships');
  await knex.schema.dropTable('parents');
  await knex.schema.dropTable('ownership');
};
