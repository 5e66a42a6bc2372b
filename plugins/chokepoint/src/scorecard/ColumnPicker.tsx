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
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useState } from 'react';
import { PORTAL_FONT } from '../palette/text';
import { useWords } from '../wording/useWords';
import { columnName, COLUMNS, Column } from './columns';

const useStyles = makeStyles(theme => ({
  paper: { ...PORTAL_FONT, padding: theme.spacing(1, 2) },
}));

interface ColumnPickerProps {
  columns: readonly Column[];
  onChange(columns: readonly Column[]): void;
}

/** Picks the columns of the scorecard. */
export function ColumnPicker({ columns, onChange }: ColumnPickerProps) {
  const classes = useStyles();
  const t = useWords();
  const [anchor, setAnchor] = useState<Element>();
  const toggle = (column: Column) =>
    onChange(
      COLUMNS.filter(candidate =>
        candidate === column
          ? !columns.includes(column)
          : columns.includes(candidate),
      ),
    );
  return (
    <>
      <Button
        size="small"
        startIcon={<ViewColumnIcon aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('scorecard.columns')}
      </Button>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': t('scorecard.columns'),
        }}
      >
        <FormGroup>
          {COLUMNS.map(column => (
            <FormControlLabel
              key={column}
              label={columnName(column, t)}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={columns.includes(column)}
                  // One column always stays: a table of names compares nothing.
                  disabled={columns.length === 1 && columns.includes(column)}
                  onChange={() => toggle(column)}
                />
              }
            />
          ))}
        </FormGroup>
      </Popover>
    </>
  );
}
