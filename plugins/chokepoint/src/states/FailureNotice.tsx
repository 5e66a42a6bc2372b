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

import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useWords } from '../wording/useWords';
import { failureOf, failureText } from './failure';

interface FailureNoticeProps {
  title: string;
  error: Error;
  retry(): void;
}

/** Says what could not be loaded, why, and what to do; offers to try again. */
export function FailureNotice({ title, error, retry }: FailureNoticeProps) {
  const t = useWords();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={retry}>
          {t('error.retry')}
        </Button>
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {failureText(failureOf(error), t)}
    </Alert>
  );
}
