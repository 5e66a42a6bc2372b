import { HumanDuration } from '@backstage/types';

export interface Config {
  chokepoint?: {
    /**
     * Targets by figure, instead of those that come along. Teams and entities
     * can have others, set through the API.
     */
    targets?: {
      [figure: string]: {
        /** Good up to here, or from here where higher is better; figures that are lengths of time take a duration. */
        target: number | string | HumanDuration;
        /** Bad beyond here. */
        limit: number | string | HumanDuration;
      };
    };

    /** Below these a figure is withheld. */
    privacy?: {
      /** Changes, or other observations. Default 5. */
      minimumChanges?: number;
      /** People. Default 3. */
      minimumGroupSize?: number;
    };

    /** What kind of work a change is; the first rule that fits counts. */
    workTypes?: Array<{
      /** The kind of work. */
      workType: string;
      /** Labels of the change or of its work items. */
      labels?: string[];
      /** Folders or endings that all paths of the change fit. */
      paths?: string[];
      /** Begins of the title. */
      titlePrefixes?: string[];
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
        /** p90 over p50. Default 6. */
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
        /** Wait for a review that savings are worked out with. Default a day. */
        reviewWait?: string | HumanDuration;
      };
    };

    schedule?: {
      /** How often each source is synced. Default every ten minutes. */
      sync?: string | HumanDuration;
      /** How long a sync may take. Default ten minutes. */
      syncTimeout?: string | HumanDuration;
      /** How often the catalog is read. Default every five minutes. */
      ownership?: string | HumanDuration;
    };
  };
}
