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
     * Changes that are left out of all figures, shown and counted as left out. A
     * rule matches when any of its conditions does.
     */
    exclude?: Array<{
      /** Shown beside the number of changes: `backMerges`. */
      name: string;
      /** Any of these labels, without case. */
      labels?: string[];
      /** Head branches; `*` stands for any characters: `mirror/*`. */
      branches?: string[];
      /** Actor ids of the author: `github.com/renovate[bot]`. */
      authors?: string[];
      /** The title begins with one of these, without case. */
      titlePrefixes?: string[];
    }>;

    /** What commands and labels mean, without case; each replaces its default. */
    signals?: {
      /** Approvals of the commenter. Default `/lgtm` and `/approve`. */
      approvalCommands?: string[];
      /** Approvals while they are set. Default `lgtm` and `approved`. */
      approvalLabels?: string[];
      /** Forbid the merge until `<command> cancel`. Default `/hold`. */
      holdCommands?: string[];
      /**
       * Forbid the merge while they are set. Default `hold`, `do-not-merge` and
       * `do-not-merge/hold`.
       */
      holdLabels?: string[];
      /** Nothing can move while they are set. Default `blocked`, `on hold`. */
      blockedLabels?: string[];
    };

    /** Which changes are an agent's, beside those that say so themselves. */
    agents?: {
      /** Default `copilot`, `codex`, `claude-code` and `ai-generated`. */
      labels?: string[];
      /** Default `copilot/`, `codex/`, `claude/`, `cursor/` and `devin/`. */
      branchPrefixes?: string[];
    };

    /**
     * What an environment is, where its source does not say so: the first entry
     * whose name matches counts, before the words of the name.
     */
    environments?: Array<{
      /** `*` stands for any characters. */
      name: string;
      production: boolean;
    }>;

    /** What counts as a failure of a release. */
    failures?: {
      /** Severities of incidents that count, without case. All by default. */
      severities?: string[];
      /**
       * An incident belongs to a release that began no longer ago. The default
       * is 7 days.
       */
      incidentLag?: string | HumanDuration;
      /** Beginnings of titles that revert. Default `revert`. */
      revertWords?: string[];
      /** Of a title, a label or a branch. Default `hotfix` and `hot-fix`. */
      hotfixWords?: string[];
    };

    /**
     * Branches from which a repository is released, by its key; they go before
     * those that the source describes.
     */
    releasedBranches?: {
      [repository: string]: string[];
    };

    /**
     * Actor ids that are bots, whatever their source says: `github.com/helper`.
     */
    bots?: string[];

    /** Actor ids of bots that close the changes which they have landed. */
    landingBots?: string[];

    /** A run of checks that has not ended after this has. Default 6 hours. */
    staleCheck?: string | HumanDuration;

    /**
     * After this a merged change that no release contains waits no longer for
     * one. The default is 90 days.
     */
    staleRelease?: string | HumanDuration;

    /** Names that are no longer used, each with the one that is. */
    aliases?: {
      /** `github.com/acme/old: github.com/acme/new`. */
      repositories?: { [former: string]: string };
      /** `github.com/jo: github.com/jo-doe`. */
      actors?: { [former: string]: string };
      /** `group:default/old: group:default/new`, or names. */
      groups?: { [former: string]: string };
    };

    /** What may be sent to `POST /events`. */
    ingest?: {
      /**
       * Patterns of the sources that a credential may write under, by its
       * subject; `*` stands for any characters. Others write under `api:*`.
       */
      sources?: {
        [subject: string]: string[];
      };
    };

    /**
     * When teams work, for working hours, which are shown on request. Without
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
      /** Days with other hours, by their number: `5: { to: '15:00' }`. */
      hours?: {
        [day: string]: {
          from?: string;
          to?: string;
        };
      };
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
