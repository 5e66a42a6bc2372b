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
import { FlowEvent } from 'chokepoint-flow';
import { GithubOptions } from '../options';
import { DeploymentNode, EnvironmentNode, ReleaseNode } from '../queries/nodes';
import { Reader } from '../read/Reader';
import { readHistories } from '../read/readRollouts';
import {
  approversOf,
  changesIn,
  environmentOf,
  translateDeployment,
  translateRelease,
} from '../translate/deployments';
import { present } from '../translate/timeline';
import { TranslationContext } from '../translate/TranslationContext';

/** Something that was rolled out to production. */
interface Rollout {
  oid: string;
  /** RFC 3339. */
  at: string;
  succeeded: boolean;
}

/**
 * The events of some deployments. For those to production the commits that lead
 * to them are read as well, so that they name the pull requests they contain
 * even where what is rolled out is no merge commit.
 */
export async function deploymentEvents(
  found: { items: DeploymentNode[]; environments: EnvironmentNode[] },
  reader: Reader,
  translation: TranslationContext,
  { productionEnvironments }: GithubOptions,
): Promise<FlowEvent[]> {
  const { items, environments } = found;
  const approvers = approversOf(environments, translation.host);
  const context = { ...translation, productionEnvironments, approvers };
  const toProduction = items.filter(
    item => environmentOf(item, productionEnvironments).production,
  );
  const contents = await contentsOf(
    toProduction.map(item => ({
      oid: item.commitOid,
      at: item.createdAt,
      succeeded: present(item.statuses).some(
        ({ state }) => state === 'SUCCESS',
      ),
    })),
    reader,
    translation.repo,
  );
  return items.flatMap(item =>
    translateDeployment(item, contents[toProduction.indexOf(item)], context),
  );
}

/** The events of some releases, as deployments to production. */
export async function releaseEvents(
  releases: ReleaseNode[],
  reader: Reader,
  translation: TranslationContext,
): Promise<FlowEvent[]> {
  const contents = await contentsOf(
    releases.map(release => ({
      oid: release.tagCommit?.oid ?? '',
      at: release.createdAt,
      succeeded: !release.isDraft && !release.isPrerelease,
    })),
    reader,
    translation.repo,
  );
  return releases.flatMap((release, index) =>
    translateRelease(release, contents[index], translation),
  );
}

/**
 * The pull requests in each of some roll-outs: those merged since the last
 * commit that an earlier one brought to production. Where that one is not among
 * these, some were in production before; the first that contains them counts.
 */
async function contentsOf(
  rollouts: Rollout[],
  reader: Reader,
  repo: string,
): Promise<(string[] | undefined)[]> {
  const oids = new Set(
    rollouts.map(({ oid }) => oid).filter(oid => oid !== ''),
  );
  const histories = await readHistories(reader, [...oids]);
  return rollouts.map(({ oid, at }) => {
    const history = histories.get(oid);
    const before = rollouts
      .filter(other => other.succeeded && other.at < at)
      .map(other => other.oid);
    return history && changesIn(history, new Set(before), repo);
  });
}
