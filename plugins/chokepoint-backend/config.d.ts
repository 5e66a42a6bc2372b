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

import { HumanDuration } from '@backstage/types';

export interface Config {
  chokepoint?: {
    /**
     * Targets of figures, by id of the figure; they replace the ones that come
     * along. Durations (`{ hours: 8 }`, `8h`, `PT8H`) for figures that are
     * durations, numbers for the others (ratios from 0 to 1).
     */
    targets?: {
      [figure: string]: {
        /** Up to here (or from here, where higher is better) it is good. */
        target: number | string | HumanDuration;
        /** Beyond here it is bad; in between it is to be watched. */
        limit: number | string | HumanDuration;
      };
    };

    /** When a figure is withheld, so that it tells nothing about one person. */
    privacy?: {
      /** Fewest observations a figure is shown for. The default is 5. */
      minimumChanges?: number;
      /**
       * Fewest people (authors and approvers) a figure is shown for. The
       * default is 3.
       */
      minimumGroupSize?: number;
    };

    /**
     * What type of work a change is: the first rule that matches counts, and a
     * rule matches when any of its conditions does. They replace the rules that
     * come along. Changing them builds everything again from the event log.
     */
    workTypes?: Array<{
      /** Lower camel case: `operationalFix`. */
      workType: string;
      /** Any of these labels, of the change or its work items. */
      labels?: string[];
      /**
       * Every changed path lies below one of these folders or has one of these
       * endings: `docs/`, `.md`.
       */
      paths?: string[];
      /** The title begins with one of these. */
      titlePrefixes?: string[];
    }>;

    /**
     * When teams work, for working hours, which are told on request. Without
     * any: Monday to Friday, 9 to 17 in UTC, for everybody.
     */
    calendars?: Array<{
      /**
       * Refs of the groups this is for, with those below them that have none
       * of their own. Without it, it is for everybody else.
       */
      groups?: string[];
      /** IANA name: `Europe/Zurich`. The default is `UTC`. */
      zone?: string;
      /** 1 is Monday, 7 is Sunday. The default is Monday to Friday. */
      days?: number[];
      /** Local time of day. The default is `09:00`. */
      from?: string;
      /** Local time of day, `24:00` at most. The default is `17:00`. */
      to?: string;
      /** Local dates: `2026-12-25`. */
      holidays?: string[];
    }>;

    findings?: {
      /** Rules of the diagnosis that are turned off. */
      disabled?: string[];
      /** Where the rules draw their lines. */
      thresholds?: {
        /** Observations a figure needs. Default `privacy.minimumChanges`. */
        minimum?: number;
        /** Default 0.5. */
        queueTimeRatio?: number;
        /** Share of all waiting. Default 0.4. */
        dominantStage?: number;
        /** Share of the waiting of others. Default a third. */
        singleGateway?: number;
        /** Default 2. */
        effectiveApprovers?: number;
        /** Default 0.5. */
        approvalShare?: number;
        /** Default 0.15. */
        unownedWait?: number;
        /** One wait in ten over the usual one for that size. Default 6. */
        reviewSpread?: number;
        /** Default 5. */
        batchSize?: number;
        /** Default 1. */
        deploymentsPerWeek?: number;
        /** Wait of small changes over that of core ones. Default 1. */
        sharedQueue?: number;
        /** Share of small changes. Default 0.2. */
        overtaken?: number;
        /** That work in progress is measured against. Default a week. */
        leadTime?: string | HumanDuration;
        /** Default 4. */
        backlogWeeks?: number;
        /** Share of what is in flight. Default 0.25. */
        onePersonAway?: number;
        /** Default 0.6. */
        coverage?: number;
        /**
         * Wait for a review that nobody minds, and that savings are worked out
         * with. Default a day.
         */
        reviewWait?: string | HumanDuration;
      };
    };

    /** How often things are done. */
    schedule?: {
      /** Between two syncs of a source. The default is 10 minutes. */
      sync?: string | HumanDuration;
      /**
       * After which a sync is stopped, to go on where it was at the next one;
       * also how long it takes until another replica takes over from one that
       * died. The default is 10 minutes.
       */
      syncTimeout?: string | HumanDuration;
      /** Between two looks at the catalog. The default is 5 minutes. */
      ownership?: string | HumanDuration;
    };
  };
}
