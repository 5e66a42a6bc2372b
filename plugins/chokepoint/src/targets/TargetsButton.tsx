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

import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import CloseIcon from '@material-ui/icons/Close';
import TrackChangesIcon from '@material-ui/icons/TrackChanges';
import { useState } from 'react';
import { useTargets } from '../api/targetReadings';
import { PORTAL_FONT, SMALL, TITLE } from '../palette/text';
import { Answer } from '../states/Answer';
import { useWords } from '../wording/useWords';
import { TargetTable } from './TargetTable';

const TITLE_ID = 'chokepoint-targets-title';

const useStyles = makeStyles(theme => ({
  paper: { ...PORTAL_FONT, color: theme.palette.text.primary },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(2, 3, 0),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 0) },
  },
  title: { ...TITLE, margin: 0, overflowWrap: 'anywhere' },
  body: {
    ...SMALL,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: theme.spacing(1.5),
    paddingBottom: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 2, 2) },
    '& > :empty': { display: 'none' },
  },
  hint: { color: theme.palette.text.secondary, margin: 0 },
}));

interface TargetsProps {
  entityRef: string;
  /** Called when a target has been set or cleared. */
  onSaved(): void;
}

interface ContentProps extends TargetsProps {
  onClose(): void;
}

function Content({ entityRef, onSaved, onClose }: ContentProps) {
  const classes = useStyles();
  const t = useWords();
  const { primaryTitle } = useEntityPresentation(entityRef);
  const reading = useTargets(entityRef);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title} id={TITLE_ID}>
          {t('targets.title', { entity: primaryTitle })}
        </h2>
        <IconButton
          size="small"
          aria-label={t('targets.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <DialogContent className={classes.body}>
        <p className={classes.hint}>{t('targets.hint')}</p>
        <Answer reading={reading} failed={t('targets.failed')} height={480}>
          {told => (
            <TargetTable entityRef={entityRef} told={told} onSaved={onSaved} />
          )}
        </Answer>
      </DialogContent>
    </>
  );
}

/** Opens the targets of an entity. */
export function TargetsButton({ entityRef, onSaved }: TargetsProps) {
  const classes = useStyles();
  const t = useWords();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'));
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<TrackChangesIcon aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('targets.open')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        maxWidth="md"
        fullWidth
        fullScreen={narrow}
        aria-labelledby={TITLE_ID}
        PaperProps={{ className: classes.paper, 'aria-modal': true }}
      >
        <Content entityRef={entityRef} onSaved={onSaved} onClose={close} />
      </Dialog>
    </>
  );
}
