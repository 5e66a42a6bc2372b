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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { chokepointPermissions } from 'backstage-plugin-chokepoint-common';
import {
  chokepointRulesExtensionPoint,
  chokepointSettingsExtensionPoint,
  chokepointSourcesExtensionPoint,
} from 'backstage-plugin-chokepoint-node';
import { createRouter } from './api/router';
import { openDatabase } from './database';
import { Extensions } from './extensions';
import { AuthorizedReader } from './figures/AuthorizedReader';
import { DatabaseReader } from './figures/DatabaseReader';
import { contradicting, createIntake } from './ingest/Intake';
import { bury } from './ingest/deadLetters';
import { Writers } from './ingest/Writers';
import { adoptNames } from './log/adoptNames';
import { knownRepositories } from './ownership/repositories';
import { CommitHistories } from './projection/CommitHistories';
import { definitionOf, ensureDefinition } from './projection/definition';
import { Projector } from './projection/Projector';
import { ProjectionLoop } from './schedule/ProjectionLoop';
import { requestSync, scheduleTasks } from './schedule/scheduleTasks';
import { syncNow } from './schedule/syncNow';
import { modelRules, readSettings } from './settings';

/**
 * The Chokepoint backend plugin.
 *
 * @public
 */
export const chokepointPlugin = createBackendPlugin({
  pluginId: 'chokepoint',
  register(env) {
    const extensions = new Extensions();
    env.registerExtensionPoint(chokepointSourcesExtensionPoint, extensions);
    env.registerExtensionPoint(chokepointRulesExtensionPoint, extensions);
    env.registerExtensionPoint(chokepointSettingsExtensionPoint, extensions);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, lifecycle, logger, permissions, scheduler } = deps;
        const now = () => Date.now();
        const settings = readSettings(deps.config, extensions.settingsKeys);
        const knex = await openDatabase(deps.database);
        const { sources } = extensions;
        const rules = () => modelRules(settings.rules, extensions.rules);
        const setAside = await adoptNames(knex, settings.aliases);
        await bury(
          knex,
          setAside.map(event => contradicting(event, now())),
        );
        if (await ensureDefinition(knex, definitionOf(rules()))) {
          logger.info('Building everything again from the event log');
        }

        const histories = new CommitHistories();
        const loop = new ProjectionLoop(
          new Projector({ knex, logger, now, rules, histories }),
          logger,
        );
        const intake = createIntake({
          knex,
          now,
          onStored: () => loop.note(),
        });
        const reader = new DatabaseReader({
          knex,
          settings,
          now,
          rules,
          histories,
          moduleSources: () => sources.map(source => source.id),
        });

        deps.permissionsRegistry.addPermissions(chokepointPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            intake,
            writers: new Writers(settings.ingest.sources, () =>
              sources.map(source => source.id),
            ),
            makeWayFor: work => loop.makeWayFor(work),
            reader: new AuthorizedReader(reader, permissions, catalog),
            syncNow: id => syncNow({ knex, scheduler, now, sources }, id),
            validateResponses: process.env.NODE_ENV === 'test',
          }),
        );
        const integrations = ScmIntegrations.fromConfig(deps.config);
        await scheduleTasks({
          ...deps,
          isForge: host => integrations.byHost(host) !== undefined,
          knex,
          now,
          settings,
          rules,
          sources,
          intake,
          loop,
          repositories: () => knownRepositories(knex),
        });
        extensions.start(intake, async id => {
          await requestSync({ knex, scheduler, now }, id);
        });
        lifecycle.addShutdownHook(() => loop.stop());
      },
    });
  },
});
