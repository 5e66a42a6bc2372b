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
import SyncIcon from '@material-ui/icons/Sync';
import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { chokepointApiRef } from '../api/chokepointApi';
import { messageOf } from '../states/failure';
import { useWords } from '../wording/useWords';

const useStyles = makeStyles(theme => ({
  button: { whiteSpace: 'nowrap' },
  // Stays in the tab order, so that one hears why it cannot be pressed.
  blocked: { color: theme.palette.text.disabled, cursor: 'default' },
  status: { overflowWrap: 'anywhere' },
}));

interface SyncButtonProps {
  source: SourceHealth['items'][number];
  /** Id of the element that says why nobody may ask; absent for who may. */
  forbiddenBy?: string;
  /** Called when the source has been asked. */
  onAsked(): void;
}

/** Asks a source to read what is new now. */
export function SyncButton({ source, forbiddenBy, onAsked }: SyncButtonProps) {
  const classes = useStyles();
  const t = useWords();
  const api = useApi(chokepointApiRef);
  const { id, state, syncRequested } = source;
  const [{ loading, error }, ask] = useAsyncFn(async () => {
    await api.syncSource(id);
    onAsked();
  }, [api, id, onAsked]);
  const underWay = loading || syncRequested || state === 'syncing';
  const blocked = underWay || forbiddenBy !== undefined;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<SyncIcon aria-hidden />}
        className={`${classes.button} ${blocked ? classes.blocked : ''}`}
        disableRipple={blocked}
        aria-label={t('sources.syncOne', { source: id })}
        aria-disabled={blocked}
        aria-describedby={forbiddenBy}
        onClick={() => !blocked && ask()}
      >
        {t('sources.sync')}
      </Button>
      <div role="status" className={classes.status}>
        {syncRequested && state !== 'syncing' && t('sources.syncRequested')}
        {error &&
          !loading &&
          t('sources.syncFailed', { message: messageOf(error) })}
      </div>
    </>
  );
}
