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

import {
  AuditorService,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { chokepointIngestPermission } from 'backstage-plugin-chokepoint-common';
import { Request } from 'express';
import { ingestStream, StreamReport } from '../ingest/ingestStream';
import { Intake } from '../ingest/Intake';
import { readItems } from '../ingest/readItems';
import { Writers } from '../ingest/Writers';
import { audited } from './audited';
import { permitted } from './permitted';

/** What taking events in over HTTP needs. */
export interface IngestRouteOptions {
  intake: Intake;
  writers: Writers;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  /** Keeps what would slow this down out of the way meanwhile. */
  makeWayFor<T>(work: () => Promise<T>): Promise<T>;
}

/** Takes in the events of a request, for whoever may send some. */
export async function ingestRequest(
  request: Request,
  options: IngestRouteOptions,
): Promise<StreamReport> {
  const { httpAuth, auditor, intake, permissions, writers } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const ingest = async () => {
    await permitted(permissions, chokepointIngestPermission, credentials);
    const items = readItems(request);
    const subject = subjectOf(credentials.principal);
    return options.makeWayFor(() =>
      ingestStream(intake, items, source =>
        writers.mayNotWrite(subject, source),
      ),
    );
  };
  try {
    return await audited(
      auditor,
      { eventId: 'events-ingest', request, severityLevel: 'low' },
      ingest,
      ({ accepted, duplicates, rejectedTotal, contradictions }) => ({
        accepted,
        duplicates,
        rejectedTotal,
        contradictions: contradictions.length,
      }),
    );
  } catch (error) {
    // The rest of the body is read and thrown away, so that the sender is not
    // left writing to somebody who no longer listens.
    request.resume();
    throw error;
  }
}

/** Whom a credential is of, as `chokepoint.ingest.sources` names them. */
function subjectOf(
  principal: BackstageUserPrincipal | BackstageServicePrincipal,
): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
