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
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import { ChangesQuery } from 'backstage-plugin-chokepoint-common';
import { useState } from 'react';
import { SMALL } from '../palette/text';
import { chokepointApiRef } from '../api/chokepointApi';
import { useWords, Words } from '../wording/useWords';
import { download } from './download';
import { changesCsv, readAll } from './exportChanges';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    ...SMALL,
  },
}));

interface Export {
  running: boolean;
  /** What there is to say about it. */
  note?: string;
}

function useExport(query: ChangesQuery, entityRef: string, t: Words) {
  const api = useApi(chokepointApiRef);
  const [state, setState] = useState<Export>({ running: false });
  const run = async () => {
    setState({ running: true });
    try {
      const { changes, total } = await readAll(
        page => api.listEntityChanges(entityRef, page),
        query,
        (done, all) =>
          setState({
            running: true,
            note: t('changes.exporting', {
              done: String(done),
              total: String(all),
            }),
          }),
      );
      download(changesCsv(changes), `${entityRef.replace(/\W+/g, '-')}.csv`);
      setState({
        running: false,
        note:
          changes.length < total
            ? t('changes.exportCut', {
                n: String(changes.length),
                total: String(total),
              })
            : undefined,
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setState({
        running: false,
        note: t('changes.exportFailed', { message }),
      });
    }
  };
  return { ...state, run };
}

interface ExportButtonProps {
  entityRef: string;
  query: ChangesQuery;
}

/** Saves everything that is listed, not only the page, as CSV. */
export function ExportButton({ entityRef, query }: ExportButtonProps) {
  const classes = useStyles();
  const t = useWords();
  const { running, note, run } = useExport(query, entityRef, t);
  return (
    <div className={classes.line}>
      <span role="status">{note}</span>
      <Button
        size="small"
        startIcon={<DownloadIcon aria-hidden />}
        disabled={running}
        onClick={run}
      >
        {t('changes.export')}
      </Button>
    </div>
  );
}
