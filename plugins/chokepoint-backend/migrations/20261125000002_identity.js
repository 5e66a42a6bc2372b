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

const { createHash } = require('node:crypto');

const CHUNK = 5_000;

/**
 * One thing has one timeline, whatever it is called.
 *
 * `events.subject` is the name that stands for whom the event is about;
 * `reported_as` is the name the source used, where that is another. When it
 * turns out who bears a name, the subjects of its events are set anew.
 *
 * A fact is known by its source, what it is about, and the source's own id:
 * `fact` is the digest of the three, and unique. Where two names turn out to be
 * of one thing, both may have brought the same fact: the one that came first
 * stands, and the other is set aside, with no digest.
 *
 * `aliases` holds the names that belong together by configuration, so that all
 * replicas go by the same.
 *
 * `dead_letters.kind` tells what contradicts a known fact from what was refused.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('events', table => {
    table.dropUnique(['source', 'id'], 'events_source_id_uniq');
    table.string('reported_as', 500).comment('Name used, if another one');
    table.string('fact', 44).comment('Digest; null when set aside');
    table.string('aside', 16).comment('Why it does not count, if so');
  });
  await fillFacts(knex);
  await knex.schema.alterTable('events', table => {
    table.unique(['fact'], { indexName: 'events_fact_uniq' });
  });
  await knex.raw(
    `create index events_names_idx on events (type)
     where type in ('repository.renamed', 'actor.renamed', 'team.renamed')`,
  );
  if (knex.client.config.client === 'pg') {
    // Names are searched by how they begin, byte by byte.
    await knex.raw(
      'create index events_subject_bytes_idx on events (subject collate "C")',
    );
  }
  await knex.schema.alterTable('dead_letters', table => {
    table.string('kind', 16).notNullable().defaultTo('refused');
  });
  await knex.schema.createTable('aliases', table => {
    table.string('kind', 16).notNullable();
    table.string('name', 500).notNullable();
    table.string('stands_for', 500).notNullable();
    table.primary(['kind', 'name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('aliases');
  await knex.schema.alterTable('dead_letters', table => {
    table.dropColumn('kind');
  });
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop index events_subject_bytes_idx');
  }
  await knex.raw('drop index events_names_idx');
  // What was one fact of two subjects was told apart by them alone.
  await knex.raw(
    `delete from events where seq not in (
       select min(seq) from events group by source, id
     )`,
  );
  await knex('events')
    .whereNotNull('reported_as')
    .update({ subject: knex.ref('reported_as') });
  await knex.schema.alterTable('events', table => {
    table.dropUnique(['fact'], 'events_fact_uniq');
    table.dropColumns('reported_as', 'fact', 'aside');
    table.unique(['source', 'id'], { indexName: 'events_source_id_uniq' });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
async function fillFacts(knex) {
  let last = 0;
  for (;;) {
    const rows = await knex('events')
      .select('seq', 'source', 'subject', 'id')
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(CHUNK);
    if (rows.length === 0) {
      return;
    }
    last = rows[rows.length - 1].seq;
    const facts = rows.map(({ seq, source, subject, id }) => ({
      seq: Number(seq),
      fact: createHash('sha256')
        .update(JSON.stringify([source, subject, id]))
        .digest('base64'),
    }));
    await knex.raw(
      knex.client.config.client === 'pg'
        ? `update events set fact = known.fact
           from json_to_recordset(?::json) as known(seq bigint, fact text)
           where events.seq = known.seq`
        : `update events set fact = value->>'fact' from json_each(?)
           where events.seq = value->>'seq'`,
      [JSON.stringify(facts)],
    );
  }
}
