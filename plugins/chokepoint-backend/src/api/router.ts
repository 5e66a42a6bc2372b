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

import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { json, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { spec } from '../schema/spec';
import { asker } from './asker';
import { Endpoints } from './endpoints';
import { addExamination } from './entityRoutes';
import { addGateways } from './gatewayRoutes';
import { IngestRouteOptions, ingestRequest } from './ingestRoute';
import { addSnapshots, addTargets } from './keptRoutes';
import { entityOf, figureOf, instantOf, timeIn, windowIn } from './parameters';
import { addScorecard } from './scorecardRoutes';
import { addHealth, addSync, SourceRouteOptions } from './sourceRoutes';
import { TypedRouter } from './TypedRouter';

/** What the router needs. */
export interface RouterOptions extends IngestRouteOptions, SourceRouteOptions {
  /** Answers are checked against the spec as well; costs time. */
  validateResponses: boolean;
}

const DEFAULT_LIMIT = 50;

/** The HTTP API: version 1 of it below `/v1`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use('/v1', createVersionOne(options));
  return router;
}

/** Answers may be kept, but only by their reader and never used unasked. */
const revalidate: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache');
  next();
};

const parseJson = json();

/** Reads the body of a request, but for events: those are read as they come. */
const parseBody: RequestHandler = (request, response, next) => {
  if (/^\/+events\/?$/.test(request.path)) {
    next();
  } else {
    parseJson(request, response, next);
  }
};

function createVersionOne(options: RouterOptions): Router {
  // The version is in the mount point already.
  const document = { ...spec, servers: [{ url: '/' }] };
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(document, {
      middleware: [revalidate, parseBody],
      validatorOptions: {
        validateResponses: options.validateResponses,
        // The body of this one is read while it comes in.
        ignorePaths: (path: string) => /\/v1\/+events\/?$/.test(path),
      },
    });
  router.post('/events', async (req, res) => {
    res.json(await ingestRequest(req, options));
  });
  addEntities(router, options);
  addChanges(router, options);
  addExamination(router, options);
  addSnapshots(router, options);
  addTargets(router, options);
  addGateways(router, options);
  addScorecard(router, options);
  addHealth(router, options);
  addSync(router, options);
  return router;
}

function addEntities(router: TypedRouter, options: RouterOptions): void {
  const { reader, httpAuth } = options;
  router.get('/entities/:kind/:namespace/:name/figures', async (req, res) => {
    const { params, query } = req;
    const { figures, tag } = await reader.entityFigures({
      ...(await asker(httpAuth, req)),
      entityRef: entityOf(params),
      ...windowIn(query),
      ...timeIn(query),
      compare: query.compare ?? 'previous',
    });
    res.set('ETag', `W/"${tag}"`);
    if (req.fresh) {
      res.status(304).end();
    } else {
      res.json(figures);
    }
  });
  router.get('/entities/:kind/:namespace/:name/changes', async (req, res) => {
    const { params, query } = req;
    res.json(
      await reader.entityChanges({
        ...(await asker(httpAuth, req)),
        entityRef: entityOf(params),
        ...windowIn(query),
        state: query.state ?? 'all',
        figure: figureOf(query.figure),
        stage: query.stage,
        order: query.order ?? '-openedAt',
        cursor: query.cursor,
        limit: query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });
}

function addChanges(router: TypedRouter, options: RouterOptions): void {
  const { reader, httpAuth } = options;
  router.get('/changes/:key', async (req, res) => {
    res.json(
      await reader.change({
        ...(await asker(httpAuth, req)),
        key: req.params.key,
        asOf: instantOf('asOf', req.query.asOf),
      }),
    );
  });
}
