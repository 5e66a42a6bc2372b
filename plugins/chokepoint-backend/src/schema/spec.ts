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
          'Takes a JSON array or an NDJSON stream of flow events, of any length. The valid events of a batch are kept when others are refused; the answer names each refused one. An event that was delivered before counts as a duplicate. When the body cannot be read to its end (cut off, not JSON) the answer is an error that says how many events before the fault were kept, and sending the same body again is safe.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: true,
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
            $ref: '#/components/parameters/authorKind',
          },
          {
            name: 'compare',
            in: 'query',
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
            $ref: '#/components/parameters/authorKind',
          },
          {
            name: 'state',
            in: 'query',
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
            description:
              'Only the changes this figure was computed from; overrides `state`.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'stage',
            in: 'query',
            description:
              'Only changes that met this stage; with `inFlight`, that are in it.',
            schema: {
              $ref: '#/components/schemas/Stage',
            },
          },
          {
            name: 'order',
            in: 'query',
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
            description: '`nextCursor` of the page before.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
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
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
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
  },
  components: {
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
        schema: {
          type: 'string',
        },
      },
      authorKind: {
        name: 'authorKind',
        in: 'query',
        schema: {
          $ref: '#/components/schemas/ActorKind',
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
        required: ['accepted', 'duplicates', 'rejected'],
        properties: {
          accepted: {
            type: 'integer',
          },
          duplicates: {
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
      ActorKind: {
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
            },
          },
          excluded: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Exclusion',
            },
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
                description: 'Milliseconds since the start of the oldest.',
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
              "Present events are still being worked in, or a source's first sync still runs.",
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
            type: 'string',
            enum: ['xs', 's', 'm', 'l', 'xl', 'unknown'],
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
              'Milliseconds from the start of the timeline to its end, or to now while open.',
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
            required: ['asOf', 'segments', 'events'],
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
      RejectionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['receivedAt', 'reason'],
              properties: {
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
    },
  },
} as const;
