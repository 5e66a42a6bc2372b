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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * See figures and changes of the entities one may see in the catalog.
 *
 * @public
 */
export const chokepointReadPermission = createPermission({
  name: 'chokepoint.read',
  attributes: { action: 'read' },
});

/**
 * See who it was: without it, people are shown as the team they act for.
 *
 * @public
 */
export const chokepointPersonReadPermission = createPermission({
  name: 'chokepoint.person.read',
  attributes: { action: 'read' },
});

/**
 * Append events. External services hold it by their access token; people need
 * the permission.
 *
 * @public
 */
export const chokepointIngestPermission = createPermission({
  name: 'chokepoint.ingest',
  attributes: { action: 'create' },
});

/**
 * Set the targets of the entities one may see.
 *
 * @public
 */
export const chokepointTargetWritePermission = createPermission({
  name: 'chokepoint.target.write',
  attributes: { action: 'update' },
});

/**
 * Ask a source to bring itself up to date now.
 *
 * @public
 */
export const chokepointSourceSyncPermission = createPermission({
  name: 'chokepoint.source.sync',
  attributes: { action: 'update' },
});

/**
 * All permissions of Chokepoint.
 *
 * @public
 */
export const chokepointPermissions = [
  chokepointReadPermission,
  chokepointPersonReadPermission,
  chokepointIngestPermission,
  chokepointTargetWritePermission,
  chokepointSourceSyncPermission,
];
