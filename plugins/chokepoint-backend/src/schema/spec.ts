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

// Generated from openapi.yaml by scripts/generateApi.mjs.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'chokepoint',
    version: '1',
    description: 'Where production changes wait, and behind whom.',
    license: {
      name: 'Apache-2.0',
      identifier: 'Apache-2.0',
    },
  },
  servers: [
    {
      url: '/v1',
    },
  ],
  tags: [
    {
      name: 'ingest',
      description: 'Events in.',
    },
    {
      name: 'figures',
      description: 'What the timelines of an entity add up to.',
    },
    {
      name: 'changes',
      description: 'The evidence.',
    },
    {
      name: 'gateways',
      description: 'Who changes queue behind.',
    },
    {
      name: 'scorecard',
      description: 'Many entities at once, and what they aim at.',
    },
    {
      name: 'findings',
      description: 'The diagnosis.',
    },
    {
      name: 'health',
      description: 'What feeds the figures, and what was refused.',
    },
  ],
  paths: {
    '/events': {
      post: {
        operationId: 'ingestEvents',
        tags: ['ingest'],
        summary: 'Appends events, each once',
        description:
          'Takes a JSON array or an NDJSON stream of flow events, of any length. The valid events of a batch are kept when others are refused; the answer names each refused one, and those that contradict a known fact. An event that was delivered before counts as a duplicate. Hosts, repositories, logins and teams compare without case; a scheme, `.git` and a trailing slash are dropped. When the body cannot be read to its end (cut off, not JSON) the answer is an error that says how many events before the fault were kept, and sending the same body again is safe.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/ReportedEvent',
                },
              },
            },
            'application/x-ndjson': {
              schema: {
                type: 'string',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each event.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/IngestReport',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/figures': {
      get: {
        operationId: 'getEntityFigures',
        tags: ['figures'],
        summary: 'The KPIs of an entity or of everything below it',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            name: 'zone',
            in: 'query',
            allowReserved: true,
            description:
              'IANA name of the time zone in which weeks begin. Default UTC.',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/time',
          },
          {
            name: 'compare',
            in: 'query',
            allowReserved: true,
            description:
              "`previous` adds each figure's value over the window of the same length that ends where this one begins.",
            schema: {
              type: 'string',
              enum: ['previous', 'none'],
              default: 'previous',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The figures.',
            headers: {
              ETag: {
                description: 'Changes when any figure does.',
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityFigures',
                },
              },
            },
          },
          '304': {
            description:
              'Nothing changed since the ETag sent as If-None-Match.',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/changes': {
      get: {
        operationId: 'listEntityChanges',
        tags: ['changes'],
        summary: 'The changes behind the figures',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            description:
              '`inFlight`: open or merged and not yet in production, now, whatever the window. `inProduction`: reached production in the window. `closed`: closed unmerged in the window. `all`: on the way at any time in the window.',
            schema: {
              type: 'string',
              enum: ['inFlight', 'inProduction', 'closed', 'all'],
              default: 'all',
            },
          },
          {
            name: 'figure',
            in: 'query',
            allowReserved: true,
            description:
              'Only the changes this figure was computed from; overrides `state`.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'stage',
            in: 'query',
            allowReserved: true,
            description:
              'Only changes that met this stage; with `inFlight`, that are in it.',
            schema: {
              $ref: '#/components/schemas/Stage',
            },
          },
          {
            name: 'order',
            in: 'query',
            allowReserved: true,
            description:
              'Sort order; a leading minus means descending. Ties are broken by key.',
            schema: {
              type: 'string',
              enum: [
                'openedAt',
                '-openedAt',
                'productionAt',
                '-productionAt',
                'age',
                '-age',
                'waiting',
                '-waiting',
                'title',
                '-title',
              ],
              default: '-openedAt',
            },
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            description: '`nextCursor` of the page before.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 50,
            },
          },
        ],
        responses: {
          '200': {
            description: 'One page of changes.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ChangePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/changes/{key}': {
      get: {
        operationId: 'getChange',
        tags: ['changes'],
        summary: 'One change with its timeline and the events behind it',
        parameters: [
          {
            name: 'key',
            in: 'path',
            required: true,
            description: 'Subject key of the change, URL-encoded.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'asOf',
            in: 'query',
            allowReserved: true,
            description: 'Show the timeline as it was at this instant.',
            schema: {
              type: 'string',
              format: 'date-time',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The change.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ChangeDetail',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/gateways': {
      get: {
        operationId: 'listGateways',
        tags: ['gateways'],
        summary: 'Who the changes of a scope queue behind, longest first',
        description:
          'The queue times of all rows sum to `total.queueMs`, to the millisecond: the waiting, within the window, of the changes the caller may see. Speeds, rates and concentration of a row with too few changes or people behind it are withheld; its sums are not, so that the ledger balances.',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/time',
          },
          {
            name: 'by',
            in: 'query',
            allowReserved: true,
            description:
              '`team` charges people and gates to their teams. `party` tells gates and teams, and people where the caller may see them.',
            schema: {
              type: 'string',
              enum: ['team', 'party'],
              default: 'team',
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'One page of the ranking.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GatewayPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/gateways/{party}': {
      get: {
        operationId: 'getGateway',
        tags: ['gateways'],
        summary:
          'One party, what waits behind it, and what a faster answer would give',
        parameters: [
          {
            name: 'party',
            in: 'path',
            required: true,
            description: 'The party, URL-encoded.',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/time',
          },
          {
            name: 'target',
            in: 'query',
            allowReserved: true,
            description: 'Median wait to try, milliseconds. Default a day.',
            schema: {
              type: 'integer',
              minimum: 0,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The gateway.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GatewayDetail',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/flow-map': {
      get: {
        operationId: 'getFlowMap',
        tags: ['gateways'],
        summary: 'Who waits on whom, as weighted edges between teams',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/time',
          },
        ],
        responses: {
          '200': {
            description: 'The edges, heaviest first; they sum to the total.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/FlowMap',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/queue': {
      get: {
        operationId: 'getQueue',
        tags: ['gateways'],
        summary: "What waits now, the caller's own first, then by age",
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'One page of the queue.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/QueuePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/scorecard': {
      get: {
        operationId: 'getScorecard',
        tags: ['scorecard'],
        summary: 'Many teams or entities by the six figures in front',
        description:
          'The rows of a group are the groups below it; of a domain its systems; of a system its entities; of the organisation all teams. With `rows=entities` they are the entities below. As CSV it is streamed, all rows of it.',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            name: 'zone',
            in: 'query',
            allowReserved: true,
            description:
              'IANA name of the time zone in which weeks begin. Default UTC.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'rows',
            in: 'query',
            allowReserved: true,
            description: 'What a row is.',
            schema: {
              type: 'string',
              enum: ['teams', 'entities'],
              default: 'teams',
            },
          },
          {
            name: 'format',
            in: 'query',
            allowReserved: true,
            description: 'Also told by `Accept`.',
            schema: {
              type: 'string',
              enum: ['json', 'csv'],
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'One page of rows, by title; all rows as CSV.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Scorecard',
                },
              },
              'text/csv': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/findings': {
      get: {
        operationId: 'listFindings',
        tags: ['findings'],
        summary: 'What the diagnosis finds in each team and system of a scope',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'One page of findings, the worst first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/FindingPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/durations': {
      get: {
        operationId: 'getEntityDurations',
        tags: ['figures'],
        summary: 'How long each change took, for a scatter',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/time',
          },
          {
            name: 'measure',
            in: 'query',
            allowReserved: true,
            description: 'Which duration.',
            schema: {
              type: 'string',
              enum: ['decisionToProduction', 'leadTime'],
              default: 'decisionToProduction',
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            description: 'Points at most; the newest are kept.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 10000,
              default: 10000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The points.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityDurations',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/reviews': {
      get: {
        operationId: 'getEntityReviews',
        tags: ['figures'],
        summary: 'How reviews go, and when they are asked for',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
          {
            $ref: '#/components/parameters/time',
          },
          {
            name: 'zone',
            in: 'query',
            allowReserved: true,
            description:
              'IANA name of the time zone of weekdays and hours. Default UTC.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'Figures of reviews, and visits by the hour they began.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityReviews',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/findings': {
      get: {
        operationId: 'getEntityFindings',
        tags: ['findings'],
        summary: 'The diagnosis of an entity, and a sample of ten changes',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/workType',
          },
          {
            $ref: '#/components/parameters/size',
          },
          {
            $ref: '#/components/parameters/authorKind',
          },
        ],
        responses: {
          '200': {
            description: 'Findings, the worst first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityFindings',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/snapshots': {
      get: {
        operationId: 'listSnapshots',
        tags: ['findings'],
        summary: 'Saved diagnoses, newest first',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        responses: {
          '200': {
            description: 'Those the caller may see; at most the newest 200.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SnapshotList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'takeSnapshot',
        tags: ['findings'],
        summary: 'Saves the diagnosis of the last 90 days',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SnapshotRequest',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'It is saved.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Snapshot',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/snapshots/{id}': {
      get: {
        operationId: 'compareSnapshot',
        tags: ['findings'],
        summary: 'A saved diagnosis against now, or against another one',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'The id of the snapshot.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'compare',
            in: 'query',
            allowReserved: true,
            description:
              '`now`, or the id of another snapshot of the same entity.',
            schema: {
              type: 'string',
              default: 'now',
            },
          },
        ],
        responses: {
          '200': {
            description: 'What has changed between the two.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SnapshotComparison',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/targets': {
      get: {
        operationId: 'getTargets',
        tags: ['scorecard'],
        summary: 'The targets of an entity, and those it inherits',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        responses: {
          '200': {
            description:
              'Its own, those of what is above it, and those of the configuration.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityTargets',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'putTargets',
        tags: ['scorecard'],
        summary: "Replaces the entity's own targets",
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/TargetsRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What holds from now on.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityTargets',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sources': {
      get: {
        operationId: 'listSources',
        tags: ['health'],
        summary: 'What feeds the figures',
        responses: {
          '200': {
            description: 'The health of each source, and coverage overall.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SourceHealth',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sources/{id}/sync': {
      post: {
        operationId: 'syncSource',
        tags: ['health'],
        summary: 'Asks a source to bring itself up to date now',
        description:
          'The sync begins within seconds, on whichever replica is free, even while the source is left alone after a failure. Only sources that sync themselves can be asked. Needs the permission `chokepoint.source.sync`, and is audited.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of the source, URL-encoded.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '202': {
            description: 'The wish is noted.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SyncAnswer',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/rejections': {
      get: {
        operationId: 'listRejections',
        tags: ['health'],
        summary: 'Events that were refused, newest first',
        parameters: [
          {
            name: 'source',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 50,
            },
          },
        ],
        responses: {
          '200': {
            description: 'One page of refused events.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RejectionPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/unmatched': {
      get: {
        operationId: 'listUnmatched',
        tags: ['health'],
        summary: 'What was named and found nothing, and what would mend it',
        description:
          'Commits, services, environments, repositories, accounts and teams that events name and nothing could be found for, entities without a repository, changes that no release contains, and what is suggested because of them; each with how often, since when, and what would mend it. Only what concerns an entity that the catalog shows to the caller; what concerns none is shown to those with the permission `chokepoint.source.sync`. Accounts need `chokepoint.person.read`; without it their kinds are counted and say `withheld`.',
        parameters: [
          {
            name: 'kind',
            in: 'query',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/UnmatchedKind',
            },
          },
          {
            name: 'entityRef',
            in: 'query',
            allowReserved: true,
            description:
              'Only what concerns this entity, or an entity that it rolls up.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'open',
            in: 'query',
            allowReserved: true,
            description:
              'True: without what is listed for information only, such as environments and what they were taken for.',
            schema: {
              type: 'boolean',
              default: false,
            },
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 50,
            },
          },
        ],
        responses: {
          '200': {
            description: 'One page, and the sums of all kinds.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnmatchedPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      JWT: {
        type: 'http',
        description: 'A token of Backstage, of a user or of a service.',
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
    parameters: {
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      from: {
        name: 'from',
        in: 'query',
        allowReserved: true,
        description:
          'Begin of the window, inclusive. Default 90 days before `to`.',
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      to: {
        name: 'to',
        in: 'query',
        allowReserved: true,
        description: 'End of the window, exclusive. Default now.',
        schema: {
          type: 'string',
          format: 'date-time',
        },
      },
      workType: {
        name: 'workType',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'string',
        },
      },
      size: {
        name: 'size',
        in: 'query',
        allowReserved: true,
        description:
          'By changed lines: `xs` up to 9, `s` up to 49, `m` up to 249, `l` up to 999, `xl` above; `unknown` where the source does not report them.',
        schema: {
          $ref: '#/components/schemas/ChangeSize',
        },
      },
      time: {
        name: 'time',
        in: 'query',
        allowReserved: true,
        description:
          'By which clock durations are counted: wall-clock time, or the working hours of whoever holds a change. Figures made of time have no target and no status in working hours.',
        schema: {
          $ref: '#/components/schemas/TimeBasis',
        },
      },
      authorKind: {
        name: 'authorKind',
        in: 'query',
        allowReserved: true,
        schema: {
          $ref: '#/components/schemas/ActorKind',
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        allowReserved: true,
        description:
          '`organisation`, or the ref of an entity: what it rolls up. Default `organisation`.',
        schema: {
          type: 'string',
          default: 'organisation',
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        description: '`nextCursor` of the page before.',
        schema: {
          type: 'string',
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        allowReserved: true,
        description: 'Items on a page.',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 500,
          default: 50,
        },
      },
    },
    responses: {
      Error: {
        description: 'An error, with the field at fault.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Error',
            },
          },
        },
      },
    },
    schemas: {
      ReportedEvent: {
        description:
          'One fact, reported by a source. It never changes, and counts once however often it is delivered; source, subject and id tell it from others.',
        oneOf: [
          {
            $ref: '#/components/schemas/WorkItemCreatedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemUpdatedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemDecidedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemUndecidedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemStartedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemAssignedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemStatusChangedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemQuestionAskedEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemQuestionAnsweredEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemDoneEvent',
          },
          {
            $ref: '#/components/schemas/WorkItemReopenedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeOpenedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeUpdatedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeAssignedEvent',
          },
          {
            $ref: '#/components/schemas/ChangePushedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeDraftedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReadyEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReviewRequestedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReviewRequestRemovedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReviewedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReviewDismissedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeCommentedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeLabelledEvent',
          },
          {
            $ref: '#/components/schemas/ChangeUnlabelledEvent',
          },
          {
            $ref: '#/components/schemas/ChangeBlockedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeUnblockedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeChecksStartedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeChecksFinishedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeQueuedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeDequeuedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeMergedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeClosedEvent',
          },
          {
            $ref: '#/components/schemas/ChangeReopenedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentRequestedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentApprovalRequestedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentApprovedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentStartedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentFinishedEvent',
          },
          {
            $ref: '#/components/schemas/DeploymentRolledBackEvent',
          },
          {
            $ref: '#/components/schemas/IncidentOpenedEvent',
          },
          {
            $ref: '#/components/schemas/IncidentUpdatedEvent',
          },
          {
            $ref: '#/components/schemas/IncidentResolvedEvent',
          },
          {
            $ref: '#/components/schemas/RepositoryCommitsEvent',
          },
          {
            $ref: '#/components/schemas/RepositoryDescribedEvent',
          },
          {
            $ref: '#/components/schemas/RepositoryRenamedEvent',
          },
          {
            $ref: '#/components/schemas/ActorRenamedEvent',
          },
          {
            $ref: '#/components/schemas/TeamRenamedEvent',
          },
          {
            $ref: '#/components/schemas/FactRetractedEvent',
          },
        ],
      },
      ReportedEventFrame: {
        type: 'object',
        required: ['id', 'source', 'subject', 'at'],
        properties: {
          id: {
            type: 'string',
            description:
              "The source's own id of the fact, unique within what it is about.",
          },
          source: {
            type: 'string',
            description:
              'Who reports it: `api:ci-pipeline`. A credential writes under the sources it was given.',
          },
          subject: {
            type: 'string',
            description: 'What it happened to: a URL without its scheme.',
          },
          at: {
            type: 'string',
            format: 'date-time',
            description:
              'When it happened, not before 1990 and not more than a day ahead.',
          },
          actor: {
            description: 'Who did it.',
            type: 'object',
            required: ['id', 'kind'],
            properties: {
              id: {
                type: 'string',
                description:
                  'Login with its host, `github.com/alice`, or the path of a team.',
              },
              kind: {
                $ref: '#/components/schemas/ActorKind',
              },
            },
          },
        },
      },
      Requirement: {
        description: 'The approval of some different people.',
        type: 'object',
        required: ['count'],
        additionalProperties: false,
        properties: {
          from: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Actor or team ids whose approval is asked for; anybody when absent.',
          },
          count: {
            type: 'integer',
            minimum: 0,
            maximum: 100,
            description: 'How many.',
          },
          distinct: {
            type: 'boolean',
            description:
              'An approval that meets another such requirement does not meet this one.',
          },
          signal: {
            type: 'string',
            description: 'Only approvals by this command meet it: `/lgtm`.',
          },
        },
      },
      ChangeDescription: {
        description: 'What is known of a change.',
        type: 'object',
        properties: {
          title: {
            type: 'string',
            description: 'What is shown of it.',
          },
          url: {
            type: 'string',
            description: 'Where it can be opened; shown as it is.',
          },
          repo: {
            type: 'string',
            description: 'Key of its repository, `github.com/acme/shop`.',
          },
          baseBranch: {
            type: 'string',
            description: 'The branch it is to be merged into.',
          },
          headBranch: {
            type: 'string',
            description:
              'The branch that is to be merged; of a fork `owner:branch`.',
          },
          draft: {
            type: 'boolean',
            description: 'Not ready for review. Default false.',
          },
          additions: {
            type: 'integer',
            minimum: 0,
            description: 'Lines added.',
          },
          deletions: {
            type: 'integer',
            minimum: 0,
            description: 'Lines removed.',
          },
          paths: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Paths of the changed files from the root of the repository; of more than 5,000 the first are kept.',
          },
          labels: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'All labels it has; the difference to those before counts as labelled and unlabelled.',
          },
          workItems: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Subject keys of the work items it serves.',
          },
          firstCommitAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Earliest author date of its commits; never counts later than the opening.',
          },
          approvalsNeeded: {
            type: 'integer',
            minimum: 0,
            maximum: 100,
            description:
              'Short for `requirements: [{ count: n }]`. Where neither is said, one.',
          },
          requirements: {
            type: 'array',
            description:
              'What the branch asks for before the merge, from then on.',
            items: {
              $ref: '#/components/schemas/Requirement',
            },
          },
          onBehalfOf: {
            type: 'string',
            description: 'Actor id of the person that an agent acts for.',
          },
          assistedBy: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Actor ids of the agents that helped.',
          },
          commits: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'The commits it consists of, 7 characters or more of each.',
          },
        },
      },
      WorkItemDescription: {
        description: 'What is known of a work item.',
        type: 'object',
        properties: {
          title: {
            type: 'string',
            description: 'What is shown of it.',
          },
          url: {
            type: 'string',
            description: 'Where it can be opened.',
          },
          owner: {
            type: 'string',
            description: 'Actor id of whom it belongs to.',
          },
          labels: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'All labels it has.',
          },
          parent: {
            type: 'string',
            description: 'Subject key of the work item it is part of.',
          },
        },
      },
      DeploymentDescription: {
        description: 'What a deployment is of.',
        type: 'object',
        properties: {
          environment: {
            type: 'string',
            description: 'Name of the environment.',
          },
          repo: {
            type: 'string',
            description: 'Key of the repository.',
          },
          sha: {
            type: 'string',
            description:
              'The commit that is rolled out, 7 characters or more of it.',
          },
          service: {
            type: 'string',
            description:
              'The entity that is rolled out: its ref, or its name in the repository.',
          },
          paths: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Folders of the repository that are rolled out; all of it when absent.',
          },
          release: {
            type: 'string',
            description:
              "The source's id of the release; its roll-outs in regions and packages are one.",
          },
          commits: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'The commits that are new with it, whole or not sent; empty: nothing new.',
          },
          previousSha: {
            type: 'string',
            description: 'The commit that was live before.',
          },
          changes: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Subject keys of the changes it contains, whole or not sent.',
          },
          production: {
            type: 'boolean',
            description:
              'Whether the environment is production; when absent its name decides.',
          },
        },
      },
      IncidentDescription: {
        description: 'What is known of an incident.',
        type: 'object',
        properties: {
          deployment: {
            type: 'string',
            description: 'Subject key of the deployment that caused it.',
          },
          repo: {
            type: 'string',
            description: 'Key of the repository.',
          },
          services: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Entities that it hit: refs, or names that are unique in the catalog.',
          },
          severity: {
            type: 'string',
            description: 'As its source names it.',
          },
          cause: {
            type: 'string',
            enum: ['change', 'other', 'unknown'],
            description: 'Whether a change led to it.',
          },
        },
      },
      WorkItemCreatedEvent: {
        description: 'Somebody wrote the intent down.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.created'],
              },
              data: {
                $ref: '#/components/schemas/WorkItemDescription',
              },
            },
          },
        ],
      },
      WorkItemUpdatedEvent: {
        description: 'Its description changed.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.updated'],
              },
              data: {
                $ref: '#/components/schemas/WorkItemDescription',
              },
            },
          },
        ],
      },
      WorkItemDecidedEvent: {
        description: 'The decision: accepted, approved, committed to.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.decided'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      WorkItemUndecidedEvent: {
        description: 'The decision was withdrawn.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.undecided'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      WorkItemStartedEvent: {
        description: 'Somebody began to work on it.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.started'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      WorkItemAssignedEvent: {
        description: 'Ownership moved.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.assigned'],
              },
              data: {
                type: 'object',
                required: ['to'],
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor ids of who has it now.',
                  },
                },
              },
            },
          },
        ],
      },
      WorkItemStatusChangedEvent: {
        description: 'Any other step of its workflow.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.statusChanged'],
              },
              data: {
                type: 'object',
                required: ['from', 'to', 'category'],
                additionalProperties: false,
                properties: {
                  from: {
                    type: 'string',
                    description: 'Status before.',
                  },
                  to: {
                    type: 'string',
                    description: 'Status now.',
                  },
                  category: {
                    type: 'string',
                    enum: ['todo', 'doing', 'waiting', 'blocked', 'done'],
                    description: 'What the new status means.',
                  },
                  waitingOn: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description:
                      'Actor ids of whom a `waiting` or `blocked` status waits on.',
                  },
                },
              },
            },
          },
        ],
      },
      WorkItemQuestionAskedEvent: {
        description: 'A clarification is asked for.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.questionAsked'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor ids.',
                  },
                },
              },
            },
          },
        ],
      },
      WorkItemQuestionAnsweredEvent: {
        description: 'The clarification is given.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.questionAnswered'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor ids.',
                  },
                },
              },
            },
          },
        ],
      },
      WorkItemDoneEvent: {
        description: 'It is done.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.done'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      WorkItemReopenedEvent: {
        description: 'It is not done after all.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['workItem.reopened'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      ChangeOpenedEvent: {
        description: 'A change was proposed.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.opened'],
              },
              data: {
                allOf: [
                  {
                    $ref: '#/components/schemas/ChangeDescription',
                  },
                ],
                required: ['title', 'url', 'repo'],
              },
            },
          },
        ],
      },
      ChangeUpdatedEvent: {
        description:
          'Its description changed; says nothing about whose turn it is.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.updated'],
              },
              data: {
                $ref: '#/components/schemas/ChangeDescription',
              },
            },
          },
        ],
      },
      ChangeAssignedEvent: {
        description: "Who carries it from now on, on the author's side.",
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.assigned'],
              },
              data: {
                type: 'object',
                required: ['to'],
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor ids; empty: its author again.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangePushedEvent: {
        description: 'Commits were added.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.pushed'],
              },
              data: {
                type: 'object',
                required: ['sha'],
                additionalProperties: false,
                properties: {
                  sha: {
                    type: 'string',
                    description: 'The newest commit.',
                  },
                  committedAt: {
                    type: 'string',
                    format: 'date-time',
                    description: 'When it was committed.',
                  },
                  kind: {
                    type: 'string',
                    enum: ['work', 'baseMerge'],
                    description:
                      '`baseMerge` brings in the base branch and nothing else. Default `work`.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeDraftedEvent: {
        description: 'It is no longer ready for review.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.drafted'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      ChangeReadyEvent: {
        description: 'It is ready for review.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.ready'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      ChangeReviewRequestedEvent: {
        description: 'Somebody was asked for a review.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.reviewRequested'],
              },
              data: {
                type: 'object',
                required: ['reviewers'],
                additionalProperties: false,
                properties: {
                  reviewers: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor or team ids.',
                  },
                  insteadOf: {
                    type: 'string',
                    description:
                      'Id of the team for which these people were asked.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeReviewRequestRemovedEvent: {
        description: 'Somebody is no longer asked.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.reviewRequestRemoved'],
              },
              data: {
                type: 'object',
                required: ['reviewers'],
                additionalProperties: false,
                properties: {
                  reviewers: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor or team ids.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeReviewedEvent: {
        description: 'A review was given.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.reviewed'],
              },
              data: {
                type: 'object',
                required: ['verdict'],
                additionalProperties: false,
                properties: {
                  verdict: {
                    type: 'string',
                    enum: ['approved', 'changesRequested', 'commented'],
                    description: 'What it says.',
                  },
                  counts: {
                    type: 'boolean',
                    description:
                      'False for somebody whose approval the branch does not take.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeReviewDismissedEvent: {
        description: 'A review no longer counts.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.reviewDismissed'],
              },
              data: {
                type: 'object',
                required: ['reviewer'],
                additionalProperties: false,
                properties: {
                  reviewer: {
                    type: 'string',
                    description: 'Actor id of whose review it is.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeCommentedEvent: {
        description: 'A comment.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.commented'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  command: {
                    type: 'string',
                    description:
                      'The command it gives, `/lgtm` or `/hold cancel`; never the text.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeLabelledEvent: {
        description: 'A label was set.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.labelled'],
              },
              data: {
                type: 'object',
                required: ['label'],
                additionalProperties: false,
                properties: {
                  label: {
                    type: 'string',
                    description: 'The label.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeUnlabelledEvent: {
        description: 'A label was removed.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.unlabelled'],
              },
              data: {
                type: 'object',
                required: ['label'],
                additionalProperties: false,
                properties: {
                  label: {
                    type: 'string',
                    description: 'The label.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeBlockedEvent: {
        description: 'It cannot move, whoever has the turn.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.blocked'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  by: {
                    type: 'string',
                    description: 'Actor or team id, or party, that can end it.',
                  },
                  reason: {
                    type: 'string',
                    description: 'Why.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeUnblockedEvent: {
        description: 'It can move again.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.unblocked'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  by: {
                    type: 'string',
                    description: 'Actor or team id, or party.',
                  },
                  reason: {
                    type: 'string',
                    description: 'Why.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeChecksStartedEvent: {
        description: 'A run of checks began.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.checksStarted'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  check: {
                    type: 'string',
                    description: 'Name of the check.',
                  },
                  required: {
                    type: 'boolean',
                    description:
                      'Whether the merge needs its success. Default true.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeChecksFinishedEvent: {
        description: 'A run of checks ended.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.checksFinished'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  outcome: {
                    type: 'string',
                    enum: ['success', 'failure', 'cancelled'],
                    description: 'How it ended.',
                  },
                  check: {
                    type: 'string',
                    description: 'Name of the check.',
                  },
                  required: {
                    type: 'boolean',
                    description:
                      'Whether the merge needs its success. Default true.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeQueuedEvent: {
        description: 'It entered the merge queue.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.queued'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      ChangeDequeuedEvent: {
        description: 'It left the merge queue without a merge.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.dequeued'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      ChangeMergedEvent: {
        description: 'It was merged.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.merged'],
              },
              data: {
                type: 'object',
                required: ['sha'],
                additionalProperties: false,
                properties: {
                  sha: {
                    type: 'string',
                    description: 'The commit it became on the base branch.',
                  },
                },
              },
            },
          },
        ],
      },
      ChangeClosedEvent: {
        description: 'It was closed.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.closed'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  landedAs: {
                    type: 'string',
                    description:
                      "The commit under which it went in, outside the forge's merge.",
                  },
                },
              },
            },
          },
        ],
      },
      ChangeReopenedEvent: {
        description: 'It was opened again.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['change.reopened'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
              },
            },
          },
        ],
      },
      DeploymentRequestedEvent: {
        description: 'A roll-out was asked for.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.requested'],
              },
              data: {
                allOf: [
                  {
                    $ref: '#/components/schemas/DeploymentDescription',
                  },
                ],
                required: ['environment', 'repo', 'sha'],
              },
            },
          },
        ],
      },
      DeploymentApprovalRequestedEvent: {
        description: 'A gate before an environment asks for an approval.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.approvalRequested'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  approvers: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor or team ids.',
                  },
                },
              },
            },
          },
        ],
      },
      DeploymentApprovedEvent: {
        description: 'The gate is open.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.approved'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  approvers: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Actor or team ids.',
                  },
                },
              },
            },
          },
        ],
      },
      DeploymentStartedEvent: {
        description: 'The roll-out itself runs; may say what it is of.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.started'],
              },
              data: {
                $ref: '#/components/schemas/DeploymentDescription',
              },
            },
          },
        ],
      },
      DeploymentFinishedEvent: {
        description: 'The roll-out ended; may say what it was of.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.finished'],
              },
              data: {
                allOf: [
                  {
                    $ref: '#/components/schemas/DeploymentDescription',
                  },
                  {
                    type: 'object',
                    properties: {
                      outcome: {
                        type: 'string',
                        enum: ['success', 'failure'],
                        description: 'How it ended.',
                      },
                    },
                  },
                ],
                required: ['outcome'],
              },
            },
          },
        ],
      },
      DeploymentRolledBackEvent: {
        description: 'What it rolled out was taken back.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['deployment.rolledBack'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'string',
                    description: 'The commit that is live again.',
                  },
                },
              },
            },
          },
        ],
      },
      IncidentOpenedEvent: {
        description: 'Something is wrong in production.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['incident.opened'],
              },
              data: {
                $ref: '#/components/schemas/IncidentDescription',
              },
            },
          },
        ],
      },
      IncidentUpdatedEvent: {
        description: 'More is known of it.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['incident.updated'],
              },
              data: {
                $ref: '#/components/schemas/IncidentDescription',
              },
            },
          },
        ],
      },
      IncidentResolvedEvent: {
        description: 'It is over.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['incident.resolved'],
              },
              data: {
                $ref: '#/components/schemas/IncidentDescription',
              },
            },
          },
        ],
      },
      RepositoryCommitsEvent: {
        description:
          'History of the branches that are released, oldest first, in parts of any size.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['repository.commits'],
              },
              data: {
                type: 'object',
                required: ['commits'],
                additionalProperties: false,
                properties: {
                  commits: {
                    type: 'array',
                    description:
                      'Each commit as its sha, its parents and its instant.',
                    items: {
                      type: 'array',
                      minItems: 3,
                      maxItems: 3,
                      prefixItems: [
                        {
                          type: 'string',
                        },
                        {
                          type: 'array',
                          items: {
                            type: 'string',
                          },
                        },
                        {
                          type: 'string',
                          format: 'date-time',
                        },
                      ],
                      items: {},
                    },
                  },
                },
              },
            },
          },
        ],
      },
      RepositoryDescribedEvent: {
        description: 'What counts as merged for production.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['repository.described'],
              },
              data: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  defaultBranch: {
                    type: 'string',
                    description: 'The default branch.',
                  },
                  releasedBranches: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                    description: 'Branches that are released.',
                  },
                },
              },
            },
          },
        ],
      },
      RepositoryRenamedEvent: {
        description: 'The repository goes on living under another key.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['repository.renamed'],
              },
              data: {
                type: 'object',
                required: ['to'],
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'string',
                    description: 'The new key.',
                  },
                },
              },
            },
          },
        ],
      },
      ActorRenamedEvent: {
        description: 'The person goes on under another id.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['actor.renamed'],
              },
              data: {
                type: 'object',
                required: ['to'],
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'string',
                    description: 'The new id.',
                  },
                },
              },
            },
          },
        ],
      },
      TeamRenamedEvent: {
        description: 'The team goes on under another id.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['team.renamed'],
              },
              data: {
                type: 'object',
                required: ['to'],
                additionalProperties: false,
                properties: {
                  to: {
                    type: 'string',
                    description: 'The new id.',
                  },
                },
              },
            },
          },
        ],
      },
      FactRetractedEvent: {
        description:
          'The source takes back one of its own facts about the subject; its id stays taken.',
        allOf: [
          {
            $ref: '#/components/schemas/ReportedEventFrame',
          },
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: {
                type: 'string',
                enum: ['fact.retracted'],
              },
              data: {
                type: 'object',
                required: ['id'],
                additionalProperties: false,
                properties: {
                  id: {
                    type: 'string',
                    description: 'Id of the fact.',
                  },
                },
              },
            },
          },
        ],
      },
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      IngestReport: {
        type: 'object',
        required: [
          'accepted',
          'duplicates',
          'rejected',
          'rejectedTotal',
          'contradictions',
        ],
        properties: {
          accepted: {
            type: 'integer',
          },
          duplicates: {
            description: 'Known facts that came again with the same content.',
            type: 'integer',
          },
          rejected: {
            description:
              'At most the first 1,000; `rejectedTotal` counts all, `GET /rejections` lists them.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/RejectedItem',
            },
          },
          rejectedTotal: {
            type: 'integer',
          },
          contradictions: {
            description:
              'Facts whose id is known with another content, compared after names are resolved; at most the first 1,000. What was accepted first stands, and these are listed by `GET /rejections`.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/RejectedItem',
            },
          },
          notices: {
            description:
              'Accepted events that were stored in part, and which part; at most the first 1,000. Absent where there are none.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/RejectedItem',
            },
          },
        },
      },
      RejectedItem: {
        type: 'object',
        required: ['index', 'reason'],
        properties: {
          index: {
            description: 'Position in the request, from 0.',
            type: 'integer',
          },
          id: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
        },
      },
      TimeBasis: {
        type: 'string',
        enum: ['wallClock', 'workingHours'],
        description:
          'By which clock durations are told. Absent means wallClock.',
      },
      ChangeSize: {
        type: 'string',
        enum: ['xs', 's', 'm', 'l', 'xl', 'unknown'],
      },
      ActorKind: {
        description:
          'A human, an automation that follows rules (`bot`), or one that writes changes of its own (`agent`).',
        type: 'string',
        enum: ['human', 'bot', 'agent'],
      },
      Stage: {
        type: 'string',
        enum: [
          'prioritisation',
          'build',
          'review',
          'rework',
          'verification',
          'merge',
          'release',
          'deployment',
        ],
      },
      Exclusion: {
        type: 'object',
        required: ['reason', 'n'],
        properties: {
          reason: {
            type: 'string',
          },
          rule: {
            description:
              'Name of the rule of the configuration, where it is `byRule`.',
            type: 'string',
          },
          n: {
            type: 'integer',
          },
        },
      },
      Figure: {
        type: 'object',
        required: ['n', 'unit', 'definition', 'excluded', 'evidence'],
        properties: {
          value: {
            description:
              'The headline in `unit`; the median of a distribution.',
            type: 'number',
          },
          p50: {
            type: 'number',
          },
          p75: {
            type: 'number',
          },
          p85: {
            type: 'number',
          },
          p90: {
            type: 'number',
          },
          mean: {
            type: 'number',
          },
          details: {
            description:
              'Further numbers by name, where the definition has any.',
            type: 'object',
            additionalProperties: {
              type: 'number',
            },
          },
          n: {
            type: 'integer',
          },
          unit: {
            type: 'string',
            enum: ['ms', 'ratio', 'count', 'perWeek'],
          },
          definition: {
            type: 'integer',
          },
          status: {
            description: 'Absent when the figure has no target.',
            type: 'string',
            enum: ['good', 'watch', 'bad', 'tooFew'],
          },
          target: {
            type: 'number',
          },
          withheld: {
            description: 'Why the values are not shown.',
            type: 'string',
            enum: ['tooFewChanges', 'tooFewPeople'],
          },
          previous: {
            description: 'The same over the window before.',
            type: 'object',
            required: ['n'],
            properties: {
              value: {
                type: 'number',
              },
              n: {
                type: 'integer',
              },
              direction: {
                description:
                  'How the figure moved since; `none` where the intervals of the two windows overlap. Absent for rates and stocks.',
                type: 'string',
                enum: ['up', 'down', 'none'],
              },
            },
          },
          openCounted: {
            description:
              'The same with the unfinished counted; durations only.',
            $ref: '#/components/schemas/OpenCounted',
          },
          excluded: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Exclusion',
            },
          },
          assumed: {
            description:
              'Observations whose production is assumed from the order of the merges, for want of what the roll-outs contain.',
            type: 'integer',
          },
          coverage: {
            type: 'number',
          },
          evidence: {
            description:
              "Path and query, below the API's base, of the changes behind it.",
            type: 'string',
          },
        },
      },
      StageFigure: {
        type: 'object',
        required: ['stage', 'working', 'waiting', 'n'],
        properties: {
          stage: {
            $ref: '#/components/schemas/Stage',
          },
          working: {
            type: 'integer',
          },
          waiting: {
            type: 'integer',
          },
          n: {
            type: 'integer',
          },
          p50: {
            type: 'number',
          },
          p75: {
            type: 'number',
          },
          p85: {
            type: 'number',
          },
          p90: {
            type: 'number',
          },
        },
      },
      PartyWait: {
        type: 'object',
        required: ['party', 'waiting', 'share'],
        properties: {
          party: {
            description:
              'Team, gate, `unassigned` or `external`; people are told by their team.',
            type: 'string',
          },
          stage: {
            description: 'The stage most of it was spent in.',
            $ref: '#/components/schemas/Stage',
          },
          stageWaiting: {
            description: 'Milliseconds of it in that stage.',
            type: 'integer',
          },
          waiting: {
            description: 'Milliseconds.',
            type: 'integer',
          },
          share: {
            type: 'number',
          },
        },
      },
      EntityFigures: {
        type: 'object',
        required: [
          'entityRef',
          'from',
          'to',
          'asOf',
          'figures',
          'stages',
          'waitingOn',
          'inFlight',
          'partial',
          'simulated',
        ],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          entityRef: {
            type: 'string',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          figures: {
            description: 'By figure id.',
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/Figure',
            },
          },
          stages: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/StageFigure',
            },
          },
          waitingOn: {
            description:
              'Whom the changes of the window waited on, longest first; sums to their waiting time.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/PartyWait',
            },
          },
          inFlight: {
            type: 'object',
            required: ['n'],
            properties: {
              n: {
                type: 'integer',
              },
              oldestAge: {
                description:
                  'Milliseconds since the start of the oldest, without its pauses.',
                type: 'integer',
              },
              oldestChange: {
                type: 'string',
              },
              oldestWaitingOn: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
          unmatched: {
            $ref: '#/components/schemas/EntityUnmatched',
          },
          workTypes: {
            description: 'Work types seen, for filters.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
          freshness: {
            description: 'When the newest event of these changes was stored.',
            type: 'string',
            format: 'date-time',
          },
          partial: {
            description:
              "Present events are still being processed, or a source's first sync still runs.",
            type: 'object',
            required: ['pending'],
            properties: {
              pending: {
                description: 'Changes waiting to be projected.',
                type: 'integer',
              },
              syncing: {
                description: 'Sources whose first sync has not finished.',
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
          simulated: {
            description: 'Some of the changes come from a simulation.',
            type: 'boolean',
          },
        },
      },
      Milestones: {
        type: 'object',
        properties: {
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          firstCommitAt: {
            type: 'string',
            format: 'date-time',
          },
          openedAt: {
            type: 'string',
            format: 'date-time',
          },
          readyAt: {
            type: 'string',
            format: 'date-time',
          },
          firstReviewAt: {
            type: 'string',
            format: 'date-time',
          },
          approvedAt: {
            type: 'string',
            format: 'date-time',
          },
          mergedAt: {
            type: 'string',
            format: 'date-time',
          },
          productionAt: {
            type: 'string',
            format: 'date-time',
          },
          closedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Holder: {
        type: 'object',
        required: ['party', 'share'],
        properties: {
          party: {
            type: 'string',
          },
          share: {
            type: 'number',
          },
        },
      },
      Segment: {
        type: 'object',
        required: ['stage', 'mode', 'start', 'end', 'holders'],
        properties: {
          stage: {
            $ref: '#/components/schemas/Stage',
          },
          mode: {
            type: 'string',
            enum: ['working', 'waiting', 'paused'],
          },
          start: {
            type: 'string',
            format: 'date-time',
          },
          end: {
            type: 'string',
            format: 'date-time',
          },
          open: {
            description:
              'True for the last segment of a change that is still on its way; its end is asOf.',
            type: 'boolean',
          },
          holders: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Holder',
            },
          },
          inWorkingHours: {
            description:
              'How much of it lies in the working hours of its holders, milliseconds; absent for a pause.',
            type: 'integer',
          },
          reason: {
            type: 'string',
          },
        },
      },
      ChangeFigures: {
        description:
          'Milliseconds and counts of one change; absent when unknown.',
        type: 'object',
        required: [
          'workingTime',
          'queueTime',
          'handoffs',
          'teamHandoffs',
          'reviewRounds',
          'returns',
          'clarificationLoops',
        ],
        properties: {
          leadTime: {
            type: 'integer',
          },
          decisionToProduction: {
            type: 'integer',
          },
          workingTime: {
            type: 'integer',
          },
          queueTime: {
            type: 'integer',
          },
          timeToFirstReview: {
            type: 'integer',
          },
          timeToApproval: {
            type: 'integer',
          },
          timeToFirstResponse: {
            type: 'integer',
          },
          timeToAutomatedResponse: {
            type: 'integer',
          },
          soleBlockerTime: {
            type: 'integer',
          },
          handoffs: {
            type: 'integer',
          },
          teamHandoffs: {
            type: 'integer',
          },
          reviewRounds: {
            type: 'integer',
          },
          returns: {
            type: 'integer',
          },
          clarificationLoops: {
            type: 'integer',
          },
        },
      },
      ChangeSummary: {
        type: 'object',
        required: [
          'key',
          'title',
          'url',
          'repo',
          'state',
          'authorKind',
          'workType',
          'entities',
          'owner',
          'productionObserved',
          'milestones',
          'figures',
          'age',
        ],
        properties: {
          key: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          repo: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['open', 'merged', 'inProduction', 'closed'],
          },
          author: {
            description: 'Absent when the caller may not see people.',
            type: 'string',
          },
          authorKind: {
            $ref: '#/components/schemas/ActorKind',
          },
          workType: {
            type: 'string',
          },
          size: {
            $ref: '#/components/schemas/ChangeSize',
          },
          entities: {
            description: 'Those the caller may see.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
          owner: {
            type: 'string',
          },
          productionObserved: {
            type: 'boolean',
          },
          milestones: {
            $ref: '#/components/schemas/Milestones',
          },
          figures: {
            $ref: '#/components/schemas/ChangeFigures',
          },
          age: {
            description:
              'Milliseconds from the start of the timeline to its end, or to now while open, without pauses.',
            type: 'integer',
          },
          current: {
            description: 'Where an unfinished change stands now.',
            type: 'object',
            required: ['stage', 'mode', 'since', 'holders'],
            properties: {
              stage: {
                $ref: '#/components/schemas/Stage',
              },
              mode: {
                type: 'string',
                enum: ['working', 'waiting', 'paused'],
              },
              since: {
                type: 'string',
                format: 'date-time',
              },
              reason: {
                type: 'string',
              },
              holders: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Holder',
                },
              },
              usualP50: {
                description:
                  'Median time changes of this entity spend in this stage, milliseconds.',
                type: 'number',
              },
              usualP85: {
                type: 'number',
              },
            },
          },
        },
      },
      ChangeDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/ChangeSummary',
          },
          {
            type: 'object',
            required: [
              'asOf',
              'segments',
              'events',
              'carrier',
              'releaseUnobserved',
              'decidedLate',
              'linkedLate',
            ],
            properties: {
              asOf: {
                type: 'string',
                format: 'date-time',
              },
              segments: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Segment',
                },
              },
              events: {
                description:
                  'The events the timeline was built from, in their order; capped, see eventsTotal.',
                type: 'array',
                items: {
                  $ref: '#/components/schemas/FlowEvent',
                },
              },
              eventsTotal: {
                type: 'integer',
              },
              deployments: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              workItems: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              carrier: {
                description:
                  'It brings other changes to another branch, and is in no figure.',
                type: 'boolean',
              },
              carriedBy: {
                description:
                  'Key of the change that carries it to a branch that is released.',
                type: 'string',
              },
              release: {
                description: 'Id of the release that brought it to production.',
                type: 'string',
              },
              containment: {
                description:
                  'How that release was found to contain it. `assumed`, from the order of the merges, for want of changes, commits and a history.',
                type: 'string',
                enum: ['changes', 'commits', 'history', 'assumed'],
              },
              releaseUnobserved: {
                description:
                  'It was merged before the first deployment ever seen of its repository.',
                type: 'boolean',
              },
              unplacedSince: {
                description:
                  'Releases go by without it since then, and it is in no queue.',
                type: 'string',
                format: 'date-time',
              },
              excludedBy: {
                description:
                  'Name of the configured rule that leaves it out of all figures.',
                type: 'string',
              },
              decidedLate: {
                description: 'Its work item was decided after it was opened.',
                type: 'boolean',
              },
              linkedLate: {
                description:
                  'It was linked to its work item after it was opened.',
                type: 'boolean',
              },
            },
          },
        ],
      },
      FlowEvent: {
        type: 'object',
        required: ['id', 'source', 'type', 'subject', 'at'],
        properties: {
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          subject: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          actor: {
            description: 'Absent when the caller may not see people.',
            type: 'object',
            required: ['kind'],
            properties: {
              id: {
                type: 'string',
              },
              kind: {
                $ref: '#/components/schemas/ActorKind',
              },
            },
          },
          data: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      ChangePage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ChangeSummary',
            },
          },
          total: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      SourceHealth: {
        type: 'object',
        required: ['items', 'coverage'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'events', 'state'],
              properties: {
                id: {
                  type: 'string',
                },
                kind: {
                  description:
                    '`module` syncs itself, `push` is fed through POST /events.',
                  type: 'string',
                  enum: ['module', 'push'],
                },
                state: {
                  type: 'string',
                  enum: ['idle', 'syncing', 'failing', 'neverRun'],
                },
                events: {
                  type: 'integer',
                },
                rejections: {
                  type: 'integer',
                },
                lastEventAt: {
                  type: 'string',
                  format: 'date-time',
                },
                lastSuccessAt: {
                  type: 'string',
                  format: 'date-time',
                },
                lastAttemptAt: {
                  type: 'string',
                  format: 'date-time',
                },
                syncRequested: {
                  description:
                    'Somebody asked for a sync that has not begun yet.',
                  type: 'boolean',
                },
                lastError: {
                  type: 'string',
                },
                progress: {
                  type: 'object',
                  required: ['done'],
                  properties: {
                    done: {
                      type: 'integer',
                    },
                    total: {
                      type: 'integer',
                    },
                    detail: {
                      type: 'string',
                    },
                  },
                },
                rateLimit: {
                  type: 'object',
                  properties: {
                    remaining: {
                      type: 'integer',
                    },
                    resetAt: {
                      type: 'string',
                      format: 'date-time',
                    },
                  },
                },
              },
            },
          },
          coverage: {
            description: 'Shares of all changes, 0 to 1.',
            type: 'object',
            required: ['changes'],
            properties: {
              changes: {
                type: 'integer',
              },
              decision: {
                type: 'number',
              },
              owner: {
                type: 'number',
              },
              deployment: {
                type: 'number',
              },
              entity: {
                type: 'number',
              },
            },
          },
          pending: {
            description: 'Changes waiting to be projected.',
            type: 'integer',
          },
        },
      },
      SyncAnswer: {
        type: 'object',
        required: ['id', 'state'],
        properties: {
          id: {
            type: 'string',
          },
          state: {
            description:
              '`requested`: it begins within seconds. `syncing`: a sync runs already, and is followed by another.',
            type: 'string',
            enum: ['requested', 'syncing'],
          },
        },
      },
      RejectionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'receivedAt', 'reason'],
              properties: {
                kind: {
                  description:
                    '`refused`: not valid. `contradiction`: a known fact with another content.',
                  type: 'string',
                  enum: ['refused', 'contradiction'],
                },
                receivedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                source: {
                  type: 'string',
                },
                id: {
                  type: 'string',
                },
                reason: {
                  type: 'string',
                },
                item: {
                  description:
                    'The refused item as it came, cut at 2,000 characters.',
                  type: 'string',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      UnmatchedKind: {
        type: 'string',
        enum: [
          'commits',
          'services',
          'environments',
          'unplacedChanges',
          'unlinkedIncidents',
          'repositories',
          'entities',
          'slugs',
          'actors',
          'teams',
          'bots',
          'aliases',
          'contradictions',
        ],
      },
      UnmatchedCount: {
        type: 'object',
        required: ['kind', 'values', 'n'],
        properties: {
          kind: {
            $ref: '#/components/schemas/UnmatchedKind',
          },
          values: {
            description: 'How many different things.',
            type: 'integer',
          },
          n: {
            description: 'How often they were named.',
            type: 'integer',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          withheld: {
            description:
              'Their names need the permission `chokepoint.person.read`; `n` is that of the things then.',
            type: 'boolean',
          },
        },
      },
      Mend: {
        description:
          'What would mend it: an entry of `chokepoint.environments`, `.aliases`, `.bots` or `.releasedBranches` of the configuration, an annotation in the catalog, or something that a source has to report.',
        oneOf: [
          {
            type: 'object',
            required: ['kind', 'name', 'production'],
            properties: {
              kind: {
                type: 'string',
                enum: ['environment'],
              },
              name: {
                type: 'string',
              },
              production: {
                type: 'boolean',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'of', 'from'],
            properties: {
              kind: {
                type: 'string',
                enum: ['alias'],
              },
              of: {
                type: 'string',
                enum: ['repositories', 'actors', 'groups'],
              },
              from: {
                type: 'string',
              },
              to: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'actor'],
            properties: {
              kind: {
                type: 'string',
                enum: ['bot'],
              },
              actor: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'repo', 'branch'],
            properties: {
              kind: {
                type: 'string',
                enum: ['releasedBranch'],
              },
              repo: {
                type: 'string',
              },
              branch: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind'],
            properties: {
              kind: {
                type: 'string',
                enum: ['repositoryAnnotation'],
              },
              repo: {
                type: 'string',
              },
              entityRef: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'host', 'login'],
            properties: {
              kind: {
                type: 'string',
                enum: ['loginAnnotation'],
              },
              host: {
                type: 'string',
              },
              login: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'host', 'slug'],
            properties: {
              kind: {
                type: 'string',
                enum: ['teamAnnotation'],
              },
              host: {
                type: 'string',
              },
              slug: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'service', 'candidates'],
            properties: {
              kind: {
                type: 'string',
                enum: ['serviceName'],
              },
              service: {
                type: 'string',
              },
              candidates: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'repo'],
            properties: {
              kind: {
                type: 'string',
                enum: ['history'],
              },
              repo: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'repo'],
            properties: {
              kind: {
                type: 'string',
                enum: ['release'],
              },
              repo: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            required: ['kind'],
            properties: {
              kind: {
                type: 'string',
                enum: ['incidentService'],
              },
            },
          },
          {
            type: 'object',
            required: ['kind', 'source'],
            properties: {
              kind: {
                type: 'string',
                enum: ['sender'],
              },
              source: {
                type: 'string',
              },
            },
          },
        ],
      },
      UnmatchedItem: {
        type: 'object',
        required: ['kind', 'n', 'open', 'firstAt', 'lastAt'],
        properties: {
          kind: {
            $ref: '#/components/schemas/UnmatchedKind',
          },
          value: {
            description:
              'What was named. Absent in the row that stands for those that are too many to list, see `more`.',
            type: 'string',
          },
          more: {
            description: 'How many things this row stands for.',
            type: 'integer',
          },
          repos: {
            description:
              'Keys of repositories in which it was named, at most 10.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
          repoCount: {
            type: 'integer',
          },
          source: {
            type: 'string',
          },
          entityRefs: {
            description: 'Entities that it concerns, at most 10.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
          n: {
            description: 'How often it was named.',
            type: 'integer',
          },
          firstAt: {
            type: 'string',
            format: 'date-time',
          },
          lastAt: {
            type: 'string',
            format: 'date-time',
          },
          open: {
            description: 'False where it is listed for information only.',
            type: 'boolean',
          },
          detail: {
            $ref: '#/components/schemas/UnmatchedDetail',
          },
          mend: {
            $ref: '#/components/schemas/Mend',
          },
        },
      },
      UnmatchedDetail: {
        type: 'object',
        properties: {
          production: {
            description:
              'Of an environment, whether it was taken for production.',
            type: 'boolean',
          },
          takenBy: {
            description:
              'By what; its source, a configured rule, or its words.',
            type: 'string',
            enum: ['source', 'rule', 'words'],
          },
          lookedFor: {
            description: 'Of an entity, the repository it was looked for in.',
            type: 'string',
          },
          annotation: {
            description: 'The annotation that decided it.',
            type: 'string',
          },
          samples: {
            description: 'Keys of a few things that name it.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
          answers: {
            description: 'Of an account, its answers to a request or a push.',
            type: 'integer',
          },
          fastAnswers: {
            description: 'Those within five minutes.',
            type: 'integer',
          },
          hoursOfDay: {
            description: 'In how many different hours of the day, in UTC.',
            type: 'integer',
          },
        },
      },
      UnmatchedPage: {
        type: 'object',
        required: ['kinds', 'items'],
        properties: {
          kinds: {
            description:
              'The sums of each kind, whatever kind and page are asked for.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnmatchedCount',
            },
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnmatchedItem',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      EntityUnmatched: {
        description:
          'What did not match of this entity and what it rolls up, without what is listed for information only.',
        type: 'object',
        required: ['kinds'],
        properties: {
          kinds: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnmatchedCount',
            },
          },
          home: {
            description:
              'Of a single entity, where its changes are looked for, and the annotation that says so.',
            type: 'object',
            properties: {
              repos: {
                description: 'Keys of repositories; empty where it has none.',
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              path: {
                type: 'string',
              },
              annotation: {
                type: 'string',
              },
            },
          },
        },
      },
      OpenCounted: {
        description:
          'How long it takes with the unfinished counted too, milliseconds; an absent quantile is not reached.',
        type: 'object',
        required: ['n', 'reached', 'open', 'closed'],
        properties: {
          p50: {
            type: 'number',
          },
          p75: {
            type: 'number',
          },
          p90: {
            type: 'number',
          },
          n: {
            description: 'Changes observed, finished or not.',
            type: 'integer',
          },
          reached: {
            type: 'integer',
          },
          open: {
            type: 'integer',
          },
          closed: {
            description: 'Closed unmerged; they never get there.',
            type: 'integer',
          },
        },
      },
      Withheld: {
        description: 'Why values are not shown.',
        type: 'string',
        enum: ['tooFewChanges', 'tooFewPeople'],
      },
      QueuePart: {
        type: 'object',
        required: ['key', 'queueMs', 'share'],
        properties: {
          key: {
            type: 'string',
          },
          queueMs: {
            type: 'integer',
          },
          share: {
            description: "Of the party's own waiting, 0 to 1.",
            type: 'number',
          },
        },
      },
      GatewayRow: {
        description:
          'What waits behind one party; lengths in milliseconds, rates per week.',
        type: 'object',
        required: [
          'party',
          'queueMs',
          'queueShare',
          'externalQueueMs',
          'queuedChanges',
          'queuedTeams',
          'queuedServices',
          'visits',
          'queueNow',
          'stages',
          'workTypes',
          'authorKinds',
          'gateway',
          'sentence',
        ],
        properties: {
          party: {
            type: 'string',
          },
          queueMs: {
            type: 'integer',
          },
          queueShare: {
            type: 'number',
          },
          externalQueueMs: {
            description: 'The part where another team owns the change.',
            type: 'integer',
          },
          queuedChanges: {
            type: 'integer',
          },
          queuedTeams: {
            type: 'integer',
          },
          queuedServices: {
            type: 'integer',
          },
          visits: {
            description: 'Stretches that ended in the window.',
            type: 'integer',
          },
          waitP50: {
            type: 'number',
          },
          waitP90: {
            type: 'number',
          },
          arrivalRate: {
            type: 'number',
          },
          serviceRate: {
            type: 'number',
          },
          load: {
            description:
              'Visits begun over visits ended; above 1 the queue grows.',
            type: 'number',
          },
          queueNow: {
            type: 'integer',
          },
          oldestNow: {
            type: 'integer',
          },
          stages: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueuePart',
            },
          },
          workTypes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueuePart',
            },
          },
          authorKinds: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueuePart',
            },
          },
          concentration: {
            description:
              'Who of the party approves, by numbers and without names.',
            type: 'object',
            additionalProperties: {
              type: 'number',
            },
          },
          gateway: {
            description:
              'In the smallest set that holds half of all waiting in scope.',
            type: 'boolean',
          },
          sentence: {
            type: 'string',
          },
          withheld: {
            description: 'Why speeds, rates and concentration are not shown.',
            $ref: '#/components/schemas/Withheld',
          },
        },
      },
      GatewayPage: {
        type: 'object',
        required: ['from', 'to', 'asOf', 'scope', 'total', 'items'],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          scope: {
            type: 'string',
          },
          total: {
            type: 'object',
            required: ['queueMs', 'changes'],
            properties: {
              queueMs: {
                type: 'integer',
              },
              changes: {
                description: 'Changes that waited in the window.',
                type: 'integer',
              },
            },
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/GatewayRow',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      Saving: {
        description:
          'An upper bound; other queues may take up what this one gives back.',
        type: 'object',
        required: ['target', 'savedMs', 'n'],
        properties: {
          target: {
            type: 'number',
          },
          savedMs: {
            type: 'integer',
          },
          decisionToProductionP50: {
            type: 'number',
          },
          newDecisionToProductionP50: {
            type: 'number',
          },
          n: {
            type: 'integer',
          },
        },
      },
      QueueHolder: {
        type: 'object',
        required: ['party', 'team', 'share'],
        properties: {
          party: {
            type: 'string',
          },
          team: {
            type: 'string',
          },
          share: {
            type: 'number',
          },
        },
      },
      QueueItem: {
        type: 'object',
        required: [
          'change',
          'title',
          'url',
          'owner',
          'stage',
          'since',
          'age',
          'holders',
          'mine',
        ],
        properties: {
          change: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          stage: {
            $ref: '#/components/schemas/Stage',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          age: {
            description: 'Milliseconds it has been waiting.',
            type: 'integer',
          },
          holders: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueueHolder',
            },
          },
          mine: {
            description:
              "The caller or one of the caller's groups is waited on.",
            type: 'boolean',
          },
        },
      },
      GatewayDetail: {
        type: 'object',
        required: [
          'from',
          'to',
          'asOf',
          'scope',
          'row',
          'saving',
          'weeks',
          'owners',
          'services',
          'waitingNow',
          'longest',
        ],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          scope: {
            type: 'string',
          },
          row: {
            $ref: '#/components/schemas/GatewayRow',
          },
          saving: {
            $ref: '#/components/schemas/Saving',
          },
          weeks: {
            description: 'Whole weeks of the window, Monday to Monday in UTC.',
            type: 'array',
            items: {
              type: 'object',
              required: ['week', 'arrived', 'served'],
              properties: {
                week: {
                  type: 'string',
                  format: 'date-time',
                },
                arrived: {
                  type: 'integer',
                },
                served: {
                  type: 'integer',
                },
                waitP50: {
                  type: 'number',
                },
              },
            },
          },
          owners: {
            description:
              "Whose changes wait here, longest first; sums to the row's queue time.",
            type: 'array',
            items: {
              type: 'object',
              required: ['party', 'queueMs', 'changes'],
              properties: {
                party: {
                  type: 'string',
                },
                queueMs: {
                  type: 'integer',
                },
                changes: {
                  type: 'integer',
                },
              },
            },
          },
          services: {
            description:
              'Entities whose changes wait here. A change that touches several counts once for each.',
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'queueMs', 'changes'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                queueMs: {
                  type: 'integer',
                },
                changes: {
                  type: 'integer',
                },
              },
            },
          },
          waitingNow: {
            description: 'At most the hundred oldest.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueueItem',
            },
          },
          longest: {
            description:
              'The ten longest waits that lie in the window, in part at least.',
            type: 'array',
            items: {
              type: 'object',
              required: [
                'change',
                'title',
                'owner',
                'stage',
                'start',
                'end',
                'length',
              ],
              properties: {
                change: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                owner: {
                  type: 'string',
                },
                stage: {
                  $ref: '#/components/schemas/Stage',
                },
                start: {
                  type: 'string',
                  format: 'date-time',
                },
                end: {
                  type: 'string',
                  format: 'date-time',
                },
                length: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      FlowMap: {
        type: 'object',
        required: ['from', 'to', 'asOf', 'scope', 'total', 'edges'],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          scope: {
            type: 'string',
          },
          total: {
            type: 'object',
            required: ['queueMs'],
            properties: {
              queueMs: {
                type: 'integer',
              },
            },
          },
          edges: {
            type: 'array',
            items: {
              type: 'object',
              required: ['from', 'to', 'queueMs', 'changes'],
              properties: {
                from: {
                  description: 'Owner of the changes.',
                  type: 'string',
                },
                to: {
                  description: 'Team they waited on.',
                  type: 'string',
                },
                queueMs: {
                  type: 'integer',
                },
                changes: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      QueuePage: {
        type: 'object',
        required: ['asOf', 'total', 'items', 'cycles', 'chains'],
        properties: {
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          total: {
            type: 'integer',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/QueueItem',
            },
          },
          cycles: {
            description: 'Teams that wait on each other in a circle.',
            type: 'array',
            items: {
              type: 'object',
              required: ['teams', 'changes'],
              properties: {
                teams: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
                changes: {
                  type: 'integer',
                },
              },
            },
          },
          chains: {
            description:
              'For each team that waits, whom it waits on, directly or through others.',
            type: 'array',
            items: {
              type: 'object',
              required: ['team', 'waitsOn'],
              properties: {
                team: {
                  type: 'string',
                },
                waitsOn: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['team', 'distance'],
                    properties: {
                      team: {
                        type: 'string',
                      },
                      distance: {
                        type: 'integer',
                      },
                    },
                  },
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      ScorecardFigure: {
        type: 'object',
        required: ['n', 'unit'],
        properties: {
          value: {
            type: 'number',
          },
          n: {
            type: 'integer',
          },
          unit: {
            type: 'string',
            enum: ['ms', 'ratio', 'count', 'perWeek'],
          },
          status: {
            type: 'string',
            enum: ['good', 'watch', 'bad', 'tooFew'],
          },
          withheld: {
            $ref: '#/components/schemas/Withheld',
          },
        },
      },
      ScorecardRow: {
        type: 'object',
        required: [
          'entityRef',
          'title',
          'kind',
          'changes',
          'figures',
          'queueMs',
          'trend',
          'findings',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          domain: {
            type: 'string',
          },
          changes: {
            description: 'On their way at any time in the window.',
            type: 'integer',
          },
          figures: {
            description: 'The six in front and `throughput`, by id.',
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/ScorecardFigure',
            },
          },
          queueMs: {
            description:
              'Waiting behind it, milliseconds. Of a team, what waits on it; of an entity, what changes to it wait on its owner and its gates.',
            type: 'integer',
          },
          trend: {
            description:
              'Weekly median of `decisionToProduction`, else of `leadTime`.',
            type: 'array',
            items: {
              type: 'object',
              required: ['week', 'n'],
              properties: {
                week: {
                  type: 'string',
                  format: 'date-time',
                },
                value: {
                  type: 'number',
                },
                n: {
                  type: 'integer',
                },
              },
            },
          },
          findings: {
            description: 'How many the diagnosis has.',
            type: 'integer',
          },
        },
      },
      Scorecard: {
        type: 'object',
        required: ['from', 'to', 'asOf', 'scope', 'items'],
        properties: {
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          scope: {
            type: 'string',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ScorecardRow',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      EntityDurations: {
        type: 'object',
        required: ['measure', 'openCounted', 'points', 'cut'],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          measure: {
            type: 'string',
          },
          p50: {
            type: 'number',
          },
          p85: {
            type: 'number',
          },
          withheld: {
            $ref: '#/components/schemas/Withheld',
          },
          openCounted: {
            $ref: '#/components/schemas/OpenCounted',
          },
          points: {
            description:
              'Key, title, when it got there (or now while open), how long it took (milliseconds), 1 while open, work type.',
            type: 'array',
            items: {
              type: 'array',
              prefixItems: [
                {
                  type: 'string',
                },
                {
                  type: 'string',
                },
                {
                  type: 'integer',
                },
                {
                  type: 'integer',
                },
                {
                  type: 'integer',
                },
                {
                  type: 'string',
                },
              ],
              items: {},
              minItems: 6,
              maxItems: 6,
            },
          },
          cut: {
            description: 'There are more points than asked for.',
            type: 'boolean',
          },
        },
      },
      EntityReviews: {
        type: 'object',
        required: [
          'timeToFirstReview',
          'timeToApproval',
          'reviewRounds',
          'reviewLatency',
          'reviewSlo',
          'byHour',
        ],
        properties: {
          time: {
            $ref: '#/components/schemas/TimeBasis',
          },
          timeToFirstReview: {
            $ref: '#/components/schemas/Figure',
          },
          timeToApproval: {
            $ref: '#/components/schemas/Figure',
          },
          reviewRounds: {
            $ref: '#/components/schemas/Figure',
          },
          reviewLatency: {
            $ref: '#/components/schemas/Figure',
          },
          reviewSlo: {
            $ref: '#/components/schemas/Figure',
          },
          byHour: {
            description:
              'Visits that ended in the window, by the hour they began.',
            type: 'array',
            items: {
              type: 'object',
              required: ['weekday', 'hour', 'n'],
              properties: {
                weekday: {
                  description: '1 is Monday, 7 is Sunday.',
                  type: 'integer',
                },
                hour: {
                  type: 'integer',
                },
                n: {
                  type: 'integer',
                },
                p50: {
                  description: 'Absent where too few to be told.',
                  type: 'number',
                },
              },
            },
          },
        },
      },
      FindingFigure: {
        type: 'object',
        required: ['label', 'value', 'unit'],
        properties: {
          label: {
            type: 'string',
          },
          value: {
            type: 'number',
          },
          unit: {
            type: 'string',
            enum: ['ms', 'ratio', 'count', 'perWeek'],
          },
          n: {
            type: 'integer',
          },
          figure: {
            type: 'string',
          },
          evidence: {
            description:
              "Path and query, below the API's base, of the changes behind it.",
            type: 'string',
          },
        },
      },
      Finding: {
        type: 'object',
        required: ['rule', 'severity', 'sentence', 'figures', 'move'],
        properties: {
          rule: {
            type: 'string',
          },
          severity: {
            type: 'string',
            enum: ['critical', 'warning', 'info'],
          },
          sentence: {
            type: 'string',
          },
          figures: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FindingFigure',
            },
          },
          move: {
            description: 'What to try.',
            type: 'string',
          },
          savingMs: {
            description: 'Waiting saved over the window at most, milliseconds.',
            type: 'integer',
          },
          changes: {
            description: 'Keys of changes that show it, at most ten.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      SampleRow: {
        type: 'object',
        required: [
          'change',
          'title',
          'workType',
          'handoffs',
          'clarifications',
          'working',
          'waiting',
        ],
        properties: {
          change: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          workType: {
            type: 'string',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          doneAt: {
            description: 'Merged.',
            type: 'string',
            format: 'date-time',
          },
          shippedAt: {
            type: 'string',
            format: 'date-time',
          },
          handoffs: {
            type: 'integer',
          },
          clarifications: {
            type: 'integer',
          },
          working: {
            type: 'integer',
          },
          waiting: {
            type: 'integer',
          },
          longestWait: {
            type: 'object',
            required: ['length', 'stage', 'on'],
            properties: {
              length: {
                type: 'integer',
              },
              stage: {
                type: 'string',
              },
              on: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      EntityFindings: {
        type: 'object',
        required: ['from', 'to', 'asOf', 'findings', 'sample', 'disabled'],
        properties: {
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
          findings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
          sample: {
            description: 'Ten recent changes across the work types.',
            type: 'array',
            items: {
              $ref: '#/components/schemas/SampleRow',
            },
          },
          disabled: {
            description: 'Rules that are turned off.',
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      FindingPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'title', 'finding'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                finding: {
                  $ref: '#/components/schemas/Finding',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      Snapshot: {
        type: 'object',
        required: ['id', 'takenAt'],
        properties: {
          id: {
            type: 'string',
          },
          takenAt: {
            type: 'string',
            format: 'date-time',
          },
          note: {
            type: 'string',
          },
          by: {
            description:
              'Who took it; absent when the caller may not see people.',
            type: 'string',
          },
        },
      },
      SnapshotRequest: {
        type: 'object',
        properties: {
          note: {
            type: 'string',
            maxLength: 500,
          },
        },
      },
      SnapshotList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Snapshot',
            },
          },
        },
      },
      SnapshotComparison: {
        type: 'object',
        required: ['snapshot', 'figures', 'findings'],
        properties: {
          snapshot: {
            $ref: '#/components/schemas/Snapshot',
          },
          other: {
            description: 'Absent when compared with now.',
            $ref: '#/components/schemas/Snapshot',
          },
          figures: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'unit'],
              properties: {
                id: {
                  type: 'string',
                },
                before: {
                  type: 'number',
                },
                after: {
                  type: 'number',
                },
                unit: {
                  type: 'string',
                  enum: ['ms', 'ratio', 'count', 'perWeek'],
                },
              },
            },
          },
          findings: {
            type: 'object',
            required: ['gone', 'stayed', 'new'],
            properties: {
              gone: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Finding',
                },
              },
              stayed: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Finding',
                },
              },
              new: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Finding',
                },
              },
            },
          },
        },
      },
      KpiTarget: {
        type: 'object',
        required: ['target', 'limit'],
        properties: {
          target: {
            description:
              'Good up to here, or from here where higher is better.',
            type: 'number',
          },
          limit: {
            description: 'Bad beyond here.',
            type: 'number',
          },
        },
      },
      Targets: {
        description: 'By figure id, in the unit of the figure.',
        type: 'object',
        additionalProperties: {
          $ref: '#/components/schemas/KpiTarget',
        },
      },
      TargetsRequest: {
        type: 'object',
        required: ['targets'],
        properties: {
          targets: {
            $ref: '#/components/schemas/Targets',
          },
        },
      },
      EntityTargets: {
        type: 'object',
        required: ['targets', 'inherited', 'inheritedFrom', 'defaults'],
        properties: {
          targets: {
            $ref: '#/components/schemas/Targets',
          },
          inherited: {
            $ref: '#/components/schemas/Targets',
          },
          inheritedFrom: {
            description:
              'Ref of the group, domain or other entity that each inherited target comes from, by figure id; absent where the caller may not see it.',
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          defaults: {
            $ref: '#/components/schemas/Targets',
          },
        },
      },
    },
  },
} as const;
