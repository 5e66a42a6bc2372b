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

import MuiDrawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import Skeleton from '@material-ui/lab/Skeleton';
import { ChangeDetail } from 'backstage-plugin-chokepoint-common';
import { PORTAL_FONT, TITLE } from '../palette/text';
import { Reading, useChange } from '../api/readings';
import { failureOf } from '../states/failure';
import { FailureNotice } from '../states/FailureNotice';
import { useWords } from '../wording/useWords';
import { ChangeHeader } from './ChangeHeader';
import { ChangeTimeline } from './ChangeTimeline';

const TITLE_ID = 'chokepoint-change-title';

const useStyles = makeStyles(theme => ({
  paper: {
    ...PORTAL_FONT,
    width: 'min(1040px, 100vw)',
    padding: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
  title: {
    ...TITLE,
    margin: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    marginTop: theme.spacing(1),
  },
}));

function DrawerSkeleton() {
  return (
    <>
      <Skeleton variant="rect" height={48} width="70%" />
      <Skeleton variant="rect" height={70} />
      <Skeleton variant="rect" height={200} />
      <Skeleton variant="rect" height={320} />
    </>
  );
}

interface DrawerBodyProps {
  reading: Reading<ChangeDetail>;
}

function DrawerBody({ reading: { value, error, retry } }: DrawerBodyProps) {
  const t = useWords();
  if (error && failureOf(error).kind === 'missing') {
    return <p role="alert">{t('drawer.notFound')}</p>;
  }
  if (error) {
    return (
      <FailureNotice
        title={t('error.titleChange')}
        error={error}
        retry={retry}
      />
    );
  }
  if (!value) {
    return <DrawerSkeleton />;
  }
  return (
    <>
      <ChangeHeader change={value} />
      <ChangeTimeline change={value} />
    </>
  );
}

interface DrawerContentProps {
  changeKey: string;
  onClose(): void;
}

function DrawerContent({ changeKey, onClose }: DrawerContentProps) {
  const classes = useStyles();
  const t = useWords();
  const reading = useChange(changeKey);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title} id={TITLE_ID}>
          {reading.value?.title ?? t('drawer.label', { key: changeKey })}
        </h2>
        <IconButton
          size="small"
          aria-label={t('drawer.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <div className={classes.body} aria-busy={reading.loading}>
        <DrawerBody reading={reading} />
      </div>
    </>
  );
}

interface ChangeDrawerProps {
  /** Key of the change that is open; closed without one. */
  changeKey?: string;
  onClose(): void;
}

/** One change, over the tab; its address is the tab's with its key. */
export function ChangeDrawer({ changeKey, onClose }: ChangeDrawerProps) {
  const classes = useStyles();
  return (
    <MuiDrawer
      anchor="right"
      open={changeKey !== undefined}
      onClose={onClose}
      // The address decides what is open; nothing is left to fade out.
      transitionDuration={{ enter: 200, exit: 0 }}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
      }}
    >
      {changeKey !== undefined && (
        <DrawerContent
          key={changeKey}
          changeKey={changeKey}
          onClose={onClose}
        />
      )}
    </MuiDrawer>
  );
}
