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

import { DeploymentDescription, FlowEvent } from '../events/FlowEvent';
import { environmentVerdict } from '../production/environments';

/** What is known of one deployment that contains the change. */
interface RollOut {
  /** Its description says that it is of a production environment. */
  production: boolean;
  running: boolean;
  failed: boolean;
  /** Actor ids asked to approve, while they are. */
  approvers?: string[];
}

/** The roll-outs of a change, as far as they have been reported. */
export interface RollOuts {
  byDeployment: Map<string, RollOut>;
}

/** Nothing was rolled out yet. */
export function newRollOuts(): RollOuts {
  return { byDeployment: new Map() };
}

/** Whether a deployment is of production, by its source or its environment. */
function isProduction({
  environment = '',
  production,
}: Partial<DeploymentDescription>): boolean {
  return environmentVerdict(environment, production, []).production;
}

/**
 * Takes in one event of a deployment that contains the change. A roll-out
 * counts from the moment its description is known. Returns true when the change
 * reached production with it: the first success in production.
 */
export function rollOut(state: RollOuts, event: FlowEvent): boolean {
  let deployment = state.byDeployment.get(event.subject);
  if (!deployment) {
    deployment = { production: false, running: false, failed: false };
    state.byDeployment.set(event.subject, deployment);
  }
  switch (event.type) {
    case 'deployment.requested':
      deployment.production = isProduction(event.data);
      return false;
    case 'deployment.approvalRequested':
      deployment.approvers = event.data?.approvers ?? [];
      return false;
    case 'deployment.approved':
      deployment.approvers = undefined;
      return false;
    case 'deployment.started':
      deployment.running = true;
      deployment.failed = false;
      deployment.approvers = undefined;
      return false;
    case 'deployment.finished':
      if (event.data.repo !== undefined) {
        deployment.production = isProduction(event.data);
      }
      deployment.running = false;
      deployment.approvers = undefined;
      deployment.failed = event.data.outcome === 'failure';
      return deployment.production && !deployment.failed;
    case 'deployment.rolledBack':
      deployment.failed ||= deployment.running;
      deployment.running = false;
      return false;
    default:
      return false;
  }
}

/** What the production roll-outs of a merged change are doing. */
export type RollOutPhase =
  | { kind: 'running' }
  | { kind: 'gated'; approvers: string[] }
  | { kind: 'idle'; failed: boolean };

/**
 * A roll-out that runs comes first, then a gate somebody was asked to open,
 * then waiting for the next release.
 */
export function rollOutPhase(state: RollOuts): RollOutPhase {
  const approvers = new Set<string>();
  let gated = false;
  let failed = false;
  for (const deployment of state.byDeployment.values()) {
    if (deployment.production) {
      if (deployment.running) {
        return { kind: 'running' };
      }
      if (deployment.approvers) {
        gated = true;
        deployment.approvers.forEach(id => approvers.add(id));
      }
      failed ||= deployment.failed;
    }
  }
  return gated
    ? { kind: 'gated', approvers: [...approvers] }
    : { kind: 'idle', failed };
}
