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

import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { chokepointApiRef } from '../api/chokepointApi';
import { download } from '../listing/download';
import { useWords } from '../wording/useWords';
import { RowKind } from '../api/scorecardReadings';

import { ScopedQuery } from '../api/readings';

interface ExportScorecardProps {
  query: ScopedQuery;
  rows: RowKind;
}

/** Saves the whole scorecard as CSV, as the backend writes it. */
export function ExportScorecard({ query, rows }: ExportScorecardProps) {
  const api = useApi(chokepointApiRef);
  const t = useWords();
  const [{ loading, error }, run] = useAsyncFn(async () => {
    const csv = await api.exportScorecard({ ...query, rows });
    download(csv, 'scorecard.csv');
  }, [api, query, rows]);
  return (
    <>
      <span role="status">
        {loading && t('scorecard.exporting')}
        {error && t('scorecard.exportFailed', { message: error.message })}
      </span>
      <Button
        size="small"
        startIcon={<DownloadIcon aria-hidden />}
        disabled={loading}
        onClick={run}
      >
        {t('scorecard.export')}
      </Button>
    </>
  );
}
