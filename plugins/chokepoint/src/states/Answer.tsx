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

import Skeleton from '@material-ui/lab/Skeleton';
import { ReactNode } from 'react';
import { Reading } from '../api/readings';
import { FailureNotice } from './FailureNotice';

interface AnswerProps<T> {
  reading: Reading<T>;
  /** Title of the failure. */
  failed: string;
  /** Height of what is to come, in pixels. */
  height: number;
  children(value: T): ReactNode;
}

/** What was read; until then its shape, and what to do where it failed. */
export function Answer<T>({
  reading,
  failed,
  height,
  children,
}: AnswerProps<T>) {
  const { value, error, retry } = reading;
  if (error) {
    return <FailureNotice title={failed} error={error} retry={retry} />;
  }
  if (value === undefined) {
    return <Skeleton variant="rect" height={height} />;
  }
  return <>{children(value)}</>;
}
