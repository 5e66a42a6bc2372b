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
    /** How GitHub is read. Every key has a default. */
    github?: {
      /**
       * How far back the first reading goes, by the date pull requests and
       * deployments were created: `P1Y`, `90 days` or `{ days: 90 }`. Without
       * it everything is read, newest first. It counts for repositories that
       * have not been read yet.
       */
      history?: HumanDuration | string;

      /**
       * Labels that decide that an issue will be done, compared without case.
       * The default is `accepted`.
       */
      decisionLabels?: string[];

      /**
       * Whether being put on a milestone decides that an issue will be done.
       * The default is false.
       */
      decisionByMilestone?: boolean;

      /**
       * Names of environments that are production though they do not say so.
       * Of all others the rules of the model judge the name.
       */
      productionEnvironments?: string[];

      /**
       * When a published release stands for a deployment to production:
       * `whenNoDeployments` (the default) as long as the repository was never
       * seen to deploy to production through GitHub, `always`, or `never`.
       */
      releases?: 'whenNoDeployments' | 'always' | 'never';

      /**
       * Commands in comments that are reported beside `/lgtm`, `/approve` and
       * `/hold`: lines that are one or begin with one, without case. Nothing
       * else of a comment is kept. What they mean is for `chokepoint.signals`.
       */
      commands?: string[];

      /** Logins that are bots though GitHub calls them users. */
      botLogins?: string[];

      /**
       * Logins of automations that write changes of their own, beside the
       * coding agents that are known by name.
       */
      agentLogins?: string[];

      /**
       * Share of the hour's points of the GitHub API that is left to the rest
       * of the portal, from 0 to below 1. The default is 0.2.
       */
      rateLimitReserve?: number;
    };
  };
}
