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

/**
 * The paths of the HTTP API.
 *
 * @public
 */
export interface paths {
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Appends events, each once
     * @description Takes a JSON array or an NDJSON stream of flow events, of any length. The valid events of a batch are kept when others are refused; the answer names each refused one. An event that was delivered before counts as a duplicate. When the body cannot be read to its end (cut off, not JSON) the answer is an error that says how many events before the fault were kept, and sending the same body again is safe.
     */
    post: operations['ingestEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The KPIs of an entity or of everything below it */
    get: operations['getEntityFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The changes behind the figures */
    get: operations['listEntityChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/changes/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One change with its timeline and the events behind it */
    get: operations['getChange'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What feeds the figures */
    get: operations['listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rejections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that were refused, newest first */
    get: operations['listRejections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

/**
 * The API calls nobody.
 *
 * @public
 */
export type webhooks = Record<string, never>;

/**
 * The shapes of the HTTP API.
 *
 * @public
 */
export interface components {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    IngestReport: {
      accepted: number;
      duplicates: number;
      /** @description At most the first 1,000; `rejectedTotal` counts all, `GET /rejections` lists them. */
      rejected: components['schemas']['RejectedItem'][];
      rejectedTotal?: number;
    };
    RejectedItem: {
      /** @description Position in the request, from 0. */
      index: number;
      id?: string;
      reason: string;
    };
    /** @enum {string} */
    ActorKind: 'human' | 'bot' | 'agent';
    /** @enum {string} */
    Stage:
      | 'prioritisation'
      | 'build'
      | 'review'
      | 'rework'
      | 'verification'
      | 'merge'
      | 'release'
      | 'deployment';
    Exclusion: {
      reason: string;
      n: number;
    };
    Figure: {
      /** @description The headline in `unit`; the median of a distribution. */
      value?: number;
      p50?: number;
      p75?: number;
      p85?: number;
      p90?: number;
      mean?: number;
      /** @description Further numbers by name, where the definition has any. */
      details?: {
        [key: string]: number;
      };
      n: number;
      /** @enum {string} */
      unit: 'ms' | 'ratio' | 'count' | 'perWeek';
      definition: number;
      /**
       * @description Absent when the figure has no target.
       * @enum {string}
       */
      status?: 'good' | 'watch' | 'bad' | 'tooFew';
      target?: number;
      /**
       * @description Why the values are not shown.
       * @enum {string}
       */
      withheld?: 'tooFewChanges' | 'tooFewPeople';
      /** @description The same over the window before. */
      previous?: {
        value?: number;
        n: number;
      };
      excluded: components['schemas']['Exclusion'][];
      coverage?: number;
      /** @description Path and query, below the API's base, of the changes behind it. */
      evidence: string;
    };
    StageFigure: {
      stage: components['schemas']['Stage'];
      working: number;
      waiting: number;
      n: number;
      p50?: number;
      p75?: number;
      p85?: number;
      p90?: number;
    };
    PartyWait: {
      /** @description Team, gate, `unassigned` or `external`; people are told by their team. */
      party: string;
      /** @description The stage most of it was spent in. */
      stage?: components['schemas']['Stage'];
      /** @description Milliseconds of it in that stage. */
      stageWaiting?: number;
      /** @description Milliseconds. */
      waiting: number;
      share: number;
    };
    EntityFigures: {
      entityRef: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** Format: date-time */
      asOf: string;
      /** @description By figure id. */
      figures: {
        [key: string]: components['schemas']['Figure'];
      };
      stages: components['schemas']['StageFigure'][];
      /** @description Whom the changes of the window waited on, longest first; sums to their waiting time. */
      waitingOn: components['schemas']['PartyWait'][];
      inFlight: {
        n: number;
        /** @description Milliseconds since the start of the oldest. */
        oldestAge?: number;
        oldestChange?: string;
        oldestWaitingOn?: string[];
      };
      /** @description Work types seen, for filters. */
      workTypes?: string[];
      /**
       * Format: date-time
       * @description When the newest event of these changes was stored.
       */
      freshness?: string;
      /** @description Present events are still being worked in, or a source's first sync still runs. */
      partial: {
        /** @description Changes waiting to be projected. */
        pending: number;
        /** @description Sources whose first sync has not finished. */
        syncing?: string[];
      };
      /** @description Some of the changes come from a simulation. */
      simulated: boolean;
    };
    Milestones: {
      /** Format: date-time */
      decidedAt?: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      firstCommitAt?: string;
      /** Format: date-time */
      openedAt?: string;
      /** Format: date-time */
      readyAt?: string;
      /** Format: date-time */
      firstReviewAt?: string;
      /** Format: date-time */
      approvedAt?: string;
      /** Format: date-time */
      mergedAt?: string;
      /** Format: date-time */
      productionAt?: string;
      /** Format: date-time */
      closedAt?: string;
    };
    Holder: {
      party: string;
      share: number;
    };
    Segment: {
      stage: components['schemas']['Stage'];
      /** @enum {string} */
      mode: 'working' | 'waiting' | 'paused';
      /** Format: date-time */
      start: string;
      /** Format: date-time */
      end: string;
      /** @description True for the last segment of a change that is still on its way; its end is asOf. */
      open?: boolean;
      holders: components['schemas']['Holder'][];
      reason?: string;
    };
    /** @description Milliseconds and counts of one change; absent when unknown. */
    ChangeFigures: {
      leadTime?: number;
      decisionToProduction?: number;
      workingTime: number;
      queueTime: number;
      timeToFirstReview?: number;
      timeToApproval?: number;
      timeToFirstResponse?: number;
      timeToAutomatedResponse?: number;
      soleBlockerTime?: number;
      handoffs: number;
      teamHandoffs: number;
      reviewRounds: number;
      returns: number;
      clarificationLoops: number;
    };
    ChangeSummary: {
      key: string;
      title: string;
      url: string;
      repo: string;
      /** @enum {string} */
      state: 'open' | 'merged' | 'inProduction' | 'closed';
      /** @description Absent when the caller may not see people. */
      author?: string;
      authorKind: components['schemas']['ActorKind'];
      workType: string;
      /** @enum {string} */
      size?: 'xs' | 's' | 'm' | 'l' | 'xl' | 'unknown';
      /** @description Those the caller may see. */
      entities: string[];
      owner: string;
      productionObserved: boolean;
      milestones: components['schemas']['Milestones'];
      figures: components['schemas']['ChangeFigures'];
      /** @description Milliseconds from the start of the timeline to its end, or to now while open. */
      age: number;
      /** @description Where an unfinished change stands now. */
      current?: {
        stage: components['schemas']['Stage'];
        /** @enum {string} */
        mode: 'working' | 'waiting' | 'paused';
        /** Format: date-time */
        since: string;
        reason?: string;
        holders: components['schemas']['Holder'][];
        /** @description Median time changes of this entity spend in this stage, milliseconds. */
        usualP50?: number;
        usualP85?: number;
      };
    };
    ChangeDetail: components['schemas']['ChangeSummary'] & {
      /** Format: date-time */
      asOf: string;
      segments: components['schemas']['Segment'][];
      /** @description The events the timeline was built from, in their order; capped, see eventsTotal. */
      events: components['schemas']['FlowEvent'][];
      eventsTotal?: number;
      deployments?: string[];
      workItems?: string[];
    };
    FlowEvent: {
      id: string;
      source: string;
      type: string;
      subject: string;
      /** Format: date-time */
      at: string;
      /** @description Absent when the caller may not see people. */
      actor?: {
        id?: string;
        kind: components['schemas']['ActorKind'];
      };
      data?: {
        [key: string]: unknown;
      };
    };
    ChangePage: {
      items: components['schemas']['ChangeSummary'][];
      total: number;
      nextCursor?: string;
    };
    SourceHealth: {
      items: {
        id: string;
        /**
         * @description `module` syncs itself, `push` is fed through POST /events.
         * @enum {string}
         */
        kind?: 'module' | 'push';
        /** @enum {string} */
        state: 'idle' | 'syncing' | 'failing' | 'neverRun';
        events: number;
        rejections?: number;
        /** Format: date-time */
        lastEventAt?: string;
        /** Format: date-time */
        lastSuccessAt?: string;
        /** Format: date-time */
        lastAttemptAt?: string;
        lastError?: string;
        progress?: {
          done: number;
          total?: number;
          detail?: string;
        };
        rateLimit?: {
          remaining?: number;
          /** Format: date-time */
          resetAt?: string;
        };
      }[];
      /** @description Shares of all changes, 0 to 1. */
      coverage: {
        changes: number;
        decision?: number;
        owner?: number;
        deployment?: number;
        entity?: number;
      };
      /** @description Changes waiting to be projected. */
      pending?: number;
    };
    RejectionPage: {
      items: {
        /** Format: date-time */
        receivedAt: string;
        source?: string;
        id?: string;
        reason: string;
        /** @description The refused item as it came, cut at 2,000 characters. */
        item?: string;
      }[];
      nextCursor?: string;
    };
  };
  responses: {
    /** @description An error, with the field at fault. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    /** @description Begin of the window, inclusive. Default 90 days before `to`. */
    from: string;
    /** @description End of the window, exclusive. Default now. */
    to: string;
    workType: string;
    authorKind: components['schemas']['ActorKind'];
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}

/**
 * None are used.
 *
 * @public
 */
export type $defs = Record<string, never>;

/**
 * The operations of the HTTP API.
 *
 * @public
 */
export interface operations {
  ingestEvents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        }[];
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description What became of each event. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IngestReport'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityFigures: {
    parameters: {
      query?: {
        /** @description Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** @description End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        authorKind?: components['parameters']['authorKind'];
        /** @description `previous` adds each figure's value over the window of the same length that ends where this one begins. */
        compare?: 'previous' | 'none';
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          /** @description Changes when any figure does. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityFigures'];
        };
      };
      /** @description Nothing changed since the ETag sent as If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listEntityChanges: {
    parameters: {
      query?: {
        /** @description Begin of the window, inclusive. Default 90 days before `to`. */
        from?: components['parameters']['from'];
        /** @description End of the window, exclusive. Default now. */
        to?: components['parameters']['to'];
        workType?: components['parameters']['workType'];
        authorKind?: components['parameters']['authorKind'];
        /** @description `inFlight`: open or merged and not yet in production, now, whatever the window. `inProduction`: reached production in the window. `closed`: closed unmerged in the window. `all`: on the way at any time in the window. */
        state?: 'inFlight' | 'inProduction' | 'closed' | 'all';
        /** @description Only the changes this figure was computed from; overrides `state`. */
        figure?: string;
        /** @description Only changes that met this stage; with `inFlight`, that are in it. */
        stage?: components['schemas']['Stage'];
        /** @description Sort order; a leading minus means descending. Ties are broken by key. */
        order?:
          | 'openedAt'
          | '-openedAt'
          | 'productionAt'
          | '-productionAt'
          | 'age'
          | '-age'
          | 'waiting'
          | '-waiting'
          | 'title'
          | '-title';
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getChange: {
    parameters: {
      query?: {
        /** @description Show the timeline as it was at this instant. */
        asOf?: string;
      };
      header?: never;
      path: {
        /** @description Subject key of the change, URL-encoded. */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The health of each source, and coverage overall. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceHealth'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRejections: {
    parameters: {
      query?: {
        source?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of refused events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RejectionPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
