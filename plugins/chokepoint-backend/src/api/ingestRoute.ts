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
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { chokepointIngestPermission } from 'backstage-plugin-chokepoint-common';
import { Request } from 'express';
import { ingestStream, StreamReport } from '../ingest/ingestStream';
import { Intake } from '../ingest/Intake';
import { readItems } from '../ingest/readItems';
import { audited } from './audited';
import { permitted } from './permitted';

/** What taking events in over HTTP needs. */
export interface IngestRouteOptions {
  intake: Intake;
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
  const { httpAuth, auditor, intake, permissions } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const ingest = async () => {
    await permitted(permissions, chokepointIngestPermission, credentials);
    const items = readItems(request);
    return options.makeWayFor(() => ingestStream(intake, items));
  };
  try {
    return await audited(
      auditor,
      { eventId: 'events-ingest', request, severityLevel: 'low' },
      ingest,
      ({ accepted, duplicates, rejectedTotal }) => ({
        accepted,
        duplicates,
        rejectedTotal,
      }),
    );
  } catch (error) {
    // The rest of the body is read and thrown away, so that the sender is not
    // left writing to somebody who no longer listens.
    request.resume();
    throw error;
  }
}
