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

import { configApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { SimulatedDataNotice } from './SimulatedDataNotice';

async function renderWith(data: {
  chokepoint?: { demo: { enabled: boolean } };
}) {
  await renderInTestApp(
    <TestApiProvider apis={[[configApiRef, mockApis.config({ data })]]}>
      <SimulatedDataNotice />
    </TestApiProvider>,
  );
}

describe('the notice about the data', () => {
  it('is there when the company is simulated', async () => {
    await renderWith({ chokepoint: { demo: { enabled: true } } });
    expect(screen.getByText(/simulated data/i)).toBeInTheDocument();
  });

  it('is not there over real data', async () => {
    await renderWith({ chokepoint: { demo: { enabled: false } } });
    expect(screen.queryByText(/simulated data/i)).not.toBeInTheDocument();
  });

  it('is not there unless the configuration says so', async () => {
    await renderWith({});
    expect(screen.queryByText(/simulated data/i)).not.toBeInTheDocument();
  });
});
